import { run } from '../rule/run.ts'
import { joined } from '../rule/type.ts'
import type { Operator } from '../rule/contract.ts'

/**
 * The value of a name; with a second argument, that value where the first is absent. Null, '' and unknown calculations count
 * as absent. `""` is the row or item itself inside map, filter and their kin.
 */
export const variable: Operator = {
  name: 'var',
  title: { zh: '取值', en: 'Value of' },
  names: { zh: ['取值'], en: ['VALUE'] },
  arity: [0, 2],
  words: { zh: '{0}（未填按 {1}）', en: '{0} ({1} if absent)' },
  bind: (site, [name = '', fallback]) => {
    if (typeof name === 'object' && name !== null && !Array.isArray(name)) return site.report('rule.dynamic')
    if (typeof name === 'object' && name !== null && name.length > 0) return site.report('rule.dynamic')
    const node = site.lookup(name === null || Array.isArray(name) ? '' : String(name), site.pathOf(0))
    if (!node || fallback === undefined) return node
    const other = site.bind(fallback, 1)
    return other && [node, other]
  },
  type: (site, [node, other]) => {
    if (!node || !other) return undefined
    return joined(node.type, other.type) ?? site.report('rule.mixed', { expected: node.type.kind, actual: other.type.kind }, other.path)
  },
  run: ({ parts: [node, other] }, env) => (node && run(node, env)) ?? (other && run(other, env)),
}
