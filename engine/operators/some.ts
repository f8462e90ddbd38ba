import { eachRow, holds, rowwise } from '../rule/rows.ts'
import { condition } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Whether the condition holds for at least one row or item; of none, false. */
export const some: Operator = {
  name: 'some',
  title: { zh: '至少一项成立', en: 'Some' },
  names: { zh: ['存在'], en: ['SOME'] },
  arity: [2, 2],
  words: { zh: '{0} 中至少一项 {1}', en: '{1} for some of {0}' },
  binds: 4,
  bind: rowwise,
  type: (site, [, body]) => (body && condition(site, body) ? { kind: 'boolean' } : undefined),
  run: (node, env) => {
    const rows = eachRow(node, env)
    if (!rows) return undefined
    return holds(rows.values, true) ? true : rows.values.includes(undefined) ? undefined : false
  },
}
