import express, { type Express, type Router, type NextFunction, type Request, type Response } from 'express'
import { readJson } from './body.ts'
import { deskOf, type Desk } from './desk.ts'
import { docsPage } from './docs.ts'
import { Refusal, type ErrorCode } from './errors.ts'
import { firstAdminPage } from './firstAdminPage.ts'
import { openApi } from './openapi.ts'
import { paceOf } from './pace.ts'
import { problems } from './problem.ts'
import { scopeOf, type User } from './roles.ts'
import { sent, type Call, type Route } from './route.ts'
import { routes } from './routes/index.ts'
import { headers, localsOf, mark, sameOrigin, sameVersion } from './security.ts'
import { sessionKey, whoIs } from './session.ts'
import { site } from './site.ts'
import { demoHint } from './seed/accounts.ts'
import type { Store } from './store/port.ts'
import { demand, misfit } from './validate.ts'

/** How a server differs from the usual one. */
export interface Options {
  /** The built site; without it only the API answers. */
  web?: string
  /** The site in another form, as in development. */
  site?: Router
  dev?: boolean
  publicUrl?: string
  /** Whether the sign-in page may offer the demo accounts, as far as they still are ones: not disabled, their password not changed. */
  demo?: boolean
  /** As Express takes it; needed behind a proxy. */
  trustProxy?: boolean | number | string
  /** How long a body may pause, in milliseconds. */
  patience?: number
  /** How much evidence a unit may keep, in bytes. */
  quota?: number
  /** How many writes a session may make in a minute. */
  writesPerMinute?: number
  /** Check our own answers against their schemas and fail loudly. */
  strict?: boolean
  log?: (line: Record<string, unknown>) => void
}

/** Two gigabytes a unit; ten writes a second, for a whole minute. */
const usual = { quota: 2 * 2 ** 30, writesPerMinute: 600 }

/** The whole server over a store; listening is up to the caller. */
export function createApp(store: Store, options: Options = {}): Express {
  const app = express()
  const desk = deskOf(store)
  const pace = paceOf(store, options.writesPerMinute ?? usual.writesPerMinute)
  const log = options.log ?? (() => undefined)
  /** Why the last write could not be stored; gone with the next one that is. */
  let trouble: ErrorCode | undefined
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy)

  app.use(mark, headers(options.dev ?? false))
  app.get('/healthz', async (_, response) => {
    await store.check()
    const demo = options.demo ? await demoHint(store) : undefined
    response.set('cache-control', 'no-store').json({ ok: true, store: store.name, ...(trouble ? { trouble } : {}), ...(demo ? { demo } : {}) })
  })
  app.use('/api', sameOrigin(options.publicUrl), sameVersion, (_, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  const description = openApi(routes)
  app.get('/api/v1/openapi.json', (_, response) => void response.json(description))
  app.get('/api/v1/docs', (_, response) => void response.type('html').send(docsPage(routes, localsOf(response).nonce)))
  for (const route of routes) app[route.method.toLowerCase() as 'get'](`/api/v1${route.path}`, async (request, response) => {
    await answer(route, { store, desk, pace, options }, request, response)
    if (route.method !== 'GET') trouble = undefined
  })
  app.use('/api', otherMethods)
  app.use('/first-admin', sameOrigin(options.publicUrl), firstAdminPage(store))
  if (options.web !== undefined) app.use(site(options.web))
  if (options.site) app.use(options.site)
  app.use((_: Request, __: Response, next: NextFunction) => next(new Refusal('NOT_FOUND')))
  app.use(problems(log, (code) => { if (code === 'STORAGE_FULL' || code === 'STORE_UNAVAILABLE') trouble = code }))
  return app
}

interface Ground { store: Store; desk: Desk; pace: ReturnType<typeof paceOf>; options: Options }

/** One request through one route: who, what, then the work, then the answer. */
async function answer(route: Route, { store, desk, pace, options }: Ground, request: Request, response: Response): Promise<void> {
  const me = await whoIs(store, request)
  if (me && route.method !== 'GET') await pace(sessionKey(request) ?? '')
  if (route.roles !== 'anyone') {
    if (!me) throw new Refusal('UNAUTHENTICATED')
    if (!route.roles.includes(me.role)) throw new Refusal('FORBIDDEN')
  }
  const query = queryOf(route, request)
  const body = route.upload ? undefined : await readJson(request, route.document ?? false, options.patience)
  if (route.body && !(route.optional && body === undefined)) {
    if (body === undefined) throw new Refusal('BODY_REQUIRED')
    demand(route.body, body)
  }
  const nobody: User = { name: '', title: '', role: 'viewer', password: '', disabled: true, demo: false, createdAt: '' }
  const account = me ?? nobody
  const call: Call = {
    store, desk, request, response, params: request.params as Record<string, string>, query, body: body ?? {}, me: account,
    by: { id: account.name, name: account.title }, scope: me ? scopeOf(me) : { unit: '' }, at: localsOf(response).at, quota: options.quota ?? usual.quota,
  }
  const result = await route.handle(call as Call<never>)
  if (result === sent) return
  if (result === undefined) return void response.status(204).end()
  if (options.strict && route.answer) {
    const wrong = misfit(route.answer, JSON.parse(JSON.stringify(result)))
    if (wrong) throw new Error(`${route.method} ${route.path} answers what it should not: ${wrong}`)
  }
  response.status(route.status ?? 200).json(result)
}

/** Each parameter once, as text, known to the route. */
function queryOf(route: Route, request: Request): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.query)) {
    const schema = route.query?.[name]
    if (!schema) throw new Refusal('UNKNOWN_FIELD', { field: `?${name}`.slice(0, 100) })
    if (typeof value !== 'string') throw new Refusal('INVALID', { place: `?${name}`, problem: 'once' })
    demand(schema, schema['type'] === 'integer' ? Number(value) : value)
    query[name] = value
  }
  return query
}

/** An address that exists under another method. */
function otherMethods(request: Request, response: Response, next: NextFunction): void {
  const allowed = new Set(routes.filter(({ path }) => matches(path, request.path)).flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))
  if (allowed.size === 0) return next(new Refusal('NOT_FOUND'))
  const allow = [...allowed, 'OPTIONS'].join(', ')
  if (request.method === 'OPTIONS') return void response.setHeader('allow', allow).status(204).end()
  next(new Refusal('METHOD_NOT_ALLOWED', undefined, { allow }))
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const found = path.replace(/^\/v1/, '').split('/')
  return wanted.length === found.length && wanted.every((part, index) => part.startsWith(':') || part === found[index])
}
