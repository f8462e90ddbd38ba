import { numberIn } from '../rule/interval.ts'
import { sign, zero } from '../rule/rational.ts'
import { rootOf } from '../rule/root.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The square root. Compared or rounded directly it is exact (decided by squaring); in further arithmetic it is its value rounded to 12 significant digits. Of a negative number: unknown, with an issue. */
export const squareRoot: Operator = {
  name: 'sqrt',
  title: { zh: '平方根', en: 'Square root' },
  names: { zh: ['平方根'], en: ['SQRT'] },
  arity: [1, 1],
  words: { zh: '{0} 的平方根', en: 'square root of {0}' },
  type: (site, parts) => (allNumbers(site, parts) ? numberIn([0, Infinity]) : undefined),
  run: numeric(([a = zero], node, env) => (sign(a) < 0 ? note(env, 'rule.root', node) : rootOf(a))),
}
