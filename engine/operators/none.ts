import { eachRow, holds, rowwise } from '../rule/rows.ts'
import { condition } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Whether the condition holds for no row or item; of none, true. */
export const none: Operator = {
  name: 'none',
  title: { zh: '全部不成立', en: 'None' },
  names: { zh: ['全无'], en: ['NONE'] },
  arity: [2, 2],
  words: { zh: '{0} 中没有一项 {1}', en: '{1} for none of {0}' },
  binds: 4,
  bind: rowwise,
  type: (site, [, body]) => (body && condition(site, body) ? { kind: 'boolean' } : undefined),
  run: (node, env) => {
    const rows = eachRow(node, env)
    if (!rows) return undefined
    return holds(rows.values, true) ? false : rows.values.includes(undefined) ? undefined : true
  },
}
