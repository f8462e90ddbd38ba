import { intervalOf, numberIn, over, times } from '../rule/interval.ts'
import { Rational, divide, isZero, multiply, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

const hundred = new Rational(100, 1)

/** part ÷ whole × 100, in percent; exact. Of zero: unknown, with an issue. */
export const share: Operator = {
  name: 'share',
  title: { zh: '占比', en: 'Share' },
  names: { zh: ['占比'], en: ['SHARE'] },
  arity: [2, 2],
  words: { zh: '{0} 占 {1} 的比例（%）', en: '{0} as a share of {1} (%)' },
  type: (site, parts) => {
    const [a, b] = parts
    if (!a || !b || !allNumbers(site, parts)) return undefined
    const [low, high] = times(over(intervalOf(a), intervalOf(b)), [100, 100])
    return numberIn([low, high], { unit: '%' })
  },
  run: numeric(([part = zero, whole = zero], node, env) => (isZero(whole) ? note(env, 'rule.divideByZero', node) : multiply(divide(part, whole), hundred))),
}
