import { dayOf } from './day.ts'
import { Row, type Cell, type List } from './value.ts'

const safe = 9007199254740991

/** A column as closures read it: numbers, days and truths as in slots, or of a text whether it is this one. */
export interface Column { readonly key: string; readonly absent: number; readonly text: string | undefined; cells: Float64Array }

/** A column added up: a whole double over a scale, and how many cells are unknown. */
export interface Total { sum: number; scale: number; missing: number }

/** What is known of a table's columns; it follows when a cell is amended. */
interface Kept { readonly columns: Column[]; readonly totals: Map<string, Total> }
const kept = new WeakMap<List, Kept>()

function keptOf(rows: List): Kept {
  const known = kept.get(rows)
  if (known) return known
  const made: Kept = { columns: [], totals: new Map() }
  kept.set(rows, made)
  return made
}

/** The cells of a column. */
export function cellsOf(rows: List, { key, absent, text }: Column): Float64Array {
  const { columns } = keptOf(rows)
  for (const column of columns) if (column.key === key && column.text === text) return column.cells
  const cells = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) cells[i] = worth(cellOf(rows[i], key), absent, text)
  columns.push({ key, absent, text, cells })
  return cells
}

const cellOf = (row: List[number], key: string): Cell | undefined => (row instanceof Row ? row.cells[key] : undefined)

function worth(cell: Cell | undefined, absent: number, text: string | undefined): number {
  if (cell === undefined) return absent
  if (text !== undefined) return cell === text ? 2 : 0
  if (typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return cell ? 2 : 0
  return typeof cell === 'string' ? (dayOf(cell) ?? NaN) : NaN
}

/** A column added up; undefined where whole doubles do not reach. */
export function totalOf(rows: List, key: string): Total | undefined {
  const { totals } = keptOf(rows)
  const known = totals.get(key)
  if (known) return known
  const total: Total = { sum: 0, scale: 1, missing: 0 }
  for (const row of rows) {
    const cell = cellOf(row, key)
    if (!count(total, typeof cell === 'number' ? cell : NaN, 1)) return undefined
  }
  totals.set(key, total)
  return total
}

/** Adds a number to a total or takes it away; false where whole doubles do not reach. */
export function count(total: Total, cell: number, times: 1 | -1): boolean {
  if (cell !== cell) {
    total.missing += times
    return true
  }
  let term = Math.round(cell * total.scale)
  while (term / total.scale !== cell) {
    if (total.scale >= 1e9) return false
    total.scale *= 10
    total.sum *= 10
    term = Math.round(cell * total.scale)
  }
  const sum = total.sum + term * times
  // Beyond 15 digits another decimal may be meant by the same double.
  if (Math.abs(term) > 1e15 && total.scale > 1) return false
  if (Math.abs(term) > safe || Math.abs(total.sum) > safe || Math.abs(sum) > safe) return false
  total.sum = sum
  return true
}

/** Puts a value into a cell of a table, in place; what is known of its column follows. */
export function amend(rows: List, row: Row, at: number, key: string, value: Cell | undefined): void {
  const { columns, totals } = keptOf(rows)
  const cells = row.cells as Record<string, Cell | undefined>
  const total = totals.get(key)
  if (total) {
    const [before, after] = [cells[key], value]
    if (!(count(total, typeof before === 'number' ? before : NaN, -1) && count(total, typeof after === 'number' ? after : NaN, 1))) totals.delete(key)
  }
  for (const column of columns) if (column.key === key) column.cells[at] = worth(value, column.absent, column.text)
  cells[key] = value
}
