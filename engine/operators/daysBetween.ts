import { dayOf } from '../rule/day.ts'
import { numberIn } from '../rule/interval.ts'
import { rational } from '../rule/rational.ts'
import { run } from '../rule/run.ts'
import { ordered } from '../rule/typing.ts'
import type { Operator } from '../rule/contract.ts'

/** How many days the second date lies after the first; negative if before. */
export const daysBetween: Operator = {
  name: 'daysBetween',
  title: { zh: '相隔天数', en: 'Days between' },
  names: { zh: ['相隔天数'], en: ['DAYSBETWEEN'] },
  arity: [2, 2],
  words: { zh: '{0} 至 {1} 的天数', en: 'days from {0} to {1}' },
  type: (site, parts) => {
    if (!parts.some(({ type }) => type.kind === 'date')) return parts.every((part) => site.want(part, 'date')) ? numberIn([-4e6, 4e6], { integer: true, unit: '天' }) : undefined
    return ordered(site, parts) ? numberIn([-4e6, 4e6], { integer: true, unit: '天' }) : undefined
  },
  run: ({ parts }, env) => {
    const [from, to] = parts.map((part) => {
      const date = run(part, env)
      return typeof date === 'string' ? dayOf(date) : undefined
    })
    return from === undefined || to === undefined ? undefined : rational(to - from)
  },
}
