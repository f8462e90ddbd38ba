import { run } from '../rule/run.ts'
import { bounded } from '../rule/strict.ts'
import { itemOf, joined, type Type } from '../rule/type.ts'
import { isList, type Value } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** One list of all items of its arguments; an argument that is no list is one item. */
export const merge: Operator = {
  name: 'merge',
  title: { zh: '合并', en: 'Merge' },
  names: { zh: ['合并'], en: ['MERGE'] },
  arity: [0, Infinity],
  words: { zh: '{*} 合在一起', en: '{*} together' },
  type: (site, parts) => {
    let of: Type = { kind: 'nothing' }
    for (const part of parts) {
      const next = joined(of, itemOf(part.type) ?? part.type)
      if (!next) return site.report('rule.mixed', { expected: of.kind, actual: part.type.kind }, part.path)
      of = next
    }
    return of.kind === 'row' ? { kind: 'table', columns: of.columns } : { kind: 'list', of }
  },
  run: (node, env) => {
    const merged: (Value | undefined)[] = []
    for (const part of node.parts) {
      const value = run(part, env)
      if (value === undefined && itemOf(part.type)) return undefined
      if (isList(value)) for (const item of value) merged.push(item)
      else merged.push(value)
    }
    return bounded(merged, node, env)
  },
}
