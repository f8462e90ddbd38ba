import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Misuse } from './command.ts'

/** A text file in UTF-8, or UTF-16 with its mark; one that is neither is refused and not read as something else. */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new Misuse(`cannot read ${path}${reason(error)}`)
  }
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes)
  } catch {
    throw new Misuse(`${path} is not UTF-8; save it as UTF-8 and try again`)
  }
}

export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030'

/** How a table was saved, by a first pass over it: with a mark, as UTF-8, or as Chinese spreadsheets do without one. */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = true
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (start && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      start = false
      try {
        decoder.decode(chunk, { stream: true })
      } catch {
        return 'gb18030'
      }
    }
  } catch (error) {
    throw new Misuse(`cannot read ${path}${reason(error)}`)
  }
  return 'utf-8'
}

const reasons: Readonly<Record<string, string>> = { ENOENT: ': there is no such file', EISDIR: ': it is a folder', EACCES: ': permission denied' }
const reason = (error: unknown): string => (error instanceof Error && 'code' in error ? (reasons[String(error.code)] ?? '') : '')
