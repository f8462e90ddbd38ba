import { intervalOf, minus, numberIn, opposite } from '../rule/interval.ts'
import { negate, subtract, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact difference of two numbers; of one number, its opposite. */
export const subtraction: Operator = {
  name: '-',
  title: { zh: '减', en: 'Subtract' },
  names: { zh: ['减'], en: ['SUBTRACT'] },
  arity: [1, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' − ', en: ' − ' },
  binds: 5,
  type: (site, parts) => {
    const [a, b] = parts
    if (!allNumbers(site, parts) || !a) return undefined
    return numberIn(b ? minus(intervalOf(a), intervalOf(b)) : opposite(intervalOf(a)), { ...unitOf(parts), integer: parts.every(isInteger) })
  },
  run: numeric(([a = zero, b]) => (b ? subtract(a, b) : negate(a))),
}
