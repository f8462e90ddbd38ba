import type { Issue, Node, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import { outcomeOf, run, traceOf } from './evaluate.ts'
import type { Input } from './input.ts'
import { nodeOutcome } from './nodeOutcome.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { Variable } from './rule/contract.ts'
import { get } from './slots.ts'
import { enter, enterCell, enterEvidence, settleVisibility, stateOf } from './state.ts'
import type { TreeNode } from './tree.ts'

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
  /** Sets one cell of a table; the rows and columns stay as they are. The issues are those of the whole table. */
  setCell(id: string, row: number, column: string, value: unknown): Change
  setMany(values: Readonly<Record<string, unknown>>): Change
  setEvidence(point: string, requirement: string, count: number): Change
  judge(point: string, judgement: { level: string } | undefined): Change
  trace(point: string): Traced[] | undefined
  /** Whether a field is hidden by every point that has it. */
  hidden(id: string): boolean
}

/** Opens a session on an input. */
export function session(compiled: Compiled, input: Input): Session {
  // The state works on its own copy of the answers; `input` is copied from it when asked for.
  const answers: Record<string, unknown> = { ...input.answers }
  const state = stateOf(compiled, { ...input, answers })
  const scored = run(state)
  const nodes = scored.outcomes
  const { readers, points } = compiled
  let outcome: Outcome | undefined
  let snapshot: Input | undefined = input

  const update = (slots: number[], touched: readonly number[] = []): { nodes: string[]; calculations: string[] } => {
    outcome = undefined
    snapshot = undefined
    const stale = [...touched]
    if (readers.visibility.size > 0 && slots.some((slot) => readers.visibility.has(slot))) for (const slot of shown([...slots], stale)) slots.push(slot)
    const worked = recalculate(slots)
    for (const slot of slots) addTo(stale, readers.points[slot])
    return { nodes: refresh(stale), calculations: worked }
  }

  /** Settles visibility again; returns slots that came or went, and marks points that did or that depend on these slots. */
  const shown = (slots: readonly number[], stale: number[]): ReadonlySet<number> => {
    const before = state.inapplicable
    const changed = settleVisibility(state)
    for (const [i, { id }] of points.entries()) if (before.has(id) !== state.inapplicable.has(id)) addTo(stale, [i])
    for (const slot of slots) addTo(stale, visibleWith(compiled, slot))
    return changed
  }

  /** Works out what rests on changed slots, adding the calculations that came out otherwise. */
  const recalculate = (dirty: number[]): string[] => {
    const { frame } = state
    const { program, variables } = compiled.layout
    if (!program || dirty.length === 0) return []
    const part = program.behind(dirty)
    program.rerun(frame, part)
    return part.written.map((slot, i) => {
      const variable = variables[slot] as Variable
      if (!isSame(variable, part.before[i] as number, frame.numbers[slot] as number)) dirty.push(slot)
      return variable.path
    })
  }

  const refresh = (stale: readonly number[]): string[] => {
    const changed: string[] = []
    const parents: TreeNode[] = []
    for (const i of stale) {
      const point = points[i]
      if (!point || !replace(point.index, pointOutcome(state, point, scored.spans))) continue
      changed.push(point.id)
      for (let above = compiled.nodes.get(point.id)?.parent; above && !parents.includes(above); above = above.parent) parents.push(above)
    }
    if (parents.length > 1) parents.sort((a, b) => b.index - a.index)
    for (const node of parents) if (replace(node.index, nodeOutcome(compiled, node, scored))) changed.push(node.id)
    return changed
  }

  const replace = (index: number, node: Node): boolean => {
    if (sameNode(nodes[index], node)) return false
    nodes[index] = node
    return true
  }

  const nodeOf = (id: string): Node | undefined => nodes[compiled.nodes.get(id)?.index ?? -1]

  /** Tables whose rows nobody else has: copied when first written into after the input was given away. */
  const own = new Map<string, unknown[]>()
  const ownTable = (id: string): unknown[] | undefined => {
    const value = answers[id]
    if (!Array.isArray(value)) return undefined
    if (own.get(id) === value) return value
    const copy = value.map((row: unknown) => (typeof row === 'object' && row !== null ? { ...row } : row))
    answers[id] = copy
    own.set(id, copy)
    return copy
  }

  /** Takes over one answer; what is wrong with it, and its slot unless it is hidden. */
  const take = (id: string, value: unknown, slots: number[]): readonly Issue[] => {
    if (id === '__proto__') return []
    answers[id] = value
    const field = compiled.fields.get(id)
    if (!field || state.hidden.has(id)) return []
    slots.push(field.variable.slot)
    return enter(state, field)
  }

  return {
    compiled,
    get input() {
      if (!snapshot) own.clear()
      return (snapshot ??= { ...state.input, answers: { ...answers } })
    },
    get outcome() {
      return (outcome ??= outcomeOf(state, scored))
    },
    node: nodeOf,
    value: (id) => {
      const variable = compiled.scope.variable(id)
      return variable && get(state.frame, variable)
    },
    set(id, value) {
      const slots: number[] = []
      const issues = take(id, value, slots)
      const { nodes: changed, calculations: worked } = update(slots)
      return { nodes: changed, calculations: worked, issues }
    },
    setCell(id, row, column, value) {
      const table = ownTable(id)
      const line = table?.[row]
      if (!table || typeof line !== 'object' || line === null) throw new Error(`no row ${row} in ${id}`)
      ;(line as Record<string, unknown>)[column] = value
      const field = compiled.fields.get(id)
      if (!field || state.hidden.has(id) || !enterCell(state, field, row, column, value)) return this.set(id, table)
      const { nodes: changed, calculations: worked } = update([field.variable.slot])
      return { nodes: changed, calculations: worked, issues: [] }
    },
    setMany(values) {
      const slots: number[] = []
      const issues = Object.keys(values).flatMap((id) => take(id, values[id], slots))
      return { ...update(slots), issues }
    },
    setEvidence(point, requirement, count) {
      const evidence = { ...state.input.evidence, [point]: { ...state.input.evidence?.[point], [requirement]: count } }
      state.input = { ...state.input, evidence }
      const slot = enterEvidence(state, point, requirement)
      return { ...update(slot === undefined ? [] : [slot]), issues: [] }
    },
    judge(point, judgement) {
      const { [point]: _, ...others } = state.input.judgements ?? {}
      state.input = { ...state.input, judgements: judgement ? { ...others, [point]: judgement } : others }
      return { ...update([], points.flatMap(({ id }, i) => (id === point ? [i] : []))), issues: [] }
    },
    trace: (id) => {
      const point = compiled.point(id)
      return point && traceOf(state, point)
    },
    hidden: (id) => state.hidden.has(id),
  }
}

