import { intervalOf, numberIn } from '../rule/interval.ts'
import { compare, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The number held between a low and a high end; exact. */
export const clamp: Operator = {
  name: 'clamp',
  title: { zh: '限幅', en: 'Clamp' },
  names: { zh: ['限幅'], en: ['CLAMP'] },
  arity: [3, 3],
  words: { zh: '{0}（限于 {1} 至 {2}）', en: '{0} held between {1} and {2}' },
  type: (site, parts) => {
    const [a, low, high] = parts
    if (!a || !low || !high || !allNumbers(site, parts)) return undefined
    const [[x, y], [l], [, h]] = [intervalOf(a), intervalOf(low), intervalOf(high)]
    return numberIn([Math.min(Math.max(x, l), h), Math.max(Math.min(y, h), l)], unitOf([a]))
  },
  run: numeric(([a = zero, low = zero, high = zero]) => (compare(a, high) > 0 ? high : compare(a, low) < 0 ? low : a)),
}
