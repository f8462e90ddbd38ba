import { intervalOf, minus, numberIn, over, times } from '../rule/interval.ts'
import { Rational, divide, isZero, multiply, subtract, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

const hundred = new Rational(100, 1)

/** (now ÷ before − 1) × 100, in percent; exact. From zero: unknown, with an issue. */
export const growth: Operator = {
  name: 'growth',
  title: { zh: '增长率', en: 'Growth' },
  names: { zh: ['增长率'], en: ['GROWTH'] },
  arity: [2, 2],
  words: { zh: '{0} 比 {1} 的增长率（%）', en: 'growth of {0} over {1} (%)' },
  type: (site, parts) => {
    const [a, b] = parts
    if (!a || !b || !allNumbers(site, parts)) return undefined
    const [low, high] = times(over(intervalOf(a), intervalOf(b)), [100, 100])
    return numberIn(minus([low, high], [100, 100]), { unit: '%' })
  },
  run: numeric(([now = zero, before = zero], node, env) => (isZero(before) ? note(env, 'rule.divideByZero', node) : subtract(multiply(divide(now, before), hundred), hundred))),
}
