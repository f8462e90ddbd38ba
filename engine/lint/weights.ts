import { add, rational, toNumber, zero } from '../rule/rational.ts'
import type { TreeNode } from '../tree.ts'
import { finding, type Check } from './finding.ts'

const whole = 100

/** Weights that come neither to 100, as others do, nor to nothing: a level was added to or taken from, and the others were forgotten. */
export const weights: Check = ({ compiled: { root, nodes } }) => {
  const parents = [root, ...nodes.values()].filter(({ children }) => children.length > 1 && children.every((child) => declared(child) !== undefined))
  const sums = parents.map((parent) => ({ parent, sum: sumOf(parent.children) }))
  if (!sums.some(({ sum }) => sum === whole)) return []
  return sums.flatMap(({ parent, sum }) => (sum === whole || sum === 0 ? [] : [finding('lint.weights', 'warning', parent.children[0]?.pointer ?? parent.pointer, undefined, { name: `${parent.code} ${parent.title}`.trim(), sum })]))
}

const declared = ({ indicator, point }: TreeNode): number | undefined => (indicator ?? point)?.weight
const sumOf = (children: readonly TreeNode[]): number => toNumber(children.map((child) => rational(declared(child) ?? 0)).reduce(add, zero))
