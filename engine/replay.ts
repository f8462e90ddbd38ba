import type { Node, Outcome } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import { diff, type Change } from './diff.ts'
import { evaluate } from './evaluate.ts'
import type { Input } from './input.ts'
import { namesIn } from './names.ts'
import type { Rule } from '../schemas/index.ts'

/** How one node of one unit comes out under both editions. */
export interface ReplayedNode {
  node: string
  before: Pick<Node, 'status' | 'level' | 'score' | 'possible'> | undefined
  after: Pick<Node, 'status' | 'level' | 'score' | 'possible'> | undefined
  /** Better or worse where both are levels of one scale; else only that it changed. */
  direction: 'up' | 'down' | 'changed'
  /** What changed between the editions that this node rests on: titles of parameters, points, fields, scales. */
  reasons: string[]
}

/** The units whose result another edition changes, in the order given, each with the nodes that change; `changed` counts these nodes over all units. */
export interface Replay { units: { unit: string; changes: ReplayedNode[] }[]; changed: number }

/**
 * Judges the same inputs under two editions: the matrix of units by nodes whose status, level, score or possible levels
 * change, each with what it changed because of. Nodes that only one edition has are left out: `diff` tells of them.
 */
export function replay(before: Compiled, after: Compiled, inputs: readonly { unit: string; input: Input }[]): Replay {
  const judge = replayer(before, after)
  const units = inputs.map(({ unit, input }) => ({ unit, changes: judge(input).changes }))
  return { units, changed: units.filter(({ changes }) => changes.length > 0).length }
}

/** The same one input at a time, for whoever must not wait for all of them; an outcome already known is not worked out again. */
export function replayer(before: Compiled, after: Compiled): (input: Input, was?: Outcome) => { before: Outcome; after: Outcome; changes: ReplayedNode[] } {
  const shared = [...after.nodes.keys()].filter((id) => before.nodes.has(id))
  let reasons: ((id: string) => string[]) | undefined
  return (input, was = evaluate(before, input)) => {
    const is = evaluate(after, input)
    const changes = shared.flatMap((id): ReplayedNode[] => {
      const [old, young] = [was.nodes[id], is.nodes[id]]
      if (alike(old, young)) return []
      reasons ??= reasonsOf(before, after)
      return [{ node: id, before: brief(old), after: brief(young), direction: directionOf(after, old, young), reasons: reasons(id) }]
    })
    return { before: was, after: is, changes }
  }
}

const brief = (node: Node | undefined): ReplayedNode['before'] =>
  node && { status: node.status, possible: node.possible, ...(node.level !== undefined && { level: node.level }), ...(node.score !== undefined && { score: node.score }) }

const alike = (a: Node | undefined, b: Node | undefined): boolean =>
  a?.status === b?.status && a?.level === b?.level && a?.score === b?.score && sameList(a?.possible ?? [], b?.possible ?? [])
const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i])

function directionOf(compiled: Compiled, a: Node | undefined, b: Node | undefined): ReplayedNode['direction'] {
  const levels = a?.scale !== undefined && a.scale === b?.scale ? (compiled.framework.scales[a.scale]?.levels ?? []) : []
  const [from, to] = [a, b].map((node) => levels.findIndex(({ id }) => id === node?.level))
  return from === undefined || to === undefined || from < 0 || to < 0 || from === to ? 'changed' : to < from ? 'up' : 'down'
}

/** For each node, the titles of the changes it rests on, directly or through what it reads. */
function reasonsOf(before: Compiled, after: Compiled): (id: string) => string[] {
  const changes = diff(before.framework, after.framework).filter(({ effects }) => effects.some((effect) => effect !== 'text'))
  const titleOf = ({ code, title, id }: Change): string => [code, title ?? id].filter(Boolean).join(' ')
  const byKey = new Map(changes.map((change) => [`${change.entity}:${change.id}`, titleOf(change)]))
  const cache = new Map<string, string[]>()
  const reasons = (id: string): string[] => {
    const known = cache.get(id)
    if (known) return known
    const found = new Set<string>()
    const add = (key: string): void => {
      const title = byKey.get(key)
      if (title !== undefined) found.add(title)
    }
    const point = after.point(id)
    if (point) {
      add(`point:${id}`)
      add(`scale:${point.point.rubric.scale ?? ''}`)
      for (const name of namesBehind(after, point.point as unknown as Rule)) add(name.startsWith('params.') ? `parameter:${name.slice('params.'.length)}` : `element:${name}`)
      for (const { id: field } of point.fields) add(`element:${field}`)
    } else {
      add(`indicator:${id}`)
      if (id === after.framework.id) add(`framework:${id}`)
      for (const name of namesIn((after.nodes.get(id)?.aggregation ?? null) as unknown as Rule)) add(`parameter:${name.slice('params.'.length)}`)
      for (const child of after.nodes.get(id)?.children ?? []) for (const reason of reasons(child.id)) found.add(reason)
    }
    cache.set(id, [...found])
    return [...found]
  }
  return reasons
}

/** Names a point's rules read, through the calculations of other points and the columns of its tables. */
function namesBehind(compiled: Compiled, point: Rule): Set<string> {
  const found = namesIn(point)
  const rules = new Map(compiled.calculations.map(({ id, rule }) => [id, rule?.source]))
  for (const name of found) {
    const source = rules.get(name)
    if (source !== undefined) namesIn(source, found)
    const field = compiled.fields.get(name)?.schema
    if (field?.items) namesIn(field as unknown as Rule, found)
  }
  return found
}
