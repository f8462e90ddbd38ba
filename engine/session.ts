import type { Issue, Node, Outcome } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import { outcomeOf, run, type EvaluateOptions } from './evaluate.ts'
import type { Input } from './input.ts'
import { nodeOutcome } from './nodeOutcome.ts'
import { pointOutcome } from './pointOutcome.ts'
import { get } from './slots.ts'
import { enter, enterEvidence, settleVisibility, stateOf } from './state.ts'

/** What one edit changed. */
export interface Change {
  /** Nodes whose outcome is another than before, points first. */
  nodes: string[]
  /** Calculations that were worked out again. */
  calculations: string[]
  /** What is wrong with the values just set. */
  issues: readonly Issue[]
}

/** A submission being filled in: every edit evaluates only what depends on it. */
export interface Session {
  readonly compiled: Compiled
  /** The input as it stands; replaced, not changed, by every edit. */
  readonly input: Input
  /** The outcome as it stands, put together when asked for. */
  readonly outcome: Outcome
  /** One node of the outcome; the same object until it changes. */
  node(id: string): Node | undefined
  /** The present value of a calculation or field. */
  value(id: string): unknown
  set(id: string, value: unknown): Change
  setMany(values: Readonly<Record<string, unknown>>): Change
  setEvidence(point: string, requirement: string, count: number): Change
  judge(point: string, judgement: { level: string } | undefined): Change
  trace(point: string): Node['trace']
  /** Whether a field is hidden by every point that has it. */
  hidden(id: string): boolean
}

/** Opens a session on an input. */
export function session(compiled: Compiled, input: Input): Session {
  const state = stateOf(compiled, input)
  const nodes = run(state)
  const { readers, calculations, points } = compiled
  let outcome: Outcome | undefined

  const update = (slots: ReadonlySet<number>, touched: Iterable<number> = []): Change => {
    const dirty = new Set(slots)
    const pending = new Set<number>()
    const stale = new Set(touched)
    let applies = state.inapplicable
    if ([...slots].some((slot) => readers.visibility.has(slot))) {
      for (const slot of settleVisibility(state)) dirty.add(slot)
      for (const [i, { id }] of points.entries()) if (applies.has(id) !== state.inapplicable.has(id)) stale.add(i)
      for (const slot of slots) for (const i of visibleWith(compiled, slot)) stale.add(i)
      applies = state.inapplicable
    }
    for (const slot of dirty) for (const i of readers.calculations[slot] ?? []) pending.add(i)
    const worked: string[] = []
    // Calculations stand in dependency order, so the smallest pending one never waits for another.
    while (pending.size > 0) {
      const next = Math.min(...pending)
      pending.delete(next)
      const calculation = calculations[next]
      if (!calculation?.rule) continue
      worked.push(calculation.id)
      if (!calculation.rule.store(state.frame, calculation.variable)) continue
      dirty.add(calculation.variable.slot)
      for (const i of readers.calculations[calculation.variable.slot] ?? []) pending.add(i)
    }
    for (const slot of dirty) for (const i of readers.points[slot] ?? []) stale.add(i)
    outcome = undefined
    return { nodes: refresh(stale), calculations: worked, issues: [] }
  }

  const refresh = (stale: ReadonlySet<number>): string[] => {
    const changed: string[] = []
    const parents = new Set<string>()
    for (const i of stale) {
      const point = points[i]
      if (!point) continue
      if (replace(point.id, pointOutcome(state, point))) changed.push(point.id)
      else continue
      for (let above = compiled.nodes.get(point.id)?.parent; above; above = above.parent) parents.add(above.id)
    }
    if (parents.size > 0) for (const node of compiled.upward) if (parents.has(node.id) && replace(node.id, nodeOutcome(compiled, node, (id) => nodes.get(id)))) changed.push(node.id)
    return changed
  }

  const replace = (id: string, node: Node): boolean => {
    if (sameNode(nodes.get(id), node)) return false
    nodes.set(id, node)
    return true
  }

  const setMany = (values: Readonly<Record<string, unknown>>): Change => {
    state.input = { ...state.input, answers: { ...state.input.answers, ...values } }
    const slots = new Set<number>()
    const issues: Issue[] = []
    for (const id of Object.keys(values)) {
      const field = compiled.fields.get(id)
      if (!field || state.hidden.has(id)) continue
      issues.push(...enter(state, field))
      slots.add(field.variable.slot)
    }
    return { ...update(slots), issues }
  }

  return {
    compiled,
    get input() {
      return state.input
    },
    get outcome() {
      return (outcome ??= outcomeOf(state, nodes))
    },
    node: (id) => nodes.get(id),
    value: (id) => {
      const variable = compiled.scope.variable(id)
      return variable && get(state.frame, variable)
    },
    set: (id, value) => setMany({ [id]: value }),
    setMany,
    setEvidence(point, requirement, count) {
      const evidence = { ...state.input.evidence, [point]: { ...state.input.evidence?.[point], [requirement]: count } }
      state.input = { ...state.input, evidence }
      const slot = enterEvidence(state, point, requirement)
      return update(new Set(slot === undefined ? [] : [slot]))
    },
    judge(point, judgement) {
      const { [point]: _, ...others } = state.input.judgements ?? {}
      state.input = { ...state.input, judgements: judgement ? { ...others, [point]: judgement } : others }
      return update(new Set(), points.flatMap(({ id }, i) => (id === point ? [i] : [])))
    },
    trace: (point) => outcomeOf(state, new Map([[point, nodes.get(point) ?? { status: 'undetermined', possible: [], issues: [] }]]), { trace: [point] } satisfies EvaluateOptions).nodes[point]?.trace,
    hidden: (id) => state.hidden.has(id),
  }
}

/** Points that show or hide something by this slot. */
const visibleWith = ({ points }: Compiled, slot: number): number[] =>
  points.flatMap((point, i) => ([point.visibleIf, ...point.fields.map(({ visibleIf }) => visibleIf)].some((rule) => rule?.reads.includes(slot)) ? [i] : []))

/** Whether two outcomes of a node say the same. */
function sameNode(a: Node | undefined, b: Node): boolean {
  return a !== undefined && a.status === b.status && a.level === b.level && a.score === b.score && a.value === b.value && a.awaiting === b.awaiting && a.judgement === b.judgement &&
    alike(a.possible, b.possible) && alike(a.scoreRange, b.scoreRange) && alike(a.limits, b.limits) && alike(a.issues, b.issues)
}

function alike(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && a.length === 0 && b.length === 0) || JSON.stringify(a) === JSON.stringify(b)
}
