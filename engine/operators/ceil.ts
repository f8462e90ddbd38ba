import { intervalOf, numberIn } from '../rule/interval.ts'
import { Rational, ceil, divide, multiply, power, toNumber, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

const ten = new Rational(10, 1)

/** The least number with so many decimals (default 0) that is not below; exact. */
export const roundUp: Operator = {
  name: 'ceil',
  title: { zh: '向上取整', en: 'Ceil' },
  names: { zh: ['向上取整'], en: ['CEIL', 'CEILING'] },
  arity: [1, 2],
  words: { zh: '{0} 向上取整', en: 'ceil {0}' },
  type: (site, parts) => {
    const [x, places] = parts
    if (!x || !allNumbers(site, parts)) return undefined
    const decimals = places ? places.type.kind === 'number' && places.kind === 'constant' ? places.type.min : undefined : 0
    if (decimals === undefined || !Number.isInteger(decimals) || decimals < -12 || decimals > 12) return site.report('rule.decimals', { least: -12, most: 12 }, places?.path)
    const [low, high] = intervalOf(x)
    const step = 10 ** -decimals
    return numberIn([low, high <= 0 ? 0 : high + step], { decimals: Math.max(0, decimals), integer: decimals <= 0 || isInteger(x), ...unitOf([x]) })
  },
  run: numeric(([value = zero, places = zero]) => {
    const scale = power(ten, toNumber(places))
    return divide(ceil(multiply(value, scale)), scale)
  }),
}
