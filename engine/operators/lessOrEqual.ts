import { chain } from '../rule/comparing.ts'
import { ordered } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** In order, exactly: a ≤ b, or a ≤ b ≤ c. Numbers and dates only. */
export const lessOrEqual: Operator = {
  name: '<=',
  title: { zh: '不大于', en: 'At most' },
  names: { zh: ['不大于'], en: ['ATMOST'] },
  arity: [2, 3],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' ≤ ', en: ' ≤ ' },
  binds: 4,
  type: (site, parts) => (ordered(site, parts) ? { kind: 'boolean' } : undefined),
  run: (node, env) => chain(node, env, (order) => order <= 0),
}
