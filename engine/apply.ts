import type { EvaluationPoint, Framework, Indicator } from '../schemas/index.ts'
import { entities, type Change, type ChildList, type Part } from './diff.ts'

type Plain = Record<string, unknown>

/** A framework with a difference applied: `apply(a, diff(a, b))` equals `b` but for the order of keys. */
export function apply(framework: Framework, changes: readonly Change[]): Framework {
  const own = new Map([...entities(framework)].map(([key, entity]) => [key, entity.own]))
  const lists = listsOf(framework)
  for (const change of changes) {
    const key = `${change.entity}:${change.id}`
    if (change.kind === 'removed') own.delete(key)
    else own.set(key, change.parts.reduce<Plain>((value, part) => put(value, part), own.get(key) ?? {}))
    if (change.place?.before) lists.take(change.place.before.parent, change.entity, change.id)
  }
  for (const change of changes) for (const { list, after } of change.order ?? []) lists.reorder(change.id, list, after)
  for (const change of changes) if (change.place?.after) lists.insert(change.place.after.parent, change.entity, change.id, change.place.after.behind)
  return rebuild(framework, own, lists)
}

function put(value: Plain, { path, after }: Part): Plain {
  if (path === '') return (after ?? {}) as Plain
  const [, first = '', ...rest] = path.split('/')
  const key = first.replaceAll('~1', '/').replaceAll('~0', '~')
  const { [key]: old, ...others } = value
  const young = rest.length === 0 ? after : put((old ?? {}) as Plain, { path: `/${rest.join('/')}`, effect: 'text', after })
  return young === undefined ? others : { ...others, [key]: young }
}

/** The children of every node as lists of ids. */
function listsOf(framework: Framework) {
  const lists = new Map<string, string[]>()
  const key = (parent: string, list: ChildList): string => `${list}:${parent}`
  const get = (parent: string, list: ChildList): string[] => lists.get(key(parent, list)) ?? []
  const listFor = (kind: string): ChildList => (kind === 'point' ? 'evaluationPoints' : 'children')
  const walk = (nodes: readonly Indicator[], parent: string): void => {
    lists.set(key(parent, 'children'), nodes.map(({ id }) => id))
    for (const node of nodes) {
      lists.set(key(node.id, 'evaluationPoints'), (node.evaluationPoints ?? []).map(({ id }) => id))
      walk(node.children ?? [], node.id)
    }
  }
  walk(framework.indicators, framework.id)
  return {
    get,
    take(parent: string, kind: string, id: string): void {
      lists.set(key(parent, listFor(kind)), get(parent, listFor(kind)).filter((other) => other !== id))
    },
    insert(parent: string, kind: string, id: string, behind: string | null): void {
      const ids = get(parent, listFor(kind))
      const at = behind === null ? 0 : ids.indexOf(behind) + 1 || ids.length
      lists.set(key(parent, listFor(kind)), ids.toSpliced(at, 0, id))
    },
    reorder(parent: string, list: ChildList, order: readonly string[]): void {
      const queue = [...order]
      lists.set(key(parent, list), get(parent, list).map((id) => (order.includes(id) ? (queue.shift() ?? id) : id)))
    },
  }
}

function rebuild(framework: Framework, own: ReadonlyMap<string, Plain>, lists: ReturnType<typeof listsOf>): Framework {
  const all = (kind: string): Record<string, unknown> =>
    Object.fromEntries([...own].filter(([key]) => key.startsWith(`${kind}:`)).map(([key, value]) => [key.slice(kind.length + 1), value]))
  const indicator = (id: string): Indicator => {
    const children = lists.get(id, 'children').map(indicator)
    const points = lists.get(id, 'evaluationPoints').map((point) => own.get(`point:${point}`) as unknown as EvaluationPoint)
    return { ...(own.get(`indicator:${id}`) as unknown as Indicator), ...(children.length > 0 && { children }), ...(points.length > 0 && { evaluationPoints: points }) }
  }
  const head = own.get(`framework:${framework.id}`) as unknown as Framework
  return {
    ...head,
    elements: all('element') as Framework['elements'],
    parameters: all('parameter') as Framework['parameters'],
    scales: all('scale') as Framework['scales'],
    indicators: lists.get(framework.id, 'children').map(indicator),
  }
}
