import type { Request } from 'express'
import { Refusal } from './errors.ts'
import { documentLimits, parseJson, requestLimits } from './json.ts'

const plain = 1024 * 1024
const large = 8 * 1024 * 1024
/** Between two pieces of a body, and for the whole of it, in milliseconds. */
const patience = 8000
const longest = { plain: 30_000, large: 120_000 }

/** Reads a JSON body within size and time, or refuses it. Undefined when there is none. */
export async function readJson(request: Request, document: boolean, idle = patience): Promise<unknown> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared === 0 && request.headers['transfer-encoding'] === undefined) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { expected: 'application/json; charset=utf-8' })
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { expected: 'content-encoding: identity' })
  const limit = document ? large : plain
  if (declared > limit) throw new Refusal('BODY_TOO_LARGE', { limit })
  return parseJson(await collect(request, limit, idle, document ? longest.large : longest.plain), document ? documentLimits : requestLimits)
}

function collect(request: Request, limit: number, idle: number, whole: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const end = (finish: () => void) => {
      clearTimeout(silent)
      clearTimeout(slow)
      request.removeAllListeners('data')
      finish()
    }
    const late = () => end(() => reject(new Refusal('REQUEST_TIMEOUT', undefined, { connection: 'close' })))
    const silent = setTimeout(late, idle)
    const slow = setTimeout(late, whole)
    request.on('data', (chunk: Buffer) => {
      silent.refresh()
      bytes += chunk.length
      chunks.push(chunk)
      if (bytes > limit) end(() => reject(new Refusal('BODY_TOO_LARGE', { limit })))
    })
    request.once('end', () => end(() => resolve(Buffer.concat(chunks))))
    request.once('error', () => end(() => reject(new Refusal('BAD_REQUEST'))))
    request.once('aborted', () => end(() => reject(new Refusal('BAD_REQUEST'))))
  })
}
