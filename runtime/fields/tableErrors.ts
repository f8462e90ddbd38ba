import type { Strings } from '../strings.zh.ts'
import type { Column, TableRow } from './tableRows.ts'
import { messagesOf } from './validator.ts'

const found = new WeakMap<TableRow, [string, string][]>()

/** The cells of a row that break their column's definition; remembered per row, because rows are replaced and never changed. */
export function errorsOf(row: TableRow, columns: readonly Column[], t: Strings): [string, string][] {
  let errors = found.get(row)
  if (!errors) {
    errors = columns.flatMap(({ id, element, computed }) => (computed ? [] : messagesOf(element, row[id], t).map((text): [string, string] => [id, text])))
    found.set(row, errors)
  }
  return errors
}
