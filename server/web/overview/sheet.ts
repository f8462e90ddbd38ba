import type { Cycle, Framework } from '../../../schemas/index.ts'
import type { Strings as SiteStrings } from '../strings.zh.ts'
import { cellWords } from './cellWords.ts'
import { layoutOf } from './columns.ts'
import type { Row } from './rows.ts'
import type { Strings } from './strings.zh.ts'

interface Source { framework: Framework; cycle: Cycle; rows: readonly Row[]; selected: ReadonlySet<string>; strings: SiteStrings; t: Strings }

/** The matrix unfolded, as rows of text: units down, points across. */
export function tableOf({ framework, rows, selected, strings, t }: Source): string[][] {
  const { columns } = layoutOf(framework, selected, new Set())
  const title = ({ kind, code, title: name }: (typeof columns)[number]) => (kind === 'total' ? t.total : `${code} ${name}${kind === 'subtotal' ? t.inBrackets(t.subtotal) : ''}`)
  return [
    [t.unit, t.state, ...columns.map(title)],
    ...rows.map((row) => [row.unit.title, strings.states[row.stage], ...columns.map(({ id }) => cellWords(framework, row, id, strings, true))]),
  ].map((line) => line.map(harmless))
}

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function harmless(cell: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(cell) ? `'${cell}` : cell
}

/** Comma-separated, with a mark that makes Excel read it as UTF-8. */
export function csvOf(table: readonly (readonly string[])[]): string {
  return `\uFEFF${table.map((line) => line.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')}\r\n`
}

/** Hands the file to the browser. */
export async function save(kind: 'xlsx' | 'csv', source: Source): Promise<void> {
  const table = tableOf(source)
  const content = kind === 'csv' ? new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }) : new Blob([await workbook(table, source)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = `${source.cycle.title}.${kind}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

async function workbook(table: string[][], { cycle, t }: Source): Promise<BlobPart> {
  const { writeXlsx } = await import('hucre')
  const head = cycle.synthetic ? [[t.synthetic]] : []
  const written = await writeXlsx({ sheets: [{ name: t.sheet, rows: [...head, ...table], columns: (table[0] ?? []).map((_, index) => ({ width: index < 2 ? 12 : 16 })), freezePane: { rows: head.length + 1, columns: 1 } }] })
  return written as BlobPart
}
