import { numberIn } from '../rule/interval.ts'
import { rational } from '../rule/rational.ts'
import { items, lengthLimit } from '../rule/strict.ts'
import { itemOf } from '../rule/type.ts'
import type { Operator } from '../rule/contract.ts'

/** How many conditions hold, or how many rows a table or filter has; exact. */
export const count: Operator = {
  name: 'count',
  title: { zh: '计数', en: 'Count' },
  names: { zh: ['计数', '个数'], en: ['COUNT'] },
  arity: [1, Infinity],
  words: { zh: '{*} 的个数', en: 'count of {*}' },
  type: (site, parts) => {
    const [first] = parts
    const item = parts.length === 1 && first ? itemOf(first.type) : undefined
    const fine = item ? ['boolean', 'row', 'nothing'].includes(item.kind) : parts.every((part) => site.want(part, 'boolean'))
    if (!fine && item && first) return site.report('rule.type', { expected: ['boolean', 'row'], actual: item.kind, list: true }, first.path)
    return fine ? numberIn(item ? [0, lengthLimit] : [0, parts.length], { integer: true }) : undefined
  },
  run: (node, env) => {
    let found = 0
    for (const value of items(node, env) ?? [undefined]) {
      if (value === undefined) return undefined
      if (value !== false) found++
    }
    return rational(found)
  },
}
