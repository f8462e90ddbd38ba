import type { Strings } from '../strings.zh.ts'

/** `1.2 MB`, `20 MB`, `420 KB`. */
export function bytesWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${Number((bytes / 1024 / 1024).toFixed(bytes < 100 * 1024 * 1024 ? 1 : 0))} MB`
}

/** A kind of file as people know it. */
export function kindWords(kind: string, t: Strings): string {
  const known: Record<string, string> = { docx: t.fileWord, xlsx: t.fileExcel, jpg: t.fileJpg, png: t.filePng, '?': t.fileUnknown }
  return known[kind] ?? kind.toUpperCase()
}

/** Several kinds, as a list. */
export const kindsWords = (kinds: readonly string[], t: Strings): string => kinds.map((kind) => kindWords(kind, t)).join(t.listed)

const magic: [kind: string, bytes: number[]][] = [['pdf', [0x25, 0x50, 0x44, 0x46]], ['zip', [0x50, 0x4b, 0x03, 0x04]], ['jpg', [0xff, 0xd8, 0xff]], ['png', [0x89, 0x50, 0x4e, 0x47]], ['exe', [0x4d, 0x5a]]]

/** What a file is by its first bytes; office files are told apart by their name. */
export async function kindOfFile(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  const found = magic.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0]
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (found === 'zip') return extension === 'docx' || extension === 'xlsx' ? extension : 'zip'
  return found ?? (extension || '?')
}

/** What a file picker offers for these kinds. */
export const acceptOf = (kinds: readonly string[]): string => kinds.map((kind) => `.${kind}${kind === 'jpg' ? ',.jpeg' : ''}`).join(',')
