import { eachRow, rowwise } from '../rule/rows.ts'
import type { Operator } from '../rule/contract.ts'

/** The list of what the second argument gives for each row or item. A row's columns are seen first, then the names outside. */
export const map: Operator = {
  name: 'map',
  title: { zh: '逐行取值', en: 'For each' },
  names: { zh: ['逐行'], en: ['MAP'] },
  arity: [2, 2],
  words: { zh: '{0} 逐行的 {1}', en: '{1} for each of {0}' },
  bind: rowwise,
  type: (_site, [, body]) => body && { kind: 'list', of: body.type },
  run: (node, env) => eachRow(node, env)?.values,
}
