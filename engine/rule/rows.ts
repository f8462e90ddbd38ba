import type { Rule } from '../../schemas/index.ts'
import { run, spent } from './run.ts'
import { itemOf } from './type.ts'
import { isList, truthy, type List, type Value } from './value.ts'
import { inside } from './visible.ts'
import type { Bound, Env, Node, Site } from './contract.ts'

/** Binds a list and what is asked of each of its rows. */
export function rowwise(site: Site, [list = null, body = null]: readonly Rule[]): Partial<Bound> | undefined {
  const source = site.bind(list, 0)
  if (!source) return undefined
  const item = itemOf(source.type)
  if (!item) return site.report('rule.type', { expected: ['list', 'table'], actual: source.type.kind }, source.path)
  const visible = inside(site.visible, item)
  const asked = site.bind(body, 1, visible)
  return asked && { parts: [source, asked], depth: visible.levels.at(-1)?.depth ?? 0 }
}

/** The items and what the second argument gives for each; undefined while the list is unknown. */
export function eachRow(node: Node, env: Env): { items: List; values: (Value | undefined)[] } | undefined {
  const [source, body] = node.parts
  const items = source && run(source, env)
  if (!isList(items) || !body) return undefined
  const around = env.rows[node.depth]
  const values: (Value | undefined)[] = []
  for (const item of items) {
    if (--env.steps < 0) return spent(node, env)
    env.rows[node.depth] = item
    values.push(run(body, env))
  }
  env.rows[node.depth] = around
  return { items, values }
}

/** Whether some of the known values are (or are not) true. */
export const holds = (values: List, wanted: boolean): boolean => values.some((value) => value !== undefined && truthy(value) === wanted)
