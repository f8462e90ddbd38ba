import { numberIn } from '../rule/interval.ts'
import { compare, divide, isZero, one, sign, subtract, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Where a number lies between a low and a high goalpost, from 0 to 1 and held there; exact. Goalposts the other way round reverse it. */
export const normalise: Operator = {
  name: 'normalise',
  title: { zh: '归一化', en: 'Normalise' },
  names: { zh: ['归一化'], en: ['NORMALISE', 'NORMALIZE'] },
  arity: [3, 3],
  words: { zh: '{0} 在 {1} 至 {2} 间的位置', en: '{0} normalised from {1} to {2}' },
  type: (site, parts) => (allNumbers(site, parts) ? numberIn([0, 1]) : undefined),
  run: numeric(([x = zero, low = zero, high = zero], node, env) => {
    const width = subtract(high, low)
    if (isZero(width)) return note(env, 'rule.divideByZero', node)
    const position = divide(subtract(x, low), width)
    return compare(position, one) > 0 ? one : sign(position) < 0 ? zero : position
  }),
}
