import { numberIn } from '../rule/interval.ts'
import { Rational, add, compare, multiply } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { overNumbers } from '../rule/strict.ts'
import { numbersType } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

const half = new Rational(1, 2)

/** The middle of the ordered list, or the mean of the two in the middle; exact. Of an empty list unknown, with an issue. */
export const median: Operator = {
  name: 'median',
  title: { zh: '中位数', en: 'Median' },
  names: { zh: ['中位数'], en: ['MEDIAN'] },
  arity: [1, Infinity],
  words: { zh: '{*} 的中位数', en: 'median of {*}' },
  type: (site, parts) => {
    const type = numbersType(site, parts)
    return type && numberIn(type.interval, type.unit === undefined ? {} : { unit: type.unit })
  },
  run: overNumbers((values, node, env) => {
    const sorted = values.toSorted(compare)
    const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
    return low && high ? multiply(add(low, high), half) : note(env, 'rule.empty', node)
  }),
}
