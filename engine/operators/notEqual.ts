import { chain } from '../rule/comparing.ts'
import { equatable } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** Not equal, exactly; both sides must be of one type. */
export const notEqual: Operator = {
  name: '!=',
  title: { zh: '不等于', en: 'Differs from' },
  names: { zh: ['不等于'], en: ['UNEQUAL'] },
  arity: [2, 2],
  words: { zh: '{*}', en: '{*}' },
  join: { zh: ' ≠ ', en: ' ≠ ' },
  binds: 4,
  type: (site, parts) => (equatable(site, parts) ? { kind: 'boolean' } : undefined),
  run: (node, env) => chain(node, env, (order) => order !== 0),
}

/** Another spelling: types are checked beforehand, so strict and loose are the same. */
export const strictlyNotEqual: Operator = { ...notEqual, name: '!==', names: { zh: ['不全等'], en: ['UNIDENTICAL'] } }
