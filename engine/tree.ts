import type { Aggregation, EvaluationPoint, Framework, Indicator, Profile } from '../schemas/index.ts'

/** A node of the indicator tree: an indicator or an evaluation point, and the framework itself at the top. */
export interface TreeNode {
  id: string
  kind: 'framework' | 'indicator' | 'point'
  code: string
  title: string
  /** Weight among siblings, after the profile. */
  weight: number
  depth: number
  /** Position among all nodes of the tree, parents first. */
  index: number
  /** JSON Pointer in the framework. */
  pointer: string
  parent?: TreeNode
  children: TreeNode[]
  indicator?: Indicator
  point?: EvaluationPoint
  /** How children are combined; inherited from the nearest ancestor that says. */
  aggregation?: Aggregation
}

/** The tree of a framework as a profile selects it: points left out are gone, and so are indicators left empty. */
export function treeOf(framework: Framework, profile: Profile = {}): TreeNode {
  const selected = profile.points && new Set(profile.points)
  const weightOf = (id: string, own: number | undefined): number => {
    const value = profile.weights?.[id]?.value
    return typeof value === 'number' && value >= 0 ? value : (own ?? 1)
  }
  const root: TreeNode = {
    id: framework.id, kind: 'framework', code: '', title: framework.title, weight: 1, depth: 0, index: 0, pointer: '', children: [],
    ...(framework.aggregation && { aggregation: framework.aggregation }),
  }
  const grow = (list: readonly Indicator[], parent: TreeNode, pointer: string): void => {
    for (const [i, indicator] of list.entries()) {
      const own = `${pointer}/${i}`
      const aggregation = indicator.aggregation ?? inherited(parent.aggregation)
      const node: TreeNode = {
        id: indicator.id, kind: 'indicator', code: indicator.code, title: indicator.title, weight: weightOf(indicator.id, indicator.weight),
        depth: parent.depth + 1, index: 0, pointer: own, parent, children: [], indicator, ...(aggregation && { aggregation }),
      }
      grow(indicator.children ?? [], node, `${own}/children`)
      for (const [j, point] of (indicator.evaluationPoints ?? []).entries()) {
        if (selected && !selected.has(point.id)) continue
        node.children.push({
          id: point.id, kind: 'point', code: point.code, title: point.title, weight: weightOf(point.id, point.weight),
          depth: node.depth + 1, index: 0, pointer: `${own}/evaluationPoints/${j}`, parent: node, children: [], point,
        })
      }
      if (node.children.length > 0 || !selected) parent.children.push(node)
    }
  }
  grow(framework.indicators, root, '/indicators')
  let index = 0
  for (const node of walk(root)) node.index = index++
  return root
}

/** What a child takes over: the method, not the demands made of one place. */
const inherited = (aggregation: Aggregation | undefined): Aggregation | undefined => aggregation

/** Every node below and including this one, parents first. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}
