import { numberIn } from '../rule/interval.ts'
import { add, divide, isZero, multiply, one, rational, sign, subtract, zero, type Rational } from '../rule/rational.ts'
import { rootOf } from '../rule/root.ts'
import { note, run } from '../rule/run.ts'
import { known } from '../rule/strict.ts'
import { itemOf } from '../rule/type.ts'
import { isList, type List, type Value } from '../rule/value.ts'
import type { Env, Node, Operator, Site } from '../rule/contract.ts'

/**
 * The 差异系数: population standard deviation over mean. With weights w (students) on the values x (per student), both are
 * weighted: √(Σw·Σw·x² − (Σw·x)²) ÷ Σw·x. Compared or rounded directly it is exact (decided by squaring); in further
 * arithmetic it is its value rounded to 12 significant digits. A mean of zero, or an empty list: unknown, with an issue.
 */
export const coefficientOfVariation: Operator = {
  name: 'coefficientOfVariation',
  title: { zh: '差异系数', en: 'Coefficient of variation' },
  names: { zh: ['差异系数'], en: ['CV'] },
  arity: [1, 2],
  words: { zh: '{0} 的差异系数', en: 'coefficient of variation of {0}' },
  type: (site, parts) => (parts.map((part) => numbers(site, part)).every(Boolean) ? numberIn([-Infinity, Infinity]) : undefined),
  run: (node, env) => {
    const [values, weights] = node.parts.map((part) => run(part, env))
    if (!isList(values) || (node.parts.length > 1 && !isList(weights))) return undefined
    return variation(values, isList(weights) ? weights : undefined, node, env)
  },
}

function numbers(site: Site, part: Node): boolean {
  const item = itemOf(part.type)
  if (item?.kind === 'number' || item?.kind === 'nothing') return true
  return site.report('rule.type', { expected: ['number'], actual: item?.kind ?? part.type.kind, list: true }, part.path) ?? false
}

function variation(list: List, weightList: List | undefined, node: Node, env: Env): Value | undefined {
  const [values, weights] = [known(list), weightList && known(weightList)]
  if (!values || (weightList && !weights)) return undefined
  if (weights && weights.length !== values.length) return note(env, 'rule.lengths', node)
  if (weights?.some((weight) => sign(weight) < 0)) return note(env, 'rule.weights', node)
  const total = weights ? weights.reduce(add, zero) : rational(values.length)
  const weighted = values.map((value, i) => multiply(weights?.[i] ?? one, value))
  const sum = weighted.reduce(add, zero)
  if (isZero(sum) || isZero(total)) return note(env, values.length === 0 ? 'rule.empty' : 'rule.divideByZero', node)
  const squares = weighted.reduce((all: Rational, value, i) => add(all, multiply(value, values[i] ?? zero)), zero)
  const ratio = divide(subtract(multiply(total, squares), multiply(sum, sum)), multiply(sum, sum))
  return rootOf(sign(ratio) < 0 ? zero : ratio)
}
