import { everything, intervalOf, numberIn } from '../rule/interval.ts'
import { isZero, power, toNumber, zero } from '../rule/rational.ts'
import { digits } from '../rule/root.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** To a whole power from −64 to 64 exactly; to any other, rounded to 12 significant digits: that rounded number is the result. A fractional power of a negative number is unknown, with an issue. */
export const raise: Operator = {
  name: 'power',
  title: { zh: '幂', en: 'Power' },
  names: { zh: ['幂', '乘方'], en: ['POWER'] },
  arity: [2, 2],
  words: { zh: '{0} 的 {1} 次方', en: '{0} to the power {1}' },
  type: (site, parts) => {
    const [a] = parts
    return a && allNumbers(site, parts) ? numberIn(intervalOf(a)[0] >= 0 ? [0, Infinity] : everything) : undefined
  },
  run: numeric(([a = zero, b = zero], node, env) => {
    const exponent = toNumber(b)
    if (isZero(a) && exponent < 0) return note(env, 'rule.divideByZero', node)
    if (Number.isInteger(exponent) && Math.abs(exponent) <= 64) return power(a, exponent)
    return digits(toNumber(a) ** exponent) ?? note(env, 'rule.power', node)
  }),
}
