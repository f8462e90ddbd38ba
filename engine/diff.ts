import type { EvaluationPoint, Framework, Indicator } from '../schemas/index.ts'

/** What a change does to the people who work with the framework. */
export type Effect = 'text' | 'form' | 'rule' | 'weight' | 'rubric' | 'structure'

/** What a difference is about. Permanent ids are unique within a kind. */
export type EntityKind = 'framework' | 'element' | 'parameter' | 'scale' | 'indicator' | 'point'

/** Where a node hangs: under which indicator (the framework's id for the first tier) and behind which sibling. */
export interface Place { parent: string; behind: string | null }

/** One value that differs, at a JSON Pointer inside its entity; a missing side means the key did not exist. */
export interface Part { path: string; effect: Effect; before?: unknown; after?: unknown }

/** One entity that was added, removed or updated, identified by its permanent id. */
export interface Change {
  kind: 'added' | 'removed' | 'updated'
  entity: EntityKind
  id: string
  effects: Effect[]
  parts: Part[]
  /** Set where a node appears, disappears or hangs elsewhere. */
  place?: { before?: Place; after?: Place }
  /** Set on a parent whose remaining children stand in another order. */
  order?: { list: ChildList; before: string[]; after: string[] }[]
  /** Code and title for display, from the side that has the entity (the later one if both do). */
  code?: string
  title?: string
}

export type ChildList = 'children' | 'evaluationPoints'
type Plain = Record<string, unknown>
/** One entity taken out of its document: itself without its children, and where it stood. */
interface Entity { kind: EntityKind; id: string; own: Plain; place?: Place }

/**
 * The semantic difference of two editions, by permanent id, in document order of the later edition with removals last.
 * Laws: `diff(a, a)` is empty; `diff(b, a)` is `reverse(diff(a, b))`; `apply(a, diff(a, b))` equals `b` but for key order.
 */
export function diff(before: Framework, after: Framework): Change[] {
  const old = entities(before)
  const young = entities(after)
  const changes: Change[] = []
  for (const [key, entity] of young) {
    const former = old.get(key)
    const change = former ? updated(former, entity, before, after) : whole('added', entity)
    if (change) changes.push(change)
  }
  for (const [key, entity] of old) if (!young.has(key)) changes.push(whole('removed', entity))
  return changes
}

/** The difference read backwards. */
export function reverse(changes: readonly Change[]): Change[] {
  const turned = changes.map((change): Change => ({
    ...change,
    kind: change.kind === 'added' ? 'removed' : change.kind === 'removed' ? 'added' : 'updated',
    parts: change.parts.map(({ path, effect, before, after }) => part(path, effect, after, before)),
    ...(change.place && { place: { ...(change.place.after && { before: change.place.after }), ...(change.place.before && { after: change.place.before }) } }),
    ...(change.order && { order: change.order.map(({ list, before, after }) => ({ list, before: after, after: before })) }),
  }))
  return turned
}

/** The entities of a framework by kind and id, in document order. */
export function entities(framework: Framework): Map<string, Entity> {
  const found = new Map<string, Entity>()
  const add = (entity: Entity): void => void found.set(`${entity.kind}:${entity.id}`, entity)
  const { elements, parameters, scales, indicators, ...head } = framework
  add({ kind: 'framework', id: framework.id, own: head })
  for (const [id, own] of Object.entries(elements)) add({ kind: 'element', id, own: own as unknown as Plain })
  for (const [id, own] of Object.entries(parameters)) add({ kind: 'parameter', id, own: own as unknown as Plain })
  for (const [id, own] of Object.entries(scales)) add({ kind: 'scale', id, own: own as unknown as Plain })
  const walk = (list: readonly Indicator[], parent: string): void => {
    for (const [i, indicator] of list.entries()) {
      const { children = [], evaluationPoints = [], ...own } = indicator
      add({ kind: 'indicator', id: indicator.id, own: own as Plain, place: { parent, behind: list[i - 1]?.id ?? null } })
      walk(children, indicator.id)
      for (const [j, point] of evaluationPoints.entries()) {
        add({ kind: 'point', id: point.id, own: point as unknown as Plain, place: { parent: indicator.id, behind: evaluationPoints[j - 1]?.id ?? null } })
      }
    }
  }
  walk(indicators, framework.id)
  return found
}

