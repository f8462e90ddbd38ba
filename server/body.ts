import type { Request } from 'express'
import { Refusal } from './errors.ts'
import { documentLimits, parseJson, requestLimits } from './json.ts'

const plain = 1024 * 1024
const large = 8 * 1024 * 1024
const patience = 20_000

/** Reads a JSON body within size and time, or refuses it. Undefined when there is none. */
export async function readJson(request: Request, document: boolean): Promise<unknown> {
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared === 0 && request.headers['transfer-encoding'] === undefined) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { expected: 'application/json; charset=utf-8' })
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refusal('UNSUPPORTED_MEDIA_TYPE', { expected: 'content-encoding: identity' })
  const limit = document ? large : plain
  if (declared > limit) throw new Refusal('BODY_TOO_LARGE', { limit })
  return parseJson(await collect(request, limit), document ? documentLimits : requestLimits)
}

function collect(request: Request, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const end = (finish: () => void) => {
      clearTimeout(timer)
      request.removeAllListeners('data')
      finish()
    }
    const timer = setTimeout(() => end(() => reject(new Refusal('REQUEST_TIMEOUT', undefined, { connection: 'close' }))), patience)
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      chunks.push(chunk)
      if (bytes > limit) end(() => reject(new Refusal('BODY_TOO_LARGE', { limit })))
    })
    request.once('end', () => end(() => resolve(Buffer.concat(chunks))))
    request.once('error', () => end(() => reject(new Refusal('BAD_REQUEST'))))
    request.once('aborted', () => end(() => reject(new Refusal('BAD_REQUEST'))))
  })
}
