import type { Issue } from '../../schemas/index.ts'
import { dayOf } from './day.ts'
import { rational } from './rational.ts'
import { numberLimit, type Column, type NumberType, type Type } from './type.ts'
import { Row, type Cell, type Value } from './value.ts'

/** Most rows a table may have unless its element says otherwise. */
export const rowLimit = 10_000
/** Numbers closer to zero than this are refused, so that products never fade to nothing. */
const leastNumber = 1e-20

/** Checks an entered value against its type. Numbers and days come back as doubles, the rest as values; undefined is absent or refused. */
export function entered(value: unknown, type: Type, path: string, issues: Issue[]): Value | number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  switch (type.kind) {
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? fitting(value, type, path, issues) : refuse(issues, path, 'answer.type', { expected: 'number', actual: kindOf(value) })
    case 'boolean': return typeof value === 'boolean' ? value : refuse(issues, path, 'answer.type', { expected: 'boolean', actual: kindOf(value) })
    case 'date': {
      const day = typeof value === 'string' ? dayOf(value) : undefined
      return day ?? refuse(issues, path, 'answer.date', { value: typeof value === 'string' ? value.slice(0, 40) : kindOf(value) })
    }
    case 'text': {
      if (typeof value !== 'string') return refuse(issues, path, 'answer.type', { expected: 'text', actual: kindOf(value) })
      return type.options && !type.options.includes(value) ? refuse(issues, path, 'answer.option', { value: value.slice(0, 100) }) : value
    }
    case 'list': return Array.isArray(value) ? value.map((item, i) => exactly(entered(item, type.of, `${path}/${i}`, issues))) : refuse(issues, path, 'answer.type', { expected: 'list', actual: kindOf(value) })
    case 'table': {
      if (!Array.isArray(value)) return refuse(issues, path, 'answer.type', { expected: 'table', actual: kindOf(value) })
      if (value.length > rowLimit) return refuse(issues, path, 'answer.maxItems', { maximum: rowLimit, value: value.length })
      const form = formOf(type.columns)
      return value.map((row, i) => rowOf(row, form, path, i, issues))
    }
    case 'row':
    case 'nothing': return undefined
  }
}

function refuse(issues: Issue[], path: string, code: string, params: Record<string, unknown> = {}): undefined {
  issues.push({ code, severity: 'error', path, params })
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)
const exactly = (value: Value | number | undefined): Value | undefined => (typeof value === 'number' ? rational(value) : value)

/** A number within its declared limits: comparisons rely on them. */
function fitting(value: number, type: NumberType, path: string, issues: Issue[]): number | undefined {
  const { min = -numberLimit, max = numberLimit, decimals, integer } = type
  const unit = type.unit === undefined ? {} : { unit: type.unit }
  if (value < min) return refuse(issues, path, 'answer.minimum', { value, minimum: min, ...unit })
  if (value > max) return refuse(issues, path, 'answer.maximum', { value, maximum: max, ...unit })
  if (integer && !Number.isInteger(value)) return refuse(issues, path, 'answer.decimals', { value, decimals: 0, ...unit })
  if (decimals !== undefined && decimalsOf(value) > decimals) return refuse(issues, path, 'answer.decimals', { value, decimals, ...unit })
  if (value !== 0 && Math.abs(value) < leastNumber) return refuse(issues, path, 'answer.decimals', { value, decimals: 20, ...unit })
  return value + 0
}

/** How many decimals a number is written with. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  for (let k = 1; k <= 6; k++) {
    const scaled = Math.round(value * 10 ** k)
    if (Math.abs(scaled) < 1e15 && scaled / 10 ** k === value) return k
  }
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}

/** The entered columns of a table, and cells with none of them given: all rows are copies of it, which keeps them alike. */
interface Form { readonly columns: readonly Column[]; readonly blank: Readonly<Record<string, Cell | undefined>> }
const forms = new WeakMap<readonly Column[], Form>()

function formOf(all: readonly Column[]): Form {
  const known = forms.get(all)
  if (known) return known
  const columns = all.filter(({ calculation }) => calculation === undefined)
  const made: Form = { columns, blank: Object.fromEntries(columns.map(({ id }) => [id, undefined])) }
  forms.set(all, made)
  return made
}

function rowOf(row: unknown, { columns, blank }: Form, table: string, index: number, issues: Issue[]): Row {
  const cells: Record<string, Cell | undefined> = { ...blank }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    refuse(issues, `${table}/${index}`, 'answer.type', { expected: 'row', actual: kindOf(row) })
    return new Row(cells)
  }
  for (const { id, type } of columns) {
    const given = (row as Record<string, unknown>)[id]
    // An object may have come from the prototype; anything else has not.
    if (given === undefined || given === null || given === '' || ((typeof given === 'object' || typeof given === 'function') && !Object.hasOwn(row, id))) continue
    cells[id] = enteredCell(given, type, table, index, id, issues)
  }
  return new Row(cells)
}

/** Checks the value of a cell against its column's type. */
export function enteredCell(given: unknown, type: Type, table: string, index: number, column: string, issues: Issue[]): Cell | undefined {
  if (isOrdinary(given, type)) return typeof given === 'number' ? given + 0 : given
  const value = entered(given, type, `${table}/${index}/${column}`, issues)
  return type.kind === 'date' && typeof value === 'number' ? String(given) : (value as Cell | undefined)
}

/** Whether a cell needs no closer look: a number within its limits, a truth, a text that is free or one of the options. */
function isOrdinary(value: unknown, type: Type): value is number | string | boolean {
  if (typeof value === 'string') return type.kind === 'text' && value !== '' && (type.options === undefined || type.options.includes(value))
  if (typeof value === 'boolean') return type.kind === 'boolean'
  if (typeof value !== 'number' || type.kind !== 'number') return false
  const { min = -numberLimit, max = numberLimit, decimals, integer } = type
  if (!(value >= min && value <= max)) return false
  if (Number.isInteger(value)) return true
  if (integer || Math.abs(value) < 1e-9) return false
  if (decimals === undefined) return true
  const scale = 10 ** decimals
  const whole = Math.round(value * scale)
  return whole / scale === value && Math.abs(whole) < 1e15
}