function whole(kind: 'added' | 'removed', entity: Entity): Change {
  const side = kind === 'added' ? 'after' : 'before'
  const effect = entity.place ? 'structure' : effectOf(entity.kind, '')
  return {
    kind, entity: entity.kind, id: entity.id, effects: [effect], parts: [{ path: '', effect, [side]: entity.own }],
    ...(entity.place && { place: { [side]: entity.place } }), ...label(entity),
  }
}

function updated(former: Entity, entity: Entity, before: Framework, after: Framework): Change | undefined {
  const parts = [...differences(former.own, entity.own, '', entity.kind)]
  const moved = former.place?.parent !== entity.place?.parent
  const order = orders(entity, before, after)
  if (parts.length === 0 && !moved && order.length === 0) return undefined
  const effects = new Set(parts.map(({ effect }) => effect))
  if (moved || order.length > 0) effects.add('structure')
  return {
    kind: 'updated', entity: entity.kind, id: entity.id, effects: [...effects].toSorted(), parts,
    ...(moved && former.place && entity.place && { place: { before: former.place, after: entity.place } }),
    ...(order.length > 0 && { order }), ...label(entity),
  }
}

const label = ({ own }: Entity): { code?: string; title?: string } => ({
  ...(typeof own['code'] === 'string' && { code: own['code'] }), ...(typeof own['title'] === 'string' && { title: own['title'] }),
})

/** Lists of a parent whose common children changed their relative order. */
function orders(entity: Entity, before: Framework, after: Framework): NonNullable<Change['order']> {
  if (entity.kind !== 'framework' && entity.kind !== 'indicator') return []
  const result: NonNullable<Change['order']> = []
  for (const list of ['children', 'evaluationPoints'] as const) {
    const old = childIds(before, entity.id, list)
    const young = childIds(after, entity.id, list)
    const common = new Set(old.filter((id) => young.includes(id)))
    const [was, is] = [old.filter((id) => common.has(id)), young.filter((id) => common.has(id))]
    if (was.some((id, i) => id !== is[i])) result.push({ list, before: was, after: is })
  }
  return result
}

function childIds(framework: Framework, parent: string, list: ChildList): string[] {
  if (parent === framework.id) return list === 'children' ? framework.indicators.map(({ id }) => id) : []
  const find = (nodes: readonly Indicator[]): Indicator | undefined => {
    for (const node of nodes) {
      const found = node.id === parent ? node : find(node.children ?? [])
      if (found) return found
    }
    return undefined
  }
  const children: readonly (Indicator | EvaluationPoint)[] = find(framework.indicators)?.[list] ?? []
  return children.map(({ id }) => id)
}

/** Plain objects are compared key by key; everything else, arrays included, is one value. */
function* differences(before: unknown, after: unknown, path: string, kind: EntityKind): Generator<Part> {
  if (isPlain(before) && isPlain(after) && !isRule(path)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* differences(before[key], after[key], `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, kind)
    }
  } else if (!same(before, after)) yield part(path, effectOf(kind, path), before, after)
}

const part = (path: string, effect: Effect, before: unknown, after: unknown): Part => ({ path, effect, ...(before !== undefined && { before }), ...(after !== undefined && { after }) })
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A rule is one value: half a rule changed is another rule. */
const isRule = (path: string): boolean => /\/(rule|visibleIf|value|score|x-calculation)$/.test(path)

/** Deep equality of JSON values, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}

const words = /\/(title|description|requirement|note|code|label|mark|colour|reason|source|basis|undetermined|descriptors|examples|template|edition|synthetic)(\/|$)/

/** The effect of a change at a place; a path with several readings takes the gravest. */
function effectOf(kind: EntityKind, path: string): Effect {
  // What a calculation or a field is called says nothing of what it is.
  if (words.test(path.replaceAll(/\/(calculations|properties)\/[^/]+/g, '/$1/*'))) return 'text'
  switch (kind) {
    case 'element':
      return path.endsWith('/x-calculation') ? 'rule' : 'form'
    case 'parameter':
      return 'rule'
    case 'scale':
      return 'rubric'
    case 'framework':
    case 'indicator':
    case 'point':
      if (path.endsWith('/weight')) return 'weight'
      if (/^\/(rubric|aggregation)/.test(path)) return 'rubric'
      if (/^\/(calculations|checks|visibleIf)/.test(path)) return 'rule'
      if (/^\/(schema|layout|evidence)/.test(path)) return 'form'
      return /^\/(basedOn|format|succession)/.test(path) ? 'text' : 'structure'
  }
}
