import { owned } from './names.ts'
import type { Issue } from '../schemas/index.ts'
import type { Compiled, FieldInfo, PointInfo } from './compiled.ts'
import type { Input } from './input.ts'
import { evidencePath } from './points.ts'
import { amend } from './rule/column.ts'
import { enteredCell } from './rule/entry.ts'
import { isList, Row } from './rule/value.ts'
import { assign, frame, put, putMany, touch } from './slots.ts'
import type { Frame } from './rule/contract.ts'

/** One submission under evaluation: its slots, what is hidden, what was wrong with the values. */
export interface State {
  readonly compiled: Compiled
  input: Input
  readonly frame: Frame
  /** Fields no visible point shows. */
  hidden: ReadonlySet<string>
  /** Points that do not apply: exempt, or not visible. */
  inapplicable: ReadonlySet<string>
  /** What was wrong with an entered value, by field. */
  readonly answerIssues: Map<string, readonly Issue[]>
}

const none: ReadonlySet<string> = new Set()

/** Enters an input into fresh slots; nothing is computed yet. */
export function stateOf(compiled: Compiled, input: Input, slots: Frame = frame(compiled.layout)): State {
  const state: State = { compiled, input, frame: slots, hidden: none, inapplicable: none, answerIssues: new Map() }
  const { ids, slots: places, fields } = compiled.entries
  putMany(state.frame, ids, places, input.answers, (i) => enter(state, fields[i] as FieldInfo))
  if (input.previous) putAll(state, 'previous', input.previous)
  if (input.unit) putAll(state, 'unit', { ...input.unit.attributes, id: input.unit.id, title: input.unit.title })
  if (input.cycle) putAll(state, 'cycle', { year: input.cycle.year, id: input.cycle.id })
  if (input.peers) putAll(state, 'peers', input.peers)
  for (const { point, requirement, variable } of compiled.requirements) put(state.frame, variable, counted(input, point, requirement))
  return state
}

/** Enters what rules read under a reserved root. */
function putAll({ compiled, frame: slots }: State, root: string, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const variable = compiled.scope.variable(`${root}.${key}`)
    if (variable && variable.constant === undefined) put(slots, variable, value)
  }
}

/** Pieces of evidence given for a requirement; none is 0, which is known. */
const counted = (input: Input, point: string, requirement: string): number => Math.min(50, Math.max(0, Math.trunc(owned(owned(input.evidence ?? {}, point) ?? {}, requirement) ?? 0))) || 0

/** Puts a field's answer into its slot, remembering what was wrong with it. */
export function enter(state: State, { id, variable }: FieldInfo): readonly Issue[] {
  const { answers } = state.input
  const value = answers[id]
  // An object may have come from the prototype; anything else has not.
  const issues = put(state.frame, variable, typeof value === 'object' || typeof value === 'function' ? (Object.hasOwn(answers, id) ? value : undefined) : value)
  if (issues.length > 0) state.answerIssues.set(id, issues)
  else if (state.answerIssues.size > 0) state.answerIssues.delete(id)
  return issues
}

/**
 * Puts one cell of a table into its slot; false where the whole has to be entered anew: something is or was wrong with it, it has
 * no such row, the column is not entered.
 */
export function enterCell(state: State, { id, variable: { slot, type } }: FieldInfo, row: number, column: string, value: unknown): boolean {
  const { frame: { objects }, answerIssues } = state
  const rows = objects[slot]
  const line = isList(rows) ? rows[row] : undefined
  const declared = type.kind === 'table' ? type.columns.find((one) => one.id === column) : undefined
  if (!isList(rows) || !(line instanceof Row) || !declared || declared.calculation !== undefined || answerIssues.has(id)) return false
  const issues: Issue[] = []
  const cell = enteredCell(value, declared.type, `/answers/${id}`, row, column, issues)
  if (issues.length > 0) return false
  amend(rows, line, row, column, cell)
  touch(state.frame)
  return true
}

/** Enters the number of pieces of evidence of one requirement. */
export function enterEvidence(state: State, point: string, requirement: string): number | undefined {
  const variable = state.compiled.scope.variable(evidencePath(point, requirement))
  if (variable) put(state.frame, variable, counted(state.input, point, requirement))
  return variable?.slot
}

/**
 * Applicability and visibility: which points apply, which fields are shown. A hidden field keeps its answer but its slot
 * is absent; showing it again brings the value back. Settled by repetition, since one field may show another.
 * Returns the slots that changed.
 */
export function settleVisibility(state: State): Set<number> {
  const { compiled, frame } = state
  const changed = new Set<number>()
  if (!compiled.hides && (state.input.unit?.notApplicable?.length ?? 0) === 0 && state.inapplicable.size === 0) return changed
  const exempt = state.input.unit?.notApplicable ?? []
  for (let round = 0; round <= compiled.fields.size; round++) {
    const inapplicable = new Set<string>()
    for (const { id, visibleIf } of compiled.points) if (exempt.includes(id) || visibleIf?.truth(frame) === 0) inapplicable.add(id)
    const hidden = new Set<string>()
    const turned: FieldInfo[] = []
    for (const { id, places, open } of veilsOf(compiled)) {
      const was = state.hidden.has(id)
      if (open && !was && exempt.length === 0) continue
      const shown = places.some((place) => appears(place, inapplicable, frame))
      if (!shown) hidden.add(id)
      const [first] = places
      if (shown === was && first) turned.push(first.field)
    }
    state.hidden = hidden
    state.inapplicable = inapplicable
    for (const field of turned) {
      changed.add(field.variable.slot)
      if (hidden.has(field.id)) assign(frame, field.variable, undefined)
      else enter(state, field)
    }
    if (turned.length === 0) break
  }
  return changed
}

interface Place { readonly point: PointInfo; readonly field: FieldInfo }

/** What decides whether a point applies does not vanish with it: else hiding it would show it again. */
const appears = ({ point, field }: Place, inapplicable: ReadonlySet<string>, frame: Frame): boolean =>
  (!inapplicable.has(point.id) || point.visibleIf?.reads.includes(field.variable.slot) === true) && field.visibleIf?.truth(frame) !== 0

/** A field with the points that have it; open where one of them always shows it unless the unit is exempt from that point. */
interface Veil { readonly id: string; readonly places: readonly Place[]; readonly open: boolean }
const veils = new WeakMap<Compiled, readonly Veil[]>()

function veilsOf(compiled: Compiled): readonly Veil[] {
  const known = veils.get(compiled)
  if (known) return known
  const byField = new Map<string, Place[]>()
  for (const point of compiled.points) {
    for (const field of point.fields) {
      const places = byField.get(field.id)
      if (places) places.push({ point, field })
      else byField.set(field.id, [{ point, field }])
    }
  }
  const made = [...byField].map(([id, places]): Veil => ({ id, places, open: places.some(({ point, field }) => !point.visibleIf && !field.visibleIf) }))
  veils.set(compiled, made)
  return made
}

/** Whether a field of a point is shown, given the point applies. */
export const isShown = (state: State, point: PointInfo, field: FieldInfo): boolean => !state.inapplicable.has(point.id) && field.visibleIf?.truth(state.frame) !== 0
