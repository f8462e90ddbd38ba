import { intervalOf, magnitude, numberIn } from '../rule/interval.ts'
import { negate, sign, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The number without its sign; exact. */
export const absolute: Operator = {
  name: 'abs',
  title: { zh: '绝对值', en: 'Absolute value' },
  names: { zh: ['绝对值'], en: ['ABS'] },
  arity: [1, 1],
  words: { zh: '{0} 的绝对值', en: 'absolute value of {0}' },
  type: (site, parts) => {
    const [a] = parts
    return a && allNumbers(site, parts) ? numberIn(magnitude(intervalOf(a)), { ...unitOf(parts), integer: isInteger(a) }) : undefined
  },
  run: numeric(([a = zero]) => (sign(a) < 0 ? negate(a) : a)),
}
