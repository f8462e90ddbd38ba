import { Transform } from 'node:stream'
import { Refusal } from '../errors.ts'
import { detect, typeOfName, type FileType } from './detect.ts'

const window = 1024 * 1024
const patience = 15_000

export interface Inspection { stream: Transform; type: () => FileType; failure: () => Refusal | undefined }

/** Lets a file through while looking at it: refuses it as soon as it is too large, too slow, or at its end not what its name says. */
export function inspect(name: string, limit: number, accept: readonly FileType[]): Inspection {
  const promised = typeOfName(name)
  let type: FileType | undefined
  let head: Buffer = Buffer.alloc(0)
  const ends: Buffer[] = []
  let kept = 0
  let size = 0
  let timer: NodeJS.Timeout
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => stream.destroy(new Refusal('REQUEST_TIMEOUT', undefined, { connection: 'close' })), patience)
  }
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      wait()
      size += chunk.length
      if (size > limit) return done(new Refusal('FILE_TOO_LARGE', { limit }))
      if (head.length < window) head = Buffer.concat([head, chunk.subarray(0, window - head.length)])
      ends.push(chunk)
      kept += chunk.length
      while (kept - (ends[0]?.length ?? 0) >= window) kept -= ends.shift()?.length ?? 0
      done(null, chunk)
    },
    flush(done) {
      clearTimeout(timer)
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
      clearTimeout(timer)
      done(error)
    },
  })
  wait()
  // Nobody may be reading yet when it refuses; the refusal is kept for whoever asks. Other errors are the reader's own.
  let failure: Refusal | undefined
  stream.on('error', (error) => { if (error instanceof Refusal) failure = error })
  return { stream, type: () => type as FileType, failure: () => failure }
}
