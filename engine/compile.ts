import type { Framework, Issue, Profile } from '../schemas/index.ts'
import { compileCalculations } from './calculations.ts'
import type { Compiled, FieldInfo, PointInfo } from './compiled.ts'
import { crowded, issue, mostIssues } from './issue.ts'
import { declarations } from './names.ts'
import { planOf } from './plan.ts'
import type { SharedTables } from './rubric/shared.ts'
import { link, type Step } from './rule/program.ts'
import type { CompiledRule } from './rule/rule.ts'
import { compilePoint, evidencePath, pointScope } from './points.ts'
import { layout } from './slots.ts'
import { treeOf, walk, type TreeNode } from './tree.ts'
import { validate } from './validate.ts'

/** What compiling gives: the framework ready to evaluate, and everything that is wrong with the document or worth a warning, by code and place. */
export interface Compilation {
  /** There unless the document's form is unusable or more than 200 things are wrong; rules with errors evaluate to `failed`. */
  compiled?: Compiled
  issues: Issue[]
}

/**
 * Compiles a framework under a profile. Everything a document can get wrong is found here, before anything runs: its form,
 * double ids, references, circles, operators, types, limits. No issue of severity `error` means it may be published.
 */
export function compile(framework: Framework, profile: Profile = {}, { checked = false }: { /** Its form was checked before, as that of every published edition was. */ checked?: boolean } = {}): Compilation {
  // 1. The form: limits, names, JSON Schema, patterns.
  const form = checked ? [] : validate('framework', framework)
  if (form.length > 0) return { issues: form }
  const issues: Issue[] = []

  // 2. The tree the profile selects; every id once.
  const root = treeOf(framework, profile)
  const nodes = index(root, issues)
  if (crowded(issues)) return tooMany(issues)
  checkProfile(framework, profile, issues)

  // 3. A slot for every name: elements, calculations, parameters, last year, evidence counts.
  const declared = declarations(framework, profile, root)
  for (const { point } of walk(root)) {
    for (const { id, title } of point?.evidence ?? []) {
      const path = evidencePath(point?.id ?? '', id)
      declared.set(path, { path, type: { kind: 'number', integer: true, min: 0, max: 50 }, title, unit: '件' })
    }
  }
  const scope = layout(declared.values())

  // 4. Calculations, each after those it reads.
  const scopes = new Map([...walk(root)].flatMap(({ point }) => (point ? [[point.id, pointScope(scope, point)] as const] : [])))
  const calculations = compileCalculations(root, (point) => scopes.get(point) ?? scope, issues)
  if (crowded(issues)) return tooMany(issues)

  // 5. Points: fields, visibility, checks, evidence, rubric.
  const points: PointInfo[] = []
  const tables: SharedTables = new Map()
  const calculated = new Set(calculations.map(({ variable }) => variable.slot))
  const [ofPoint, earlier] = [byPoint(calculations), byPoint(issues)]
  for (const node of walk(root)) {
    const own = scopes.get(node.id)
    if (node.kind !== 'point' || !own) continue
    const point = compilePoint(node, framework, own, ofPoint.get(node.id) ?? [], calculated, earlier.get(node.id) ?? [], tables)
    points.push(point)
    issues.push(...point.issues.slice(earlier.get(node.id)?.length ?? 0))
    if (crowded(issues)) return tooMany(issues)
  }

  checkVeils(points, issues)

  // 6. Aggregation: scales and levels exist, bands ascend.
  for (const node of walk(root)) checkAggregation(node, framework, profile, issues)

  // 7. All rules as one program for whole evaluations; who reads what, for keystrokes.
  link(scope, steps(calculations, points))
  const fields = new Map<string, FieldInfo>()
  for (const point of points) for (const field of point.fields) if (!fields.has(field.id)) fields.set(field.id, field)
  const byId = new Map(points.map((point) => [point.id, point]))
  const upward = [...walk(root)].filter(({ kind }) => kind !== 'point').toReversed()
  const slots = calculations.map(({ variable }) => variable.slot).toSorted((a, b) => a - b)
  const places: Compiled['places'] = {
    first: slots[0] ?? 0, last: slots.at(-1) ?? -1,
    others: calculations.flatMap(({ variable }, i) => (variable.type.kind === 'number' ? [] : [i])),
    nodes: Int32Array.from([...points, ...upward], ({ index: position }) => position),
  }
  return {
    issues,
    compiled: {
      framework, profile, root, nodes, points, point: (id) => byId.get(id), fields, entries: entriesOf([...fields.values()], scope.limits.kinds), calculations, layout: scope, scope, issues,
      hides: points.some((point) => point.visibleIf !== undefined || point.fields.some(({ visibleIf }) => visibleIf !== undefined)),
      upward, places, plan: planOf(points),
      requirements: points.flatMap(({ id, evidence }) => evidence.map(({ requirement, variable }) => ({ point: id, requirement: requirement.id, variable }))),
      readers: readers(scope.size, points),
    },
  }
}