/** Adds what is not there yet; these lists are short, or one of them is. */
function addTo(list: number[], more: readonly number[] | undefined): void {
  if (more) for (const one of more) if (!list.includes(one)) list.push(one)
}

/** Whether a calculation certainly comes to what it did: only some doubles say all of it. */
const isSame = ({ type: { kind }, rule }: Variable, before: number, after: number): boolean =>
  Object.is(before, after) && (kind === 'boolean' || kind === 'date' || (kind === 'number' && (rule?.decimal === true || Number.isNaN(after))))

/** Points that show or hide something by this slot. */
const visibleWith = ({ points }: Compiled, slot: number): number[] =>
  points.flatMap((point, i) => ([point.visibleIf, ...point.fields.map(({ visibleIf }) => visibleIf)].some((rule) => rule?.reads.includes(slot)) ? [i] : []))

/** Whether two outcomes of a node say the same. */
function sameNode(a: Node | undefined, b: Node): boolean {
  if (a === b) return true
  return a !== undefined && a.status === b.status && a.level === b.level && a.score === b.score && a.value === b.value && a.awaiting === b.awaiting && a.judgement === b.judgement &&
    sameList(a.possible, b.possible) && sameList(a.scoreRange, b.scoreRange) && alike(a.limits, b.limits) && alike(a.issues, b.issues)
}

const sameList = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((one, i) => one === b[i]))

function alike(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && (a.every((one, i) => one === b[i]) || JSON.stringify(a) === JSON.stringify(b)))
}
