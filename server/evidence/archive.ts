import { Refusal } from '../errors.ts'

const most = { entries: 5000, bytes: 512 * 1024 * 1024, ratio: 200 }
const refuse = (why: string): never => { throw new Refusal('ARCHIVE_UNSAFE', { why }) }

/** Word or Excel by the parts listed in the central directory, which must lie within `tail`. Nothing is unpacked. */
export function officeKind(tail: Buffer, size: number): 'docx' | 'xlsx' | undefined {
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) return refuse('no end of directory')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16) - (size - tail.length)
  if (count === 0 || count > most.entries || start < 0 || start + length > end) return refuse('directory out of place')
  const names = new Set<string>()
  let packed = 0
  let unpacked = 0
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return refuse('broken directory')
    const flags = tail.readUInt16LE(at + 8)
    const [nameLength, extraLength, commentLength] = [tail.readUInt16LE(at + 28), tail.readUInt16LE(at + 30), tail.readUInt16LE(at + 32)]
    const name = tail.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    if (flags & 1) return refuse('encrypted')
    if (names.has(name)) return refuse('same part twice')
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(name)) return refuse('path leaves the archive')
    if ((tail.readUInt32LE(at + 38) >>> 16 & 0o170000) === 0o120000) return refuse('symbolic link')
    names.add(name)
    packed += tail.readUInt32LE(at + 20)
    unpacked += tail.readUInt32LE(at + 24)
    at += 46 + nameLength + extraLength + commentLength
  }
  if (unpacked > most.bytes || packed > size || unpacked > most.ratio * Math.max(packed, 64 * 1024)) return refuse('unpacks to too much')
  return kindOf(names)
}

/** Macros make it another kind, which nobody accepts. */
function kindOf(names: ReadonlySet<string>): 'docx' | 'xlsx' | undefined {
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name))) return undefined
  return names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined
}
