import { Transform } from 'node:stream'
import { Refusal } from '../errors.ts'
import { detect, typeOfName, type FileType } from './detect.ts'

const window = 1024 * 1024
/** Between two pieces of a file, and for the whole of it, in milliseconds. */
const patience = { idle: 15_000, whole: 15 * 60_000 }

export interface Inspection { stream: Transform; type: () => FileType; failure: () => Refusal | undefined }

/** Lets a file through while looking at it: refuses it as soon as it is too large, too slow, or at its end not what its name says. */
export function inspect(name: string, limit: number, accept: readonly FileType[], { idle, whole } = patience): Inspection {
  const promised = typeOfName(name)
  let type: FileType | undefined
  let head: Buffer = Buffer.alloc(0)
  const ends: Buffer[] = []
  let kept = 0
  let size = 0
  const late = () => stream.destroy(new Refusal('REQUEST_TIMEOUT', undefined, { connection: 'close' }))
  const silent = setTimeout(late, idle)
  const slow = setTimeout(late, whole)
  const stop = () => {
    clearTimeout(silent)
    clearTimeout(slow)
  }
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      silent.refresh()
      size += chunk.length
      if (size > limit) return done(new Refusal('FILE_TOO_LARGE', { limit }))
      if (head.length < window) head = Buffer.concat([head, chunk.subarray(0, window - head.length)])
      ends.push(chunk)
      kept += chunk.length
      while (kept - (ends[0]?.length ?? 0) >= window) kept -= ends.shift()?.length ?? 0
      done(null, chunk)
    },
    flush(done) {
      stop()
      try {
        if (size === 0) throw new Refusal('FILE_EMPTY')
        type = detect(head, Buffer.concat(ends), size)
        if (type !== promised) throw new Refusal('TYPE_MISMATCH', { found: type ?? '?', name })
        if (!type || !accept.includes(type)) throw new Refusal('TYPE_NOT_ALLOWED', { accept: [...accept] })
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    destroy(error, done) {
      stop()
      done(error)
    },
  })
  // Nobody may be reading yet when it refuses; the refusal is kept for whoever asks. Other errors are the reader's own.
  let failure: Refusal | undefined
  stream.on('error', (error) => { if (error instanceof Refusal) failure = error })
  return { stream, type: () => type as FileType, failure: () => failure }
}
