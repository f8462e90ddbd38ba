import { compared } from '../rule/comparing.ts'
import { run } from '../rule/run.ts'
import { itemOf } from '../rule/type.ts'
import { offered } from '../rule/typing.ts'
import { isList } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** Whether a list has the value among its items, or a text has the other within it. */
export const within: Operator = {
  name: 'in',
  title: { zh: '属于', en: 'Is one of' },
  names: { zh: ['属于'], en: ['ISIN'] },
  arity: [2, 2],
  words: { zh: '{0} 属于 {1}', en: '{0} is one of {1}' },
  binds: 4,
  type: (site, [needle, stack]) => {
    if (!needle || !stack || !site.want(stack, 'text', 'list')) return undefined
    const item = itemOf(stack.type) ?? stack.type
    const pair = `${item.kind} ${needle.type.kind}`
    if (!site.want(needle, 'text', 'number', 'boolean', 'date')) return undefined
    if (item.kind !== needle.type.kind && item.kind !== 'nothing' && needle.type.kind !== 'nothing' && !['text date', 'date text'].includes(pair)) {
      return site.report('rule.comparison', { left: needle.type.kind, right: item.kind })
    }
    if (stack.operator?.name === '[]') for (const part of needle.kind === 'constant' ? [] : stack.parts) offered(site, needle.type, part)
    else if (stack.type.kind === 'list') offered(site, item, needle)
    return { kind: 'boolean' }
  },
  run: ({ parts: [a, b] }, env) => {
    const needle = a && run(a, env)
    const stack = b && run(b, env)
    if (isList(stack) && stack.length === 0) return false
    if (typeof stack === 'string' || isList(stack)) env.steps -= stack.length >> 4
    if (needle === undefined || stack === undefined) return undefined
    if (typeof stack === 'string') return typeof needle === 'string' && stack.includes(needle)
    if (!isList(stack)) return undefined
    if (stack.some((item) => compared(item, needle) === 0)) return true
    return stack.includes(undefined) ? undefined : false
  },
}
