import { intervalOf, numberIn } from '../rule/interval.ts'
import { Rational, divide, floor, multiply, power, toNumber, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

const ten = new Rational(10, 1)

/** The greatest number with so many decimals (default 0) that is not above; exact. */
export const roundDown: Operator = {
  name: 'floor',
  title: { zh: '向下取整', en: 'Floor' },
  names: { zh: ['向下取整'], en: ['FLOOR'] },
  arity: [1, 2],
  words: { zh: '{0} 向下取整', en: 'floor {0}' },
  type: (site, parts) => {
    const [x, places] = parts
    if (!x || !allNumbers(site, parts)) return undefined
    const decimals = places ? places.type.kind === 'number' && places.kind === 'constant' ? places.type.min : undefined : 0
    if (decimals === undefined || !Number.isInteger(decimals) || decimals < -12 || decimals > 12) return site.report('rule.decimals', { least: -12, most: 12 }, places?.path)
    const [low, high] = intervalOf(x)
    const step = 10 ** -decimals
    return numberIn([low >= 0 ? 0 : low - step, high], { decimals: Math.max(0, decimals), integer: decimals <= 0 || isInteger(x), ...unitOf([x]) })
  },
  run: numeric(([value = zero, places = zero]) => {
    const scale = power(ten, toNumber(places))
    return divide(floor(multiply(value, scale)), scale)
  }),
}
