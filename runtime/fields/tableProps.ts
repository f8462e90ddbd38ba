import type { Element } from '../../schemas/index.ts'
import type { Column, TableRow } from './tableRows.ts'

/** What a table's body is given. */
export interface TableBodyProps {
  field: string
  element: Element
  point: string
  control: string
  rows: readonly TableRow[]
  columns: readonly Column[]
  rowKey: string | undefined
  writable: (column: Column) => boolean
  free: boolean
  was: ((row: TableRow, index: number) => TableRow | undefined) | undefined
  setCell: (row: number, column: string, value: unknown) => void
  remove: (row: number) => void
  duplicate: (row: number) => void
  errorLine: string
}
