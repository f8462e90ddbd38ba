import { isRate } from '../../engine/index.ts'
import type { Element } from '../../schemas/index.ts'
import { columnSource, rowLike } from '../store/stance.ts'
import { readEntry, writeEntry } from '../entry.ts'
import { readDate } from './readDate.ts'

export type TableRow = Record<string, unknown>

/** A column as the table shows it. */
export interface Column {
  id: string
  element: Element
  computed: boolean
  /** Given by the fixed row. */
  fixed: boolean
  official: boolean
  /** How many ordinary columns wide: words need more room than numbers. */
  width: number
}

/** Whether a column holds words that may take several lines. */
export const isProse = ({ type, oneOf, format, maxLength }: Element): boolean => type === 'string' && !oneOf && format === undefined && maxLength !== undefined

export function columnsOf(element: Element): Column[] {
  return Object.entries(element.items?.properties ?? {}).map(([id, column]) => ({
    id, element: column, computed: column['x-calculation'] !== undefined,
    fixed: element['x-rows'] !== undefined && (id === element['x-key'] || element['x-rows'].every((row) => id in row)),
    official: columnSource(element, id) !== 'district', width: isProse(column) ? (column.maxLength ?? 0) >= 200 ? 2.4 : 1.6 : 1,
  }))
}

const none: TableRow[] = []

/** The rows to show: fixed rows always, each with what was filled in. */
export function rowsOf(element: Element, value: unknown): TableRow[] {
  const rows = Array.isArray(value) ? (value as TableRow[]) : none
  const fixed = element['x-rows']
  if (!fixed) return rows
  const key = element['x-key']
  return fixed.map((row, index) => rowLike(rows, row, index, key) ?? row)
}

/** Whether nothing is filled in. */
export const isBlank = (row: TableRow | undefined): boolean => Object.values(row ?? {}).every((value) => value === undefined || value === null || value === '')

/** The rows to keep: blank ones at the end of a free table are only places to type into. */
export function filledRows(element: Element, rows: readonly TableRow[]): readonly TableRow[] {
  return element['x-rows'] ? rows : rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1)
}

/** A cell's text as a value of its column; text that does not fit stays text, so that nothing typed is lost. */
export function cellValue(column: Element, text: string): unknown {
  const plain = text.trim()
  if (!plain) return undefined
  if (column.type === 'number' || column.type === 'integer') {
    const entry = readEntry(plain, column['x-unit'])
    return entry.kind === 'number' ? entry.value : plain
  }
  if (column.type === 'boolean') return /^(是|有|√|✓|y|yes|true|1)$/i.test(plain) ? true : /^(否|无|×|✗|n|no|false|0)$/i.test(plain) ? false : plain
  if (column.oneOf) return column.oneOf.find((option) => option.title === plain || option.const === plain)?.const ?? plain
  if (column.format === 'date') return readDate(plain) ?? plain
  return plain
}

/** A cell's value as text. */
export function cellText(column: Element, value: unknown, yes: string, no: string): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return writeEntry(value, column['x-decimals'] ?? (column.type === 'integer' ? 0 : undefined))
  if (typeof value === 'boolean') return value ? yes : no
  if (column.oneOf) return column.oneOf.find((option) => option.const === value)?.title ?? (typeof value === 'string' ? value : JSON.stringify(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What a spreadsheet puts on the clipboard: tabs, lines, quoted cells. */
export function readSheet(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let match = cells.exec(text); match; match = cells.exec(text)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === '\t') continue
    rows.push(row)
    row = []
    if (match[3] === '' || cells.lastIndex >= text.length) break
  }
  return rows
}

export interface Paste {
  rows: TableRow[]
  pastedRows: number
  pastedColumns: number
  /** Cells for which there was no place. */
  over: number
  /** Whether the first line named the columns. */
  headed: boolean
}

/** A heading without spaces, its unit in brackets and its marks. */
const bare = (text: string): string => text.replaceAll(/\s|[（(][^（()）]*[)）]|[*＊:：]/g, '')

