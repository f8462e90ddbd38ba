import { run } from '../rule/run.ts'
import { allConditions } from '../rule/typing.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** True when its condition does not hold; unknown stays unknown. */
export const not: Operator = {
  name: '!',
  title: { zh: '非', en: 'Not' },
  names: { zh: ['非'], en: ['NOT'] },
  arity: [1, 1],
  words: { zh: '并非 {0}', en: 'not {0}' },
  binds: 7,
  type: (site, parts) => (allConditions(site, parts) ? { kind: 'boolean' } : undefined),
  run: ({ parts: [part] }, env) => {
    const value = part && run(part, env)
    return value === undefined ? undefined : !truthy(value)
  },
}
