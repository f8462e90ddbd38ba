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
  const refuse = (code: string, params: Record<string, unknown> = {}): undefined => {
    issues.push({ code, severity: 'error', path, params })
  }
  switch (type.kind) {
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? fitting(value, type, refuse) : refuse('answer.type', { expected: 'number', actual: kindOf(value) })
    case 'boolean': return typeof value === 'boolean' ? value : refuse('answer.type', { expected: 'boolean', actual: kindOf(value) })
    case 'date': {
      const day = typeof value === 'string' ? dayOf(value) : undefined
      return day ?? refuse('answer.date', { value: typeof value === 'string' ? value.slice(0, 40) : kindOf(value) })
    }
    case 'text': {
      if (typeof value !== 'string') return refuse('answer.type', { expected: 'text', actual: kindOf(value) })
      return type.options && !type.options.includes(value) ? refuse('answer.option', { value: value.slice(0, 100) }) : value
    }
    case 'list': return Array.isArray(value) ? value.map((item, i) => exactly(entered(item, type.of, `${path}/${i}`, issues))) : refuse('answer.type', { expected: 'list', actual: kindOf(value) })
    case 'table': {
      if (!Array.isArray(value)) return refuse('answer.type', { expected: 'table', actual: kindOf(value) })
      if (value.length > rowLimit) return refuse('answer.maxItems', { maximum: rowLimit, value: value.length })
      return value.map((row, i) => rowOf(row, type.columns, path, i, issues))
    }
    case 'row':
    case 'nothing': return undefined
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)
const exactly = (value: Value | number | undefined): Value | undefined => (typeof value === 'number' ? rational(value) : value)

/** A number within its declared limits: comparisons rely on them. */
function fitting(value: number, type: NumberType, refuse: (code: string, params: Record<string, unknown>) => undefined): number | undefined {
  const { min = -numberLimit, max = numberLimit, decimals, integer } = type
  const unit = type.unit === undefined ? {} : { unit: type.unit }
  if (value < min) return refuse('answer.minimum', { value, minimum: min, ...unit })
  if (value > max) return refuse('answer.maximum', { value, maximum: max, ...unit })
  if (integer && !Number.isInteger(value)) return refuse('answer.decimals', { value, decimals: 0, ...unit })
  if (decimals !== undefined && decimalsOf(value) > decimals) return refuse('answer.decimals', { value, decimals, ...unit })
  if (value !== 0 && Math.abs(value) < leastNumber) return refuse('answer.decimals', { value, decimals: 20, ...unit })
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

function rowOf(row: unknown, columns: readonly Column[], table: string, index: number, issues: Issue[]): Row {
  const cells = Object.create(null) as Record<string, Cell | undefined>
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    issues.push({ code: 'answer.type', severity: 'error', path: `${table}/${index}`, params: { expected: 'row', actual: kindOf(row) } })
    return new Row(cells)
  }
  for (const { id, type, calculation } of columns) {
    if (calculation !== undefined || !Object.hasOwn(row, id)) continue
    cells[id] = enteredCell((row as Record<string, unknown>)[id], type, table, index, id, issues)
  }
  return new Row(cells)
}

/** Checks the value of a cell against its column's type. */
export function enteredCell(given: unknown, type: Type, table: string, index: number, column: string, issues: Issue[]): Cell | undefined {
  if (isOrdinary(given, type)) return typeof given === 'number' ? given + 0 : given
  const value = entered(given, type, `${table}/${index}/${column}`, issues)
  return type.kind === 'date' && typeof value === 'number' ? String(given) : (value as Cell | undefined)
}

/** Whether a cell needs no closer look: a number within its limits and whole (or of undeclared decimals), a free text. */
function isOrdinary(value: unknown, type: Type): value is number | string {
  if (typeof value === 'string') return type.kind === 'text' && type.options === undefined && value !== ''
  if (typeof value !== 'number' || type.kind !== 'number') return false
  const { min = -numberLimit, max = numberLimit, decimals } = type
  return value >= min && value <= max && (Number.isInteger(value) || (!type.integer && decimals === undefined && Math.abs(value) > 1e-9))
}
