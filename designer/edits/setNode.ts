import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'
import { find, setList } from './nodes.ts'

/** Changes some properties of an indicator or point; a property set to undefined is removed. */
export function setNode(document: Framework, id: string, patch: Partial<Indicator> | Partial<EvaluationPoint>): Framework {
  const spot = find(document, id)
  if (!spot) return document
  const young = merged(spot.node, patch)
  return young === spot.node ? document : setList(document, spot.parent?.id, spot.list, (nodes) => nodes.with(spot.index, young))
}

/** An object with a patch laid over it: undefined removes, and nothing changed means the same object. */
export function merged<T extends object>(value: T, patch: Partial<T>): T {
  const entries = Object.entries(patch) as [keyof T, T[keyof T]][]
  if (entries.every(([key, item]) => Object.is(value[key], item))) return value
  const next = { ...value, ...patch }
  for (const [key, item] of entries) if (item === undefined) delete next[key]
  return next
}
