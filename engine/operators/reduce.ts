import { run, spent } from '../rule/run.ts'
import { bounded } from '../rule/strict.ts'
import { itemOf, joined, type Type } from '../rule/type.ts'
import { isList } from '../rule/value.ts'
import { inside } from '../rule/visible.ts'
import type { Operator } from '../rule/contract.ts'

/** Gathers a list into one value: the second argument sees `current` (or `current.column`) and `accumulator`, which starts as the third. */
export const reduce: Operator = {
  name: 'reduce',
  title: { zh: '归并', en: 'Reduce' },
  names: { zh: ['归并'], en: ['REDUCE'] },
  arity: [3, 3],
  words: { zh: '{0} 由 {2} 起逐行归并 {1}', en: '{0} gathered by {1} from {2}' },
  bind: (site, [list = null, body = null, start = null]) => {
    const source = site.bind(list, 0)
    const initial = site.bind(start, 2)
    if (!source || !initial) return undefined
    const item = itemOf(source.type)
    if (!item) return site.report('rule.type', { expected: ['list', 'table'], actual: source.type.kind }, source.path)
    const visible = inside(site.visible, item, loose(initial.type))
    const gathered = site.bind(body, 1, visible)
    return gathered && { parts: [source, gathered, initial], depth: visible.levels.at(-1)?.depth ?? 0 }
  },
  type: (site, [, body, initial]) => {
    if (!body || !initial) return undefined
    const type = joined(loose(initial.type), loose(body.type))
    return type ?? site.report('rule.mixed', { expected: initial.type.kind, actual: body.type.kind }, body.path)
  },
  run: (node, env) => {
    const [source, body, initial] = node.parts
    const list = source && run(source, env)
    if (!isList(list) || !body || !initial) return undefined
    const [outer, around] = [env.rows[node.depth - 1], env.rows[node.depth]]
    let gathered = run(initial, env)
    for (const item of list) {
      env.rows[node.depth - 1] = gathered
      env.rows[node.depth] = item
      gathered = --env.steps < 0 ? spent(node, env) : bounded(run(body, env), node, env)
      if (env.steps < 0) break
    }
    env.rows[node.depth - 1] = outer
    env.rows[node.depth] = around
    return gathered
  },
}

/** What is gathered changes from row to row: only its kind is certain. */
const loose = (type: Type): Type => (type.kind === 'number' ? { kind: 'number', min: -Infinity, max: Infinity } : type.kind === 'text' ? { kind: 'text' } : type)
