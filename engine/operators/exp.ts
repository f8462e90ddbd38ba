import { numberIn } from '../rule/interval.ts'
import { toNumber, zero } from '../rule/rational.ts'
import { digits } from '../rule/root.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** e to that power, rounded to 12 significant digits: that rounded number is the result, and everything after it is exact. */
export const exponential: Operator = {
  name: 'exp',
  title: { zh: '指数', en: 'Exponential' },
  names: { zh: ['指数'], en: ['EXP'] },
  arity: [1, 1],
  words: { zh: 'e 的 {0} 次方', en: 'e to the power {0}' },
  type: (site, parts) => (allNumbers(site, parts) ? numberIn([0, Infinity]) : undefined),
  run: numeric(([a = zero], node, env) => digits(Math.exp(toNumber(a))) ?? note(env, 'limit.size', node)),
}
