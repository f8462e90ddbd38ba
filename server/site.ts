import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router, type Request, type Response } from 'express'
import { localsOf } from './security.ts'

/** The built site: hashed files for a year, every other address the page itself with this answer's nonce. */
export function site(folder: string): Router {
  const router = Router()
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const send = (_: Request, response: Response): void => {
    response.setHeader('cache-control', 'no-store')
    response.type('html').send(page.replaceAll('__NONCE__', localsOf(response).nonce))
  }
  router.get('/index.html', send)
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }))
  router.use(express.static(folder, { index: false, redirect: false, maxAge: '1h' }))
  router.get('/{*path}', (request, response, next) => (/^\/(api|assets)\/|\.\w+$/.test(request.path) ? next() : send(request, response)))
  return router
}
