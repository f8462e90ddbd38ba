import { running, type Closure } from './closure.ts'
import { Rational } from './rational.ts'
import { Row, type Value } from './value.ts'
import type { Node } from './contract.ts'

const safe = 9007199254740991

/** The entered column of a table variable that `{"map": [table, column]}` lists. */
function columnOf(list: Node | undefined): { slot: number; key: string } | undefined {
  const [table, body] = list?.operator?.name === 'map' ? list.parts : []
  if (table?.kind !== 'variable' || !table.variable || table.type.kind !== 'table' || body?.kind !== 'item' || body.key === undefined || body.depth !== list?.depth) return undefined
  return { slot: table.variable.slot, key: body.key }
}

/** The sum (or mean) of an entered column, exactly, in whole doubles; left to `exact` where those do not reach. */
export function columnSum(node: Node, exact: Closure): Closure | undefined {
  const column = node.parts.length === 1 ? columnOf(node.parts[0]) : undefined
  return column && summed(column.slot, column.key, node.operator?.name === 'mean', exact)
}

const summed = (slot: number, key: string, mean: boolean, exact: Closure): Closure => (slots) => {
  const rows = running.frame?.objects[slot]
  if (!Array.isArray(rows)) return NaN
  const total = totalOf(rows as readonly unknown[], key)
  if (total === undefined) return exact(slots)
  const { sum, scale, missing } = total
  if (missing > 0) return NaN
  if (!mean) return sum / scale + 0
  const size = scale * rows.length
  return rows.length > 0 && size <= safe ? sum / size + 0 : exact(slots)
}

/** A column added up: a whole double over a scale, and how many cells are unknown. */
interface Total { sum: number; scale: number; missing: number }

/** Totals of tables that are edited cell by cell; others are added up when asked. */
const watched = new WeakMap<readonly unknown[], Map<string, Total>>()

function totalOf(rows: readonly unknown[], key: string): Total | undefined {
  const totals = watched.get(rows)
  const known = totals?.get(key)
  if (known) return known
  const total: Total = { sum: 0, scale: 1, missing: 0 }
  for (const row of rows) if (!count(total, row instanceof Row ? row.cells[key] : undefined, 1)) return undefined
  totals?.set(key, total)
  return total
}

/** Adds a cell to a total or takes it away; false where whole doubles do not reach. */
function count(total: Total, cell: unknown, times: 1 | -1): boolean {
  if (cell === undefined) {
    total.missing += times
    return true
  }
  if (!(cell instanceof Rational) || typeof cell.n !== 'number' || typeof cell.d !== 'number') return false
  if (cell.d !== total.scale) {
    if (cell.d % total.scale === 0) {
      total.sum *= cell.d / total.scale
      total.scale = cell.d
    } else if (total.scale % cell.d !== 0) return false
  }
  const term = cell.n * (total.scale / cell.d)
  const sum = total.sum + term * times
  if (Math.abs(term) > safe || Math.abs(total.sum) > safe || Math.abs(sum) > safe) return false
  total.sum = sum
  return true
}

/** Puts a value into a cell of a table, in place; the totals of its column follow. */
export function amend(rows: readonly unknown[], row: Row, key: string, value: Value | undefined): void {
  const cells = row.cells as Record<string, Value | undefined>
  const totals = watched.get(rows)
  const total = totals?.get(key)
  if (total && !(count(total, cells[key], -1) && count(total, value, 1))) totals?.delete(key)
  if (!totals) watched.set(rows, new Map())
  cells[key] = value
}