/**
 * The columns a head row names, if it is one: all cells are titles, or two and more than half of them are, whole or in part, and none is
 * a number or one of the options of its place. A heading that names no column stands for the one at its place.
 */
function headOf(line: readonly string[], columns: readonly Column[], start: number): number[] | undefined {
  const given = line.map(bare)
  const words = given.filter(Boolean)
  const fits = ({ oneOf, type, format }: Element, word: string): boolean => (oneOf?.some(({ title }) => title === word) ?? false) || (type === 'boolean' && word.length === 1) || (format === 'date' && readDate(word) !== undefined)
  if (!words.length || given.some((word, i) => word && (readEntry(word, undefined).kind === 'number' || fits(columns[start + i]?.element ?? ({} as Element), word)))) return undefined
  const titles = columns.map(({ element }) => bare(element.title))
  const exact = given.map((word) => (word ? titles.indexOf(word) : -1))
  const found = exact.map((place, i) => (place >= 0 || !given[i] ? place : titles.findIndex((title, column) => !exact.includes(column) && (title.includes(given[i]!) || given[i]!.includes(title)))))
  const all = given.every((word, i) => !word || (exact[i] ?? -1) >= 0)
  const known = found.filter((place) => place >= 0).length
  if (!all && (known < 2 || known * 2 <= words.length)) return undefined
  return found.map((place, i) => (place >= 0 || !given[i] || found.includes(start + i) ? place : start + i))
}

/** Lays a sheet over the table from a cell on; a head row and a first column of row keys are recognised and used for placing. */
export function paste(element: Element, rows: readonly TableRow[], sheet: readonly string[][], at: { row: number; column: number }, writable: (column: Column) => boolean): Paste {
  const columns = columnsOf(element)
  const key = element['x-key']
  let block = sheet.filter((line) => line.some((cell) => cell.trim() !== ''))
  const head = block.length > 1 ? headOf(block[0] ?? [], columns, at.column) : undefined
  if (head) block = block.slice(1)
  const keyPlace = key === undefined ? -1 : columns.findIndex(({ id }) => id === key)
  const fixed = element['x-rows'] !== undefined
  const keyed = fixed && keyPlace >= 0 && block.length > 0 && block.every((line) => rows.some((row) => row[key ?? ''] === line[head ? head.indexOf(keyPlace) : 0]?.trim()))
  const keyAt = head ? head.indexOf(keyPlace) : 0
  const start = keyed && !head ? keyPlace : at.column
  const limit = fixed ? rows.length : (element.maxItems ?? 1000)
  const next = rows.map((row) => row)
  let over = 0
  let pastedRows = 0
  block.forEach((line, index) => {
    const place = keyed ? rows.findIndex((row) => row[key ?? ''] === line[keyAt]?.trim()) : at.row + index
    if (place >= limit) {
      over += line.length
      return
    }
    pastedRows += 1
    const row: TableRow = { ...next[place] }
    line.forEach((cell, offset) => {
      const column = columns[head ? (head[offset] ?? -1) : start + offset]
      if (!column) over += cell.trim() ? 1 : 0
      else if (writable(column)) {
        const value = cellValue(column.element, cell)
        if (value === undefined) delete row[column.id]
        else row[column.id] = value
      }
    })
    next[place] = row
  })
  return { rows: next, pastedRows, pastedColumns: Math.max(0, ...block.map((line) => line.length)), over, headed: head !== undefined }
}

/** Whether the column's numbers may be added up: rates and quotients may not. */
export const addsUp = ({ element, computed }: Column): boolean => (element.type === 'number' || element.type === 'integer') && !computed && !isRate(element['x-unit'])

/** The sum of a column without binary rounding: added as whole numbers of the last decimal. */
export function totalOf(rows: readonly TableRow[], column: string): number | undefined {
  const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number')
  if (!values.length) return undefined
  const places = Math.min(10, Math.max(...values.map((value) => (/e-(\d+)/.exec(String(value)) ? 10 : (String(value).split('.')[1]?.length ?? 0)))))
  return values.reduce((sum, value) => sum + Math.round(value * 10 ** places), 0) / 10 ** places
}
