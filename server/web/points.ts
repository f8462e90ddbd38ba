import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'

/** A node of the tree with the indicators above it, outermost first. */
export interface Located { node: Indicator | EvaluationPoint; above: Indicator[] }

/** Finds an indicator or a point by its permanent id. */
export function locate(framework: Framework, id: string): Located | undefined {
  const search = (nodes: readonly Indicator[], above: Indicator[]): Located | undefined => {
    for (const node of nodes) {
      if (node.id === id) return { node, above }
      const inside = [...above, node]
      const point = node.evaluationPoints?.find((one) => one.id === id)
      if (point) return { node: point, above: inside }
      const deeper = search(node.children ?? [], inside)
      if (deeper) return deeper
    }
    return undefined
  }
  return search(framework.indicators, [])
}

export function isPoint(node: Indicator | EvaluationPoint): node is EvaluationPoint {
  return 'rubric' in node
}
