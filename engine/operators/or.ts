import { run } from '../rule/run.ts'
import { allConditions } from '../rule/typing.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** True as soon as one holds, even if others are unknown; false when none does. */
export const or: Operator = {
  name: 'or',
  title: { zh: '或', en: 'Or' },
  names: { zh: ['或', '或者'], en: ['OR'] },
  arity: [1, Infinity],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' 或 ', en: ' or ' },
  binds: 2,
  type: (site, parts) => (allConditions(site, parts) ? { kind: 'boolean' } : undefined),
  run: ({ parts }, env) => {
    let unknown = false
    for (const part of parts) {
      const value = run(part, env)
      if (value === undefined) unknown = true
      else if (truthy(value)) return true
    }
    return unknown ? undefined : false
  },
}
