import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'
import { find, idsOf, isPoint, setList } from './nodes.ts'

/** A copy of a node behind it, with fresh ids for everything that must be unique; gives the copy's id. */
export function duplicateNode(document: Framework, id: string): { document: Framework; id: string } {
  const spot = find(document, id)
  if (!spot) return { document, id }
  const taken = idsOf(document)
  const fresh = (stem: string): string => {
    const bare = stem.replace(/\d+$/, '')
    let n = 2
    while (taken.has(`${bare}${n}`)) n++
    taken.add(`${bare}${n}`)
    return `${bare}${n}`
  }
  const copy = isPoint(spot.node) ? copyPoint(spot.node, fresh) : copyIndicator(spot.node, fresh)
  return { document: setList(document, spot.parent?.id, spot.list, (nodes) => nodes.toSpliced(spot.index + 1, 0, copy)), id: copy.id }
}

const copyIndicator = (node: Indicator, fresh: (stem: string) => string): Indicator => ({
  ...node, id: fresh(node.id),
  ...(node.children && { children: node.children.map((child) => copyIndicator(child, fresh)) }),
  ...(node.evaluationPoints && { evaluationPoints: node.evaluationPoints.map((point) => copyPoint(point, fresh)) }),
})

/** Local fields and calculations get new ids, and the copy's rules follow them. */
function copyPoint(point: EvaluationPoint, fresh: (stem: string) => string): EvaluationPoint {
  const renamed = new Map<string, string>()
  for (const [id, property] of Object.entries(point.schema.properties)) if ('type' in property) renamed.set(id, fresh(id))
  for (const id of Object.keys(point.calculations ?? {})) renamed.set(id, fresh(id))
  const walk = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return key === 'var' || key === 'field' || key === 'fields' || key === 'required' ? (renamed.get(value) ?? value) : value
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (typeof value !== 'object' || value === null) return value
    const names = key === 'properties' || key === 'calculations' || key === 'answers'
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [names ? (renamed.get(name) ?? name) : name, walk(item, name)]))
  }
  return { ...(walk(point) as EvaluationPoint), id: fresh(point.id) }
}
