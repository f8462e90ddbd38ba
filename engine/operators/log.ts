import { run } from '../rule/run.ts'
import type { Operator } from '../rule/contract.ts'

/** Its argument, unchanged: a mark for whoever reads the trace. Nothing is printed. */
export const log: Operator = {
  name: 'log',
  title: { zh: '原样', en: 'As is' },
  names: { zh: ['原样'], en: ['LOG'] },
  arity: [1, 1],
  words: { zh: '{0}', en: '{0}' },
  type: (_site, [part]) => part?.type,
  run: ({ parts: [part] }, env) => part && run(part, env),
}
