import { intervalOf, magnitude, numberIn } from '../rule/interval.ts'
import { divide, isZero, multiply, subtract, truncate, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** What is left of a after whole multiples of b, with the sign of a; exact. */
export const remainder: Operator = {
  name: '%',
  title: { zh: '余数', en: 'Remainder' },
  names: { zh: ['余数'], en: ['MOD'] },
  arity: [2, 2],
  words: { zh: '{0} 除以 {1} 的余数', en: 'remainder of {0} by {1}' },
  type: (site, parts) => {
    const [a, b] = parts
    if (!a || !b || !allNumbers(site, parts)) return undefined
    const [, most] = magnitude(intervalOf(b))
    return numberIn([intervalOf(a)[0] >= 0 ? 0 : -most, intervalOf(a)[1] <= 0 ? 0 : most], { integer: parts.every(isInteger) })
  },
  run: numeric(([a = zero, b = zero], node, env) => (isZero(b) ? note(env, 'rule.divideByZero', node) : subtract(a, multiply(b, truncate(divide(a, b)))))),
}
