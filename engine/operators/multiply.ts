import { intervalOf, numberIn, times as multiplyIntervals } from '../rule/interval.ts'
import { multiply } from '../rule/rational.ts'
import { numeric } from '../rule/strict.ts'
import { allNumbers, isInteger, onlyUnit } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact product of its arguments. */
export const times: Operator = {
  name: '*',
  title: { zh: '乘', en: 'Multiply' },
  names: { zh: ['乘'], en: ['MULTIPLY'] },
  arity: [1, Infinity],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' × ', en: ' × ' },
  binds: 6,
  type: (site, parts) => (allNumbers(site, parts) ? numberIn(parts.map(intervalOf).reduce(multiplyIntervals), { integer: parts.every(isInteger), ...onlyUnit(parts) }) : undefined),
  run: numeric((args) => args.reduce(multiply)),
}
