import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { NextFunction, Request, Response } from 'express'
import { errors, Refusal, type ErrorCode } from './errors.ts'
import { localsOf } from './security.ts'

/** The last handler: whatever went wrong becomes one problem body, without a stack. */
export function problems(log: (line: Record<string, unknown>) => void, noticed: (code: ErrorCode) => void) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const refusal = problemOf(error)
    const { requestId } = localsOf(response)
    noticed(refusal.code)
    if (refusal.status >= 500) log({ level: 'error', requestId, method: request.method, path: request.path, code: refusal.code, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    if (response.headersSent) return response.socket ? void response.socket.destroy() : next(error)
    answerProblem(request, response, refusal)
  }
}

const grace = 10_000

/** Lets a client finish sending what we no longer want, so that it gets to read why; but not for ever. */
function drain(request: Request): void {
  if (request.complete) return
  request.unpipe()
  request.resume()
  const timer = setTimeout(() => request.socket.destroy(), grace)
  request.once('close', () => clearTimeout(timer))
  request.once('end', () => clearTimeout(timer))
}

export function answerProblem(request: Request, response: Response, refusal: Refusal): void {
  drain(request)
  const language = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
  const message = refusal.words(language)
  const { requestId } = localsOf(response)
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value)
  response.status(refusal.status).type('application/problem+json').send(bodyOf(refusal, message, requestId))
}

function bodyOf(refusal: Refusal, message: string, requestId: string): string {
  return JSON.stringify({
    type: `/api/v1/docs#${refusal.code}`, title: message, status: refusal.status,
    error: { code: refusal.code, message, ...(refusal.details ? { details: refusal.details } : {}), requestId },
  })
}

/** What is no request at all, or not one in time, gets its answer on the bare socket. */
export function answerOnSocket(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const refusal = new Refusal(error.code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'REQUEST_TIMEOUT' : 'BAD_REQUEST')
  const body = bodyOf(refusal, refusal.words('zh'), randomUUID())
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
}

/** What went wrong, as the client is told. */
export function problemOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { status, code, message = '' } = (typeof error === 'object' && error !== null ? error : {}) as { status?: number; code?: unknown; message?: string }
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(String(code)) || /database or disk is full|SQLITE_FULL|disk full/i.test(message)) return new Refusal('STORAGE_FULL')
  if (/^(EIO|EROFS|EMFILE|ENFILE)$/.test(String(code)) || /disk I\/O error|SQLITE_IOERR|Mongo(Network|ServerSelection|NotConnected|WriteConcern)|buffering timed out/i.test(`${(error as Error | undefined)?.name ?? ''} ${message}`)) return new Refusal('STORE_UNAVAILABLE', undefined, { 'retry-after': '5' })
  if (status !== undefined && status >= 400 && status < 500) return new Refusal(('BAD_REQUEST' satisfies ErrorCode) as keyof typeof errors)
  return new Refusal('INTERNAL')
}
