import { chain } from '../rule/comparing.ts'
import { ordered } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Greater or equal, exactly. Numbers and dates only. */
export const moreOrEqual: Operator = {
  name: '>=',
  title: { zh: '不小于', en: 'At least' },
  names: { zh: ['不小于'], en: ['ATLEAST'] },
  arity: [2, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' ≥ ', en: ' ≥ ' },
  binds: 4,
  type: (site, parts) => (ordered(site, parts) ? { kind: 'boolean' } : undefined),
  run: (node, env) => chain(node, env, (order) => order >= 0),
}
