import { run } from './run.ts'
import { joined, type Type } from './type.ts'
import type { Operator } from './contract.ts'

/** A list written out: `[1, 2, {"var": "x"}]`. */
export const listLiteral: Operator = {
  name: '[]',
  title: { zh: '列表', en: 'List' },
  names: { zh: [], en: [] },
  arity: [0, Infinity],
  words: { zh: '（{*}）', en: '({*})' },
  type: (site, parts) => {
    let of: Type = { kind: 'nothing' }
    for (const part of parts) {
      const next = joined(of, part.type)
      if (!next) return site.report('rule.mixed', { expected: of.kind, actual: part.type.kind }, part.path)
      of = next
    }
    return { kind: 'list', of }
  },
  run: ({ parts }, env) => parts.map((part) => run(part, env)),
}
