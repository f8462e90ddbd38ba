import { createReadStream } from 'node:fs'
import type { Encoding } from './text.ts'

/** The rows of a CSV file as they are read: quotes, doubled quotes, line breaks in quotes, CR LF; `open` is set on a last row whose quotes are not closed. */
export async function* rowsOf(path: string, encoding: Encoding): AsyncGenerator<{ cells: string[]; bytes: number; open?: boolean }> {
  const decoder = new TextDecoder(encoding)
  let row: string[] = []
  let cell = ''
  let quoted = false
  let closing = false
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const char of decoder.decode(chunk, { stream: true })) {
      if (closing) {
        closing = false
        if (char === '"') {
          cell += '"'
          continue
        }
        quoted = false
      }
      if (quoted) {
        if (char === '"') closing = true
        else cell += char
      } else if (char === '"' && cell === '') quoted = true
      else if (char === ',') {
        row.push(cell)
        cell = ''
      } else if (char === '\n') {
        row.push(cell.replace(/\r$/, ''))
        if (row.length > 1 || row[0] !== '') yield { cells: row, bytes }
        row = []
        cell = ''
      } else cell += char
    }
    bytes += chunk.length
  }
  if (cell !== '' || row.length > 0) yield { cells: [...row, cell.replace(/\r$/, '')], bytes, ...(quoted && !closing && { open: true }) }
}

/** One cell of CSV. */
export const csvCell = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