const tooMany = (issues: readonly Issue[]): Compilation => ({ issues: [...issues.slice(0, mostIssues), issue('limit.issues', 'error', '', { limit: mostIssues })] })

/** Those that take the same values side by side: the processor then guesses right what is done with them. */
function entriesOf(fields: readonly FieldInfo[], kinds: Uint32Array): Compiled['entries'] {
  const kindOf = ({ variable }: FieldInfo): number => kinds[variable.slot] as number
  const sorted = fields.toSorted((a, b) => kindOf(a) - kindOf(b))
  return { ids: sorted.map(({ id }) => id), slots: Int32Array.from(sorted, ({ variable }) => variable.slot), fields: sorted }
}

/** Every rule that is worked out after visibility is settled, calculations first. */
function steps(calculations: Compiled['calculations'], points: readonly PointInfo[]): Step[] {
  return [
    ...calculations.flatMap(({ rule, variable }): Step[] => (rule ? [{ rule, variable }] : [])),
    ...points.flatMap((point) => rulesOf(point).map((rule): Step => ({ rule }))),
  ]
}

const rulesOf = ({ checks, evidence, rubric, fields }: PointInfo): CompiledRule[] =>
  [...checks.map(({ rule }) => rule), ...evidence.map(({ requiredIf }) => requiredIf), rubric.bands?.value, ...rubric.criteria.map(({ rule }) => rule), ...rubric.limits.map(({ rule }) => rule), rubric.score, ...fields.map(({ requiredIf }) => requiredIf)]
    .filter((rule) => rule !== undefined)

function byPoint<T extends { point?: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(item.point ?? '')
    if (group) group.push(item)
    else groups.set(item.point ?? '', [item])
  }
  return groups
}

function index(root: TreeNode, issues: Issue[]): Map<string, TreeNode> {
  const nodes = new Map<string, TreeNode>()
  for (const node of walk(root)) {
    if (crowded(issues)) break
    if (nodes.has(node.id)) issues.push(issue('reference.twice', 'error', `${node.pointer}/id`, { name: node.id }, node.kind === 'point' ? node.id : undefined))
    else nodes.set(node.id, node)
  }
  return nodes
}

function checkProfile(framework: Framework, profile: Profile, issues: Issue[]): void {
  const known = new Set([...walk(treeOf(framework))].map(({ id }) => id))
  for (const id of profile.points ?? []) if (!known.has(id)) issues.push(issue('profile.point', 'error', '/profile/points', { name: id }))
  for (const id of Object.keys(profile.weights ?? {})) if (!known.has(id)) issues.push(issue('profile.weight', 'error', '/profile/weights', { name: id }))
  for (const [id, { value }] of Object.entries(profile.parameters ?? {})) {
    const parameter = Object.hasOwn(framework.parameters, id) ? framework.parameters[id] : undefined
    if (!parameter || typeof parameter.value !== typeof value) issues.push(issue('profile.parameter', 'error', `/profile/parameters/${id}`, { name: id }))
  }
}

