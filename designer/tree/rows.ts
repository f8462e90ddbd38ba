import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'

/** One visible line of the tree. */
export interface Row {
  id: string
  kind: 'indicator' | 'point'
  code: string
  title: string
  weight: number
  depth: number
  parent: string | undefined
  /** Position in its list and how many stand there. */
  position: number
  size: number
  children: number
  open: boolean
}

/** The lines of the tree as folded and filtered; a match brings its ancestors along. */
export function rowsOf(document: Framework, closed: ReadonlySet<string>, filter: string): Row[] {
  const wanted = filter.trim().toLowerCase()
  const matches = (node: Indicator | EvaluationPoint): boolean => wanted === '' || `${node.code} ${node.title} ${node.id}`.toLowerCase().includes(wanted) || ('rubric' in node && fieldsMatch(document, node, wanted))
  const rows: Row[] = []
  const walk = (nodes: readonly (Indicator | EvaluationPoint)[], parent: string | undefined, depth: number, shown: boolean): boolean => {
    let any = false
    for (const [i, node] of nodes.entries()) {
      const below = 'rubric' in node ? [] : [...(node.children ?? []), ...(node.evaluationPoints ?? [])]
      const open = wanted !== '' || !closed.has(node.id)
      const place = rows.length
      rows.push({ id: node.id, kind: 'rubric' in node ? 'point' : 'indicator', code: node.code, title: node.title, weight: node.weight ?? 1, depth, parent, position: i + 1, size: nodes.length, children: below.length, open })
      const own = matches(node)
      const inside = open || wanted !== '' ? walk(below, node.id, depth + 1, shown || (own && wanted !== '')) : false
      if (own || inside || shown) any = true
      else rows.splice(place)
    }
    return any
  }
  walk(document.indicators, undefined, 0, false)
  return rows
}

const fieldsMatch = (document: Framework, point: EvaluationPoint, wanted: string): boolean =>
  Object.entries(point.schema.properties).some(([id, property]) => ('type' in property ? property.title : (document.elements[id]?.title ?? '')).toLowerCase().includes(wanted)) ||
  Object.entries(document.parameters).some(([id, { title }]) => title.toLowerCase().includes(wanted) && JSON.stringify(point).includes(`params.${id}`))
