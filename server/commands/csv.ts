import { createReadStream } from 'node:fs'

/** The rows of a CSV file as they are read: quotes, doubled quotes, line breaks in quotes, a byte-order mark, CR LF. */
export async function* rowsOf(path: string): AsyncGenerator<{ cells: string[]; bytes: number }> {
  let row: string[] = []
  let cell = ''
  let quoted = false
  let closing = false
  let bytes = 0
  let first = true
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const text = first ? chunk.replace(/^\uFEFF/, '') : chunk
    first = false
    for (const char of text) {
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
    bytes += Buffer.byteLength(chunk)
  }
  if (cell !== '' || row.length > 0) yield { cells: [...row, cell.replace(/\r$/, '')], bytes }
}

/** One cell of CSV. */
export const csvCell = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
