import type { Issue } from '../schemas/index.ts'
import type { PointInfo } from './compiled.ts'
import { issue } from './issue.ts'
import { rowName } from './rowName.ts'
import { matches } from './pattern/pattern.ts'
import { isList, Row, type List } from './rule/value.ts'
import { isShown, type State } from './state.ts'

/** What is missing or wrong in the answers a point asks for. */
export function answers(state: State, point: PointInfo, issues: Issue[]): void {
  for (const field of state.answerIssues.size > 0 ? point.fields : point.demanding) {
    if (state.compiled.hides && !isShown(state, point, field)) continue
    const wrong = state.answerIssues.get(field.id)
    if (wrong) for (const one of wrong) issues.push(ofPoint(state, field, one, point.id))
    const required = field.required || field.requiredIf?.truth(state.frame) === 2
    if (required && !wrong && isBlank(state, field)) issues.push(issue('answer.required', 'info', `/answers/${field.id}`, { title: field.schema.title }, point.id))
    if (field.schema.type === 'string' || field.schema.type === 'array') limits(state, point, field, issues)
  }
}

/** An issue of an answer in the point that shows it; a bad cell with what its row is called. */
function ofPoint({ input }: State, { id, schema }: PointInfo['fields'][number], one: Issue, point: string): Issue {
  const [, , , row] = one.path.split('/')
  const rows = row === undefined ? undefined : input.answers[id]
  const name = Array.isArray(rows) ? rowName(schema, rows[Number(row)]) : undefined
  return name === undefined ? { ...one, point } : { ...one, params: { ...one.params, row: name }, point }
}

/** Whether a field has no answer (or an empty table). */
export function isBlank({ frame }: State, { variable: { slot, type } }: PointInfo['fields'][number]): boolean {
  if (type.kind === 'boolean') return frame.numbers[slot] === 1
  if (Number.isNaN(frame.numbers[slot])) return true
  return (type.kind === 'list' || type.kind === 'table') && (frame.objects[slot] as readonly unknown[]).length === 0
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

/** Whether there is anything to look at beyond the type. */
const isLimited = (schema: Schema): boolean =>
  isLimitedText(schema) || schema.minItems !== undefined || schema.maxItems !== undefined || (schema.items?.required?.length ?? 0) > 0 || limitedColumns(schema).length > 0

type Schema = PointInfo['fields'][number]['schema']
type TextLimits = Pick<Schema, 'minLength' | 'maxLength' | 'pattern'>
const isLimitedText = ({ minLength, maxLength, pattern }: TextLimits): boolean => minLength !== undefined || maxLength !== undefined || pattern !== undefined

const ofTables = new WeakMap<Schema, readonly (readonly [column: string, limits: TextLimits])[]>()

/** Columns whose texts have a length or a form to keep. */
function limitedColumns(schema: Schema): readonly (readonly [column: string, limits: TextLimits])[] {
  if (schema.items?.properties === undefined) return []
  const known = ofTables.get(schema)
  if (known) return known
  const found = Object.entries(schema.items.properties).filter(([, column]) => column.type === 'string' && isLimitedText(column))
  ofTables.set(schema, found)
  return found
}

function badText({ minLength, maxLength, pattern }: TextLimits, value: string, path: string, point: string, row?: string): Issue | undefined {
  const shared = named(row)
  if (maxLength !== undefined && value.length > maxLength) return issue('answer.maxLength', 'error', path, { maximum: maxLength, value: value.length, ...shared }, point)
  if (minLength !== undefined && value.length < minLength) return issue('answer.minLength', 'error', path, { minimum: minLength, value: value.length, ...shared }, point)
  return pattern === undefined || matches(pattern, value) ? undefined : issue('answer.pattern', 'error', path, shared, point)
}

/** Lengths of texts and tables, required cells. */
function limits(state: State, point: PointInfo, { id, schema, variable }: PointInfo['fields'][number], issues: Issue[]): void {
  if (!isLimited(schema)) return
  const value = state.frame.objects[variable.slot]
  const path = `/answers/${id}`
  if (typeof value === 'string') {
    const bad = badText(schema, value, path, point.id)
    if (bad) issues.push(bad)
    return
  }
  if (value === undefined || !isList(value) || value.length === 0) return
  if (schema.maxItems !== undefined && value.length > schema.maxItems) issues.push(issue('answer.maxItems', 'error', path, { maximum: schema.maxItems, value: value.length }, point.id))
  else if (schema.minItems !== undefined && value.length < schema.minItems) issues.push(issue('answer.minItems', 'info', path, { minimum: schema.minItems, value: value.length }, point.id))
  else cells(state, point, id, schema, value, issues)
}

function cells(state: State, point: PointInfo, id: string, schema: Schema, rows: List, issues: Issue[]): void {
  const texts = limitedColumns(schema)
  const columns = schema.items?.properties ?? {}
  const required = (schema.items?.required ?? []).filter((column) => columns[column]?.['x-calculation'] === undefined)
  if (required.length === 0 && texts.length === 0) return
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    if (!(row instanceof Row)) continue
    for (const [column, own] of texts) {
      const cell = row.cells[column]
      const bad = typeof cell === 'string' ? badText(own, cell, `/answers/${id}/${i}/${column}`, point.id, rowName(schema, row.cells)) : undefined
      if (bad) issues.push(bad)
    }
    for (const column of required) {
      if (!isEmpty(row.cells[column])) continue
      const path = `/answers/${id}/${i}/${column}`
      if (!state.answerIssues.get(id)?.some((one) => one.path === path)) issues.push(issue('answer.required', 'info', path, { title: columns[column]?.title ?? column, ...named(rowName(schema, row.cells)) }, point.id))
    }
  }
}

const named = (row: string | undefined): { row?: string } => (row === undefined ? {} : { row })
