import { numberIn } from '../rule/interval.ts'
import { add, divide, rational, zero } from '../rule/rational.ts'
import { note } from '../rule/run.ts'
import { overNumbers } from '../rule/strict.ts'
import { numbersType } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The exact arithmetic mean of a list, or of its arguments; of an empty list unknown, with an issue. */
export const mean: Operator = {
  name: 'mean',
  title: { zh: '平均值', en: 'Mean' },
  names: { zh: ['平均值', '平均'], en: ['MEAN', 'AVERAGE'] },
  arity: [1, Infinity],
  words: { zh: '{*} 的平均值', en: 'mean of {*}' },
  type: (site, parts) => {
    const type = numbersType(site, parts)
    return type && numberIn(type.interval, type.unit === undefined ? {} : { unit: type.unit })
  },
  run: overNumbers((values, node, env) => (values.length === 0 ? note(env, 'rule.empty', node) : divide(values.reduce(add, zero), rational(values.length)))),
}
