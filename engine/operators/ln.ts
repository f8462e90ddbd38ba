import { numberIn } from '../rule/interval.ts'
import { sign, toNumber, zero } from '../rule/rational.ts'
import { digits } from '../rule/root.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The natural logarithm, rounded to 12 significant digits: that rounded number is the result, and everything after it is exact. Of zero or less: unknown, with an issue. */
export const naturalLog: Operator = {
  name: 'ln',
  title: { zh: '自然对数', en: 'Natural logarithm' },
  names: { zh: ['自然对数'], en: ['LN'] },
  arity: [1, 1],
  words: { zh: '{0} 的自然对数', en: 'ln {0}' },
  type: (site, parts) => (allNumbers(site, parts) ? numberIn([-1e6, 1e6]) : undefined),
  run: numeric(([a = zero], node, env) => (sign(a) <= 0 ? note(env, 'rule.logarithm', node) : digits(Math.log(toNumber(a))))),
}
