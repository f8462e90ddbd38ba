import { eachRow, rowwise } from '../rule/rows.ts'
import { condition } from '../rule/typing.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** The rows or items for which the condition holds. While it is unknown for one of them, so is the result. */
export const filter: Operator = {
  name: 'filter',
  title: { zh: '筛选', en: 'Filter' },
  names: { zh: ['筛选'], en: ['FILTER'] },
  arity: [2, 2],
  words: { zh: '{0} 中 {1} 的', en: 'those of {0} where {1}' },
  bind: rowwise,
  type: (site, [list, body]) => (list && body && condition(site, body) ? list.type : undefined),
  run: (node, env) => {
    const rows = eachRow(node, env)
    if (!rows || rows.values.includes(undefined)) return undefined
    return rows.items.filter((_, i) => {
      const value = rows.values[i]
      return value !== undefined && truthy(value)
    })
  },
}
