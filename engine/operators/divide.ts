import { intervalOf, numberIn, over } from '../rule/interval.ts'
import { divide, isZero, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact quotient, kept as a fraction: 1 / 3 × 3 is 1. Dividing by zero is unknown, with an issue. */
export const dividedBy: Operator = {
  name: '/',
  title: { zh: '除', en: 'Divide' },
  names: { zh: ['除'], en: ['DIVIDE'] },
  arity: [2, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' ÷ ', en: ' ÷ ' },
  binds: 6,
  type: (site, parts) => {
    const [a, b] = parts
    return a && b && allNumbers(site, parts) ? numberIn(over(intervalOf(a), intervalOf(b))) : undefined
  },
  run: numeric(([a = zero, b = zero], node, env) => (isZero(b) ? note(env, 'rule.divideByZero', node) : divide(a, b))),
}
