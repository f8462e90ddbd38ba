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
export const counted = (input: Input, point: string, requirement: string): number => Math.min(50, Math.max(0, Math.trunc(owned(owned(input.evidence ?? {}, point) ?? {}, requirement) ?? 0))) || 0

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
  const exempt = new Set(state.input.unit?.notApplicable ?? [])
  for (let round = 0; round <= compiled.fields.size; round++) {
    const inapplicable = new Set(compiled.points.filter((point) => exempt.has(point.id) || point.visibleIf?.truth(frame) === 0).map(({ id }) => id))
    const shown = new Set<string>()
    for (const point of compiled.points) {
      // What decides whether a point applies does not vanish with it: else hiding it would show it again.
      const deciding = inapplicable.has(point.id) ? (point.visibleIf?.reads ?? []) : undefined
      for (const field of point.fields) if ((deciding === undefined || deciding.includes(field.variable.slot)) && field.visibleIf?.truth(frame) !== 0) shown.add(field.id)
    }
    const hidden = new Set([...compiled.fields.keys()].filter((id) => !shown.has(id)))
    const turned = [...hidden].filter((id) => !state.hidden.has(id)).concat([...state.hidden].filter((id) => !hidden.has(id)))
    state.hidden = hidden
    state.inapplicable = inapplicable
    for (const id of turned) {
      const field = compiled.fields.get(id)
      if (!field) continue
      changed.add(field.variable.slot)
      if (hidden.has(id)) assign(frame, field.variable, undefined)
      else enter(state, field)
    }
    if (turned.length === 0) break
  }
  return changed
}

/** Whether a field of a point is shown, given the point applies. */
export const isShown = (state: State, point: PointInfo, field: FieldInfo): boolean => !state.inapplicable.has(point.id) && field.visibleIf?.truth(state.frame) !== 0
