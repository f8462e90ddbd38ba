import { running, type Closure } from './closure.ts'
import { Rational } from './rational.ts'
import { Row } from './value.ts'
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
  let sum = 0
  let scale = 1
  for (const row of rows as readonly unknown[]) {
    const cell = row instanceof Row ? row.cells[key] : undefined
    if (cell === undefined) return NaN
    if (!(cell instanceof Rational) || typeof cell.n !== 'number' || typeof cell.d !== 'number') return exact(slots)
    if (cell.d % scale === 0) {
      sum *= cell.d / scale
      scale = cell.d
    } else if (scale % cell.d !== 0) return exact(slots)
    const term = cell.n * (scale / cell.d)
    if (Math.abs(term) > safe || Math.abs(sum) > safe || Math.abs(sum + term) > safe) return exact(slots)
    sum += term
  }
  if (!mean) return sum / scale + 0
  const size = scale * rows.length
  return rows.length > 0 && size <= safe ? sum / size + 0 : exact(slots)
}
