import { cellsOf, type Column } from './column.ts'
import { running, type Closure, type Rows } from './closure.ts'
import { isList, type List } from './value.ts'
import type { Node } from './contract.ts'

/** The rows cannot be told yet; more of them than closures look at. */
export const unknown = -1
export const tooMany = -2

/** One place of a rule that goes through the rows of a table. Closures inside read the columns at the row it stands at. */
export class Loop implements Rows {
  at = 0
  rows: List = []
  /** Places of the rows that pass the tests: the first of these, as many as `begin` says. */
  chosen = new Int32Array(0)
  readonly columns: Column[] = []
  tests: readonly Closure[] = []
  readonly slot: number
  readonly depth: number
  private readonly cost: number

  constructor(slot: number, depth: number, nodes: readonly Node[]) {
    this.slot = slot
    this.depth = depth
    this.cost = nodes.reduce((sum, node) => sum + sizeOf(node), 1 + nodes.length)
  }

  /** Stands at no row yet, its tests done: how many rows pass, or why that is not known. Call `end` when there are some. */
  begin(slots: Float64Array): number {
    const rows = running.frame?.objects[this.slot]
    if (!isList(rows)) return unknown
    const size = rows.length
    if ((running.steps -= size * this.cost) < 0) return tooMany
    if (this.rows !== rows) this.attach(rows)
    const { chosen, tests } = this
    running.loops[this.depth] = this
    if (tests.length === 0) return size
    let [count, open] = [0, false]
    for (let i = 0; i < size; i++) {
      this.at = i
      const truth = passes(tests, slots)
      if (truth === 2) chosen[count++] = i
      else if (truth === 1) open = true
    }
    if (!open) return count
    this.end()
    return unknown
  }

  end(): void {
    running.loops[this.depth] = undefined
  }

  private attach(rows: List): void {
    this.rows = rows
    if (this.chosen.length < rows.length) this.chosen = Int32Array.from(rows.keys())
    for (const column of this.columns) column.cells = cellsOf(rows, column)
  }

  /** A column closures may read. */
  column(key: string, absent: number, text?: string): Column {
    const known = this.columns.find((column) => column.key === key && column.text === text)
    if (known) return known
    const made: Column = { key, absent, text, cells: new Float64Array(0) }
    this.columns.push(made)
    return made
  }
}

/** Each test is asked of the rows that pass those before it. */
function passes(tests: readonly Closure[], slots: Float64Array): number {
  for (const test of tests) {
    const truth = test(slots)
    if (truth !== 2) return truth
  }
  return 2
}

const sizeOf = (node: Node): number => node.parts.reduce((sum, part) => sum + sizeOf(part), 1)
