import { intervalOf, numberIn, plus as addIntervals } from '../rule/interval.ts'
import { add, zero } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, unitOf } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact sum of its arguments. */
export const plus: Operator = {
  name: '+',
  title: { zh: '加', en: 'Add' },
  names: { zh: ['加'], en: ['ADD'] },
  arity: [0, Infinity],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' + ', en: ' + ' },
  binds: 5,
  type: (site, parts) => (allNumbers(site, parts) ? numberIn(parts.map(intervalOf).reduce(addIntervals, [0, 0]), { ...unitOf(parts), integer: parts.every(isInteger) }) : undefined),
  run: numeric((args) => args.reduce(add, zero)),
}
