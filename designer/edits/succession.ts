import { suggestMapping, type Mapping, type Relation } from '../../engine/index.ts'
import type { Framework, Successor } from '../../schemas/index.ts'
import { pointOf } from './nodes.ts'

export type Kind = 'points' | 'elements'

/** A pair of the last edition and this one: suggested, or what somebody confirmed. */
export interface Pair { before: string; after: string; relation: Relation; similarity?: number; confirmed: boolean }

/** Pairs under different ids, the confirmed ones as they were confirmed; what either edition no longer has is left out. */
export function pairsOf(base: Framework, document: Framework, kind: Kind): Pair[] {
  const suggested: readonly (Mapping['points'][number] | Mapping['elements'][number])[] = suggestMapping(base, document)[kind]
  const kept = document.succession?.[kind] ?? []
  const there = (edition: Framework, id: string): boolean => (kind === 'points' ? pointOf(edition, id) !== undefined : Object.hasOwn(edition.elements, id))
  const same = (a: { before: string; after: string }, b: { before: string; after: string }): boolean => a.before === b.before && a.after === b.after
  return [
    ...suggested.filter(({ before, after }) => before !== after).map((one): Pair => {
      const known = kept.find((pair) => same(pair, one))
      return { before: one.before, after: one.after, relation: known?.relation ?? ('relation' in one ? one.relation : 'equal'), similarity: one.similarity, confirmed: known !== undefined }
    }),
    ...kept.filter((pair) => !suggested.some((one) => same(one, pair)) && there(base, pair.before) && there(document, pair.after)).map((pair): Pair => ({ ...pair, confirmed: true })),
  ]
}

/** Keeps pairs as confirmed, in place of what was kept about them. */
export function confirm(document: Framework, kind: Kind, pairs: readonly Successor[]): Framework {
  if (pairs.length === 0) return document
  const others = (document.succession?.[kind] ?? []).filter((old) => !pairs.some(({ before, after }) => before === old.before && after === old.after))
  return { ...document, succession: { ...document.succession, [kind]: [...others, ...pairs.map(({ before, after, relation }) => ({ before, after, relation }))] } }
}

/** The mapping answers are carried over by: only what was confirmed to be the same. */
export const confirmedMapping = ({ succession }: Framework): Mapping => ({ points: [], elements: (succession?.elements ?? []).flatMap(({ before, after, relation }) => (relation === 'equal' ? [{ before, after, similarity: 1 }] : [])) })
