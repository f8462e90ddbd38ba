import { chain } from '../rule/comparing.ts'
import { ordered } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Greater, exactly. Numbers and dates only. */
export const more: Operator = {
  name: '>',
  title: { zh: '大于', en: 'More than' },
  names: { zh: ['大于'], en: ['MORE'] },
  arity: [2, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' > ', en: ' > ' },
  binds: 4,
  type: (site, parts) => (ordered(site, parts) ? { kind: 'boolean' } : undefined),
  run: (node, env) => chain(node, env, (order) => order > 0),
}
