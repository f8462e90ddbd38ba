import { run } from '../rule/run.ts'
import { allConditions } from '../rule/typing.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** True when all hold; false as soon as one does not, even if others are unknown. */
export const and: Operator = {
  name: 'and',
  title: { zh: '且', en: 'And' },
  names: { zh: ['且', '并且'], en: ['AND'] },
  arity: [1, Infinity],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' 且 ', en: ' and ' },
  binds: 3,
  type: (site, parts) => (allConditions(site, parts) ? { kind: 'boolean' } : undefined),
  run: ({ parts }, env) => {
    let unknown = false
    for (const part of parts) {
      const value = run(part, env)
      if (value === undefined) unknown = true
      else if (!truthy(value)) return false
    }
    return unknown ? undefined : true
  },
}
