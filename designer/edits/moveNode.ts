import type { Framework, Indicator } from '../../schemas/index.ts'
import { find, isPoint, setList } from './nodes.ts'
import { removeNode } from './removeNode.ts'

/** Moves a node up (−1) or down (1) among its siblings. */
export function shift(document: Framework, id: string, by: -1 | 1): Framework {
  const spot = find(document, id)
  if (!spot) return document
  return setList(document, spot.parent?.id, spot.list, (nodes) => {
    const to = spot.index + by
    return to < 0 || to >= nodes.length ? nodes : nodes.toSpliced(spot.index, 1).toSpliced(to, 0, spot.node)
  })
}

/** Hangs a node under another indicator (none: the first tier), before the sibling at `index`. A point cannot be in the first tier, nor anything under itself. */
export function moveTo(document: Framework, id: string, parent: string | undefined, index: number): Framework {
  const spot = find(document, id)
  if (!spot || (parent === undefined && isPoint(spot.node)) || parent === id || (!isPoint(spot.node) && contains(spot.node, parent))) return document
  const target = parent === undefined ? undefined : find(document, parent)
  if (parent !== undefined && (!target || isPoint(target.node))) return document
  const same = spot.parent?.id === parent
  const at = same && spot.index < index ? index - 1 : index
  return setList(removeNode(document, id), parent, spot.list, (nodes) => nodes.toSpliced(Math.min(at, nodes.length), 0, spot.node))
}

/** One tier deeper: under the sibling above. */
export function indent(document: Framework, id: string): Framework {
  const spot = find(document, id)
  if (!spot || spot.index === 0) return document
  const siblings = spot.parent ? (spot.parent.children ?? []) : document.indicators
  const above = isPoint(spot.node) ? siblings.at(-1) : siblings[spot.index - 1]
  return above && above.id !== id ? moveTo(document, id, above.id, Infinity) : document
}

/** One tier up: behind its parent. */
export function outdent(document: Framework, id: string): Framework {
  const spot = find(document, id)
  if (!spot?.parent) return document
  const parent = find(document, spot.parent.id)
  if (!parent) return document
  return moveTo(document, id, parent.parent?.id, isPoint(spot.node) ? Infinity : parent.index + 1)
}

const contains = (node: Indicator, id: string | undefined): boolean => (node.children ?? []).some((child) => child.id === id || contains(child, id))
