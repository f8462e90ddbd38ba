import { intervalOf, numberIn } from '../rule/interval.ts'
import type { Rational } from '../rule/rational.ts'
import { compareReal, type Root } from '../rule/root.ts'
import { note } from '../rule/run.ts'
import { items } from '../rule/strict.ts'
import { numbersType } from '../rule/typing.ts'
import { isNumber } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** The least of its arguments, or of one list. Of an empty list: unknown, with an issue. */
export const least: Operator = {
  name: 'min',
  title: { zh: '最小值', en: 'Minimum' },
  names: { zh: ['最小值'], en: ['MIN'] },
  arity: [1, Infinity],
  words: { zh: '{*} 的最小值', en: 'minimum of {*}' },
  type: (site, parts) => {
    const type = numbersType(site, parts)
    return type && numberIn(parts.length === 1 ? type.interval : [Math.min(...parts.map((part) => intervalOf(part)[0])), Math.min(...parts.map((part) => intervalOf(part)[1]))], { integer: type.integer, ...(type.unit === undefined ? {} : { unit: type.unit }) })
  },
  run: (node, env) => {
    const list = items(node, env)
    let best: Rational | Root | undefined
    for (const value of list ?? []) {
      if (!isNumber(value)) return undefined
      if (!best || compareReal(value, best) < 0) best = value
    }
    return best ?? (list && note(env, 'rule.empty', node))
  },
}
