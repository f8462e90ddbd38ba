import { numberIn, times } from '../rule/interval.ts'
import { add, zero } from '../rule/rational.ts'
import { lengthLimit, overNumbers } from '../rule/strict.ts'
import { numbersType } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact sum of a list, or of its arguments; of an empty list 0. One unknown item makes it unknown. */
export const sum: Operator = {
  name: 'sum',
  title: { zh: '求和', en: 'Sum' },
  names: { zh: ['求和', '合计'], en: ['SUM'] },
  arity: [1, Infinity],
  words: { zh: '{*} 之和', en: 'sum of {*}' },
  type: (site, parts) => {
    const type = numbersType(site, parts)
    if (!type) return undefined
    return numberIn(times(type.interval, [0, lengthLimit]), { integer: type.integer, ...(type.unit === undefined ? {} : { unit: type.unit }) })
  },
  run: overNumbers((values) => values.reduce(add, zero)),
}
