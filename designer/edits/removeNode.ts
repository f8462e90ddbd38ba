import type { Framework } from '../../schemas/index.ts'
import { find, setList } from './nodes.ts'

/** Removes a node with everything below it. */
export function removeNode(document: Framework, id: string): Framework {
  const spot = find(document, id)
  return spot ? setList(document, spot.parent?.id, spot.list, (nodes) => nodes.filter((node) => node.id !== id)) : document
}