/** Fields that decide, directly or through others, whether they themselves are shown: what then shows would hang on where one begins. */
function checkVeils(points: readonly PointInfo[], issues: Issue[]): void {
  const veils = new Map<number, { reads: readonly number[]; title: string; point: PointInfo; id: string }>()
  for (const point of points) for (const { variable, visibleIf, schema, id } of point.fields) if (visibleIf) veils.set(variable.slot, { reads: [...visibleIf.reads, ...(veils.get(variable.slot)?.reads ?? [])], title: schema.title, point, id })
  const state = new Map<number, 'open' | 'done'>()
  const visit = (slot: number, trail: readonly number[]): void => {
    const own = veils.get(slot)
    if (!own || state.get(slot) === 'done') return
    if (state.get(slot) === 'open') {
      const names = trail.slice(trail.indexOf(slot)).map((member) => veils.get(member)?.title)
      const index = own.point.point.layout?.findIndex(({ field }) => field === own.id) ?? -1
      issues.push(issue('reference.veil', 'error', `${own.point.pointer}/layout/${index}/visibleIf`, { names }, own.point.id))
      return
    }
    state.set(slot, 'open')
    for (const read of own.reads) visit(read, [...trail, slot])
    state.set(slot, 'done')
  }
  for (const slot of veils.keys()) visit(slot, [])
}

function checkAggregation(node: TreeNode, framework: Framework, profile: Profile, issues: Issue[]): void {
  const own = node.indicator?.aggregation ?? (node.kind === 'framework' ? framework.aggregation : undefined)
  if (!own) return
  const pointer = `${node.pointer}/aggregation`
  const scale = own.scale === undefined ? undefined : Object.hasOwn(framework.scales, own.scale) ? framework.scales[own.scale] : undefined
  if (own.scale !== undefined && !scale) issues.push(issue('rubric.scale', 'error', `${pointer}/scale`, { name: own.scale }))
  if (own.bands && !own.scale) issues.push(issue('rubric.incomplete', 'error', `${pointer}/scale`, { part: 'scale' }))
  let before = -Infinity
  for (const [i, { level, from }] of (own.bands ?? []).entries()) {
    if (scale && !scale.levels.some(({ id }) => id === level)) issues.push(issue('rubric.level', 'error', `${pointer}/bands/${i}/level`, { name: level, scale: own.scale }))
    if ((i === 0) !== (from === undefined)) issues.push(issue('rubric.ends', 'error', `${pointer}/bands/${i}/from`))
    if (from === undefined) continue
    const end = bandEnd(from, framework, profile)
    if (end === undefined) issues.push(issue('aggregation.end', 'error', `${pointer}/bands/${i}/from`))
    else if (end <= before) issues.push(issue('rubric.order', 'error', `${pointer}/bands/${i}/from`, { end, before }))
    before = end ?? before
  }
}

/** The number a band of an aggregation begins at: a literal or a parameter. */
export function bandEnd(from: unknown, framework: Framework, profile: Profile): number | undefined {
  if (typeof from === 'number') return from
  const path = typeof from === 'object' && from !== null && 'var' in from ? from.var : undefined
  const id = typeof path === 'string' && path.startsWith('params.') ? path.slice('params.'.length) : ''
  const value = profile.parameters?.[id]?.value ?? (Object.hasOwn(framework.parameters, id) ? framework.parameters[id]?.value : undefined)
  return typeof value === 'number' ? value : undefined
}

function readers(size: number, points: readonly PointInfo[]): Compiled['readers'] {
  const byPoint: number[][] = Array.from({ length: size }, () => [])
  const visibility = new Set<number>()
  for (const [i, point] of points.entries()) {
    const { rubric } = point
    const slots = new Set([...rulesOf(point).flatMap(({ reads }) => reads), ...(rubric.bands?.reads ?? []), ...point.fields.map(({ variable }) => variable.slot), ...point.evidence.map(({ variable }) => variable.slot), ...point.calculations.map(({ variable }) => variable.slot)])
    for (const slot of slots) byPoint[slot]?.push(i)
    for (const rule of [point.visibleIf, ...point.fields.map(({ visibleIf }) => visibleIf)]) for (const slot of rule?.reads ?? []) visibility.add(slot)
  }
  return { points: byPoint, visibility }
}
