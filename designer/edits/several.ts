import type { Framework } from '../../schemas/index.ts'
import { indent, moveTo, outdent, shift } from './moveNode.ts'
import { find, isPoint } from './nodes.ts'
import { removeNode } from './removeNode.ts'
import { setNode } from './setNode.ts'

/** The nodes among several that stand below none of the others; they carry the rest along. */
export function topmost(document: Framework, ids: readonly string[]): string[] {
  const under = (id: string): boolean => {
    const parent = find(document, id)?.parent?.id
    return parent !== undefined && (ids.includes(parent) || under(parent))
  }
  return ids.filter((id) => !under(id))
}

export const removeAll = (document: Framework, ids: readonly string[]): Framework => ids.reduce(removeNode, document)

export const weighAll = (document: Framework, ids: readonly string[], weight: number): Framework => ids.reduce((old, id) => setNode(old, id, { weight }), document)

/** Several nodes one place up or down; those that already stand at the end stay in their order. */
export const shiftAll = (document: Framework, ids: readonly string[], by: -1 | 1): Framework =>
  (by === 1 ? ids.toReversed() : ids).reduce((old, id) => (ids.includes(neighbour(old, id, by) ?? '') ? old : shift(old, id, by)), document)

/** Several nodes one tier deeper, under the sibling above them all. */
export const indentAll = (document: Framework, ids: readonly string[]): Framework =>
  ids.reduce((old, id) => (ids.includes(neighbour(old, id, -1) ?? '') ? old : indent(old, id)), document)

/** Several nodes one tier up, in the order they had. */
export function outdentAll(document: Framework, ids: readonly string[]): Framework {
  const points = ids.filter((id) => { const node = find(document, id)?.node; return node !== undefined && isPoint(node) })
  return [...points, ...ids.filter((id) => !points.includes(id)).toReversed()].reduce(outdent, document)
}

/** Several nodes, one behind the other, under another indicator before the sibling at `index`. */
export function moveAll(document: Framework, ids: readonly string[], parent: string | undefined, index: number): Framework {
  let [at, next] = [index, document]
  for (const id of ids) {
    const moved = moveTo(next, id, parent, at)
    if (moved === next) continue
    next = moved
    at = (find(next, id)?.index ?? at) + 1
  }
  return next
}

function neighbour(document: Framework, id: string, by: -1 | 1): string | undefined {
  const spot = find(document, id)
  if (!spot) return undefined
  const siblings = spot.list === 'evaluationPoints' ? (spot.parent?.evaluationPoints ?? []) : spot.parent ? (spot.parent.children ?? []) : document.indicators
  return siblings[spot.index + by]?.id
}
