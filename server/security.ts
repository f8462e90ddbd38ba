import { randomBytes, randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { apiVersion } from './apiVersion.ts'
import { Refusal } from './errors.ts'

export interface Locals { nonce: string; requestId: string; at: Date }
export const localsOf = (response: Response): Locals => response.locals as unknown as Locals

/** A request id, the time of arrival and a nonce for the page. */
export function mark(_: Request, response: Response, next: NextFunction): void {
  Object.assign(response.locals, { nonce: randomBytes(16).toString('base64url'), requestId: randomUUID(), at: new Date() } satisfies Locals)
  response.setHeader('x-request-id', localsOf(response).requestId)
  next()
}

/** No script but our own files, no style but our own files and those carrying the page's nonce, no frame. `dev` lets Vite's client in. */
export function headers(dev: boolean) {
  const nonce = (_: unknown, response: unknown) => `'nonce-${localsOf(response as Response).nonce}'`
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: dev ? ["'self'", nonce] : ["'self'"], styleSrc: ["'self'", nonce], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"],
        connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"], workerSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })
}

/** A page says of which version of the interface it is; one left open since before an upgrade must be loaded again before it writes. */
export function sameVersion(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('yardstick-api', apiVersion)
  const version = request.headers['yardstick-api']
  if (version !== undefined && version !== apiVersion && !reading.has(request.method)) throw new Refusal('CLIENT_OUTDATED')
  next()
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A write must say that it comes from our own pages; browsers do so by themselves, other clients send our address as `Origin`. */
export function sameOrigin(publicUrl: string | undefined) {
  return (request: Request, _: Response, next: NextFunction): void => {
    if (reading.has(request.method)) return next()
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    const own = publicUrl ? new URL(publicUrl).origin : `${request.protocol}://${request.headers.host ?? ''}`
    if (origin === undefined ? site !== 'same-origin' : origin !== own || (site !== undefined && site !== 'same-origin')) throw new Refusal('CSRF')
    next()
  }
}
