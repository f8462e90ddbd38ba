import { chain } from '../rule/comparing.ts'
import { equatable } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Equal, exactly; both sides must be of one type. */
export const equal: Operator = {
  name: '==',
  title: { zh: '等于', en: 'Equals' },
  names: { zh: ['等于'], en: ['EQUAL'] },
  arity: [2, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' = ', en: ' = ' },
  binds: 4,
  type: (site, parts) => (equatable(site, parts) ? { kind: 'boolean' } : undefined),
  run: (node, env) => chain(node, env, (order) => order === 0),
}

/** Another spelling: types are checked beforehand, so strict and loose are the same. */
export const strictlyEqual: Operator = { ...equal, name: '===', names: { zh: ['全等'], en: ['IDENTICAL'] } }
