import type { Element } from '../schemas/index.ts'

/** What people call a row of a table: its key, else its first text, an option by its title; undefined where there is none. */
export function rowName({ items, 'x-key': key }: Element, row: unknown): string | undefined {
  const columns = items?.properties ?? {}
  const id = key ?? Object.keys(columns).find((each) => columns[each]?.type === 'string' && columns[each].format !== 'date')
  const value: unknown = id !== undefined && typeof row === 'object' && row !== null && Object.hasOwn(row, id) ? (row as Record<string, unknown>)[id] : undefined
  if (id === undefined || typeof value !== 'string' || value.trim() === '') return undefined
  return columns[id]?.oneOf?.find((option) => option.const === value)?.title ?? value.trim()
}
