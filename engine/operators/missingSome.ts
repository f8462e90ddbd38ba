import { absent, named, namesOf } from '../rule/names.ts'
import { compare, rational } from '../rule/rational.ts'
import { run } from '../rule/run.ts'
import { fraction, isNumber } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** Nothing while at least so many of the names have values, else those that have none. */
export const missingSome: Operator = {
  name: 'missing_some',
  title: { zh: '至少填几项', en: 'Missing some' },
  names: { zh: ['至少填'], en: ['MISSINGSOME'] },
  arity: [2, 2],
  words: { zh: '{1} 中至少应填 {0} 项而未填的', en: 'those of {1} not given unless {0} are' },
  bind: named,
  type: (site, [count]) => (count && site.want(count, 'number') ? { kind: 'list', of: { kind: 'text' } } : undefined),
  run: (node, env) => {
    const [count, list] = node.parts
    const least = count && run(count, env)
    const names = list && namesOf([list], env)
    if (!names || !isNumber(least)) return undefined
    const without = absent(names, node, env)
    return compare(rational(names.length - without.length), fraction(least)) >= 0 ? [] : without
  },
}
