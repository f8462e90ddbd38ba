import { absent, named, namesOf } from '../rule/names.ts'
import type { Operator } from '../rule/contract.ts'

/** The names, out of those listed, that have no value. Absent is null, '' or unknown; 0 and false are values. */
export const missing: Operator = {
  name: 'missing',
  title: { zh: '缺填的项', en: 'Missing' },
  names: { zh: ['缺填'], en: ['MISSING'] },
  arity: [0, Infinity],
  words: { zh: '{*} 中未填的', en: 'those of {*} not given' },
  bind: named,
  type: () => ({ kind: 'list', of: { kind: 'text' } }),
  run: (node, env) => {
    const names = namesOf(node.parts, env)
    return names && absent(names, node, env)
  },
}
