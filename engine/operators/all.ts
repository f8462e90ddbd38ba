import { eachRow, holds, rowwise } from '../rule/rows.ts'
import { condition } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Whether the condition holds for every row or item; of none, false (as in JSON-Logic). False as soon as one fails. */
export const every: Operator = {
  name: 'all',
  title: { zh: '全部成立', en: 'All' },
  names: { zh: ['全部'], en: ['ALL'] },
  arity: [2, 2],
  words: { zh: '{0} 中每一项都 {1}', en: '{1} for all of {0}' },
  binds: 4,
  bind: rowwise,
  type: (site, [, body]) => (body && condition(site, body) ? { kind: 'boolean' } : undefined),
  run: (node, env) => {
    const rows = eachRow(node, env)
    if (!rows) return undefined
    return rows.values.length === 0 || holds(rows.values, false) ? false : rows.values.includes(undefined) ? undefined : true
  },
}
