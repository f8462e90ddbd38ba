import { apply, diff, type EditionChange } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'

/** An entity both editors changed since they had the same document. */
export interface Clash { key: string; mine: EditionChange; theirs: EditionChange }

export const keyOf = ({ entity, id }: EditionChange): string => `${entity}:${id}`

/** Where both changed the same entity in different ways. */
export function clashes(ancestor: Framework, mine: Framework, theirs: Framework): Clash[] {
  const own = new Map(diff(ancestor, mine).map((change) => [keyOf(change), change]))
  return diff(ancestor, theirs).flatMap((change) => {
    const other = own.get(keyOf(change))
    return other && JSON.stringify(other) !== JSON.stringify(change) ? [{ key: keyOf(change), mine: other, theirs: change }] : []
  })
}

/** Their document with my changes laid over it, but for the clashing entities where theirs was chosen. */
export function merge(ancestor: Framework, mine: Framework, theirs: Framework, keepTheirs: ReadonlySet<string>): Framework {
  const wanted = diff(ancestor, mine).filter((change) => !keepTheirs.has(keyOf(change)))
  const known = new Set(diff(ancestor, theirs).filter(({ kind }) => kind === 'removed').map(keyOf))
  return apply(theirs, wanted.filter((change) => change.kind !== 'updated' || !known.has(keyOf(change))))
}
