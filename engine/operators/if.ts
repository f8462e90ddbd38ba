import { condition, common } from '../rule/typing.ts'
import { run } from '../rule/run.ts'
import { truthy } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** The value after the first condition that holds, else the last. An unknown condition makes the result unknown. */
export const when: Operator = {
  name: 'if',
  title: { zh: '若', en: 'If' },
  names: { zh: ['若', '如果'], en: ['IF'] },
  arity: [1, Infinity],
  words: { zh: '若 {0} 则 {1}，否则 {2}', en: 'if {0} then {1}, otherwise {2}' },
  binds: 1,
  type: (site, parts) => {
    const isCondition = (i: number): boolean => i % 2 === 0 && i < parts.length - 1
    const fine = parts.filter((_, i) => isCondition(i)).map((part) => condition(site, part)).every(Boolean)
    const type = common(site, parts.filter((_, i) => !isCondition(i)))
    return fine ? type : undefined
  },
  run: ({ parts }, env) => {
    for (let i = 0; i < parts.length - 1; i += 2) {
      const test = parts[i]
      const met = test && run(test, env)
      if (met === undefined) return undefined
      const branch = parts[i + 1]
      if (truthy(met)) return branch && run(branch, env)
    }
    const last = parts.length % 2 === 1 ? parts.at(-1) : undefined
    return last && run(last, env)
  },
}

/** Another spelling of `if`. */
export const choose: Operator = { ...when, name: '?:', names: { zh: ['选择'], en: ['CHOOSE'] } }
