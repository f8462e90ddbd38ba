import { run } from '../rule/run.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** JSON-Logic's truth of any value: 0, '', false and an empty list are false. The explicit way to turn a value into a condition. */
export const truth: Operator = {
  name: '!!',
  title: { zh: '非零非空', en: 'Is truthy' },
  names: { zh: ['非零非空'], en: ['TRUTHY'] },
  arity: [1, 1],
  words: { zh: '{0} 非零非空', en: '{0} is not empty or zero' },
  binds: 4,
  type: (site, parts) => (parts.every((part) => site.want(part, 'boolean', 'number', 'text', 'date', 'list', 'table')) ? { kind: 'boolean' } : undefined),
  run: ({ parts: [part] }, env) => {
    const value = part && run(part, env)
    return value === undefined ? undefined : truthy(value)
  },
}
