import { run } from '../rule/run.ts'
import { common } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** The first of its arguments that is known. */
export const coalesce: Operator = {
  name: '??',
  title: { zh: '首个有值的', en: 'First known' },
  names: { zh: ['首个有值'], en: ['COALESCE'] },
  arity: [1, Infinity],
  words: { zh: '{*} 中首个有值的', en: 'the first known of {*}' },
  type: common,
  run: ({ parts }, env) => {
    for (const part of parts) {
      const value = run(part, env)
      if (value !== undefined) return value
    }
    return undefined
  },
}
