import { intervalOf, numberIn } from '../rule/interval.ts'
import { Rational, round, toNumber } from '../rule/rational.ts'
import { Root, roundRoot } from '../rule/root.ts'
import { run } from '../rule/run.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import { isNumber } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** Rounded to so many decimals (default 0, a constant from −12 to 12), exactly, halves away from zero: 2.5 → 3, −2.5 → −3. */
export const rounding: Operator = {
  name: 'round',
  title: { zh: '四舍五入', en: 'Round' },
  names: { zh: ['四舍五入'], en: ['ROUND'] },
  arity: [1, 2],
  words: { zh: '{0} 四舍五入到 {1} 位小数', en: '{0} rounded to {1} decimals' },
  type: (site, parts) => {
    const [x, places] = parts
    if (!x || !allNumbers(site, parts)) return undefined
    const decimals = places ? places.type.kind === 'number' && places.kind === 'constant' ? places.type.min : undefined : 0
    if (decimals === undefined || !Number.isInteger(decimals) || decimals < -12 || decimals > 12) return site.report('rule.decimals', { least: -12, most: 12 }, places?.path)
    const [low, high] = intervalOf(x)
    const step = 10 ** -decimals
    return numberIn([low >= 0 ? 0 : low - step, high <= 0 ? 0 : high + step], { decimals: Math.max(0, decimals), integer: decimals <= 0 || isInteger(x), ...unitOf([x]) })
  },
  run: ({ parts: [part, places] }, env) => {
    const value = part && run(part, env)
    if (!isNumber(value)) return undefined
    const decimals = places?.constant instanceof Rational ? toNumber(places.constant) : 0
    return value instanceof Root ? roundRoot(value, decimals) : round(value, decimals)
  },
}
