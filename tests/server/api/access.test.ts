import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../../server/roles.ts'
import { routes } from '../../../server/routes/index.ts'
import { pdf } from './documents.ts'
import { accountOf, run, type Client, type Running } from './server.ts'

let server: Running
const clients = new Map<string, Client>()
beforeAll(async () => {
  server = await run()
  for (const role of roles) clients.set(role, await server.as(accountOf(role)))
  clients.set('west', await server.as('west-filler'))
  clients.set('west-submitter', await server.as('west-submitter'))
})
afterAll(() => server.end())
const as = (name: string): Client => clients.get(name) as Client
const missing = '00000000-0000-4000-8000-000000000000'
const filled = (path: string, id = missing) => path.replaceAll(/:\w+/g, id)

describe('every role at every route', () => {
  const cells = routes.flatMap((route) => [...roles, 'nobody'].map((role) => [role, route.method, route.path, route] as const))
  test.each(cells)('%s %s %s', async (role, method, path, route) => {
    const body = route.upload ? pdf : route.body && !route.optional ? {} : undefined
    if (method === 'DELETE' && path === '/session') return
    const answer = await (role === 'nobody' ? server.anyone : as(role)).call(method, filled(path), body)
    const may = route.roles === 'anyone' || (route.roles as readonly string[]).includes(role)
    expect(answer.status).toBeLessThan(500)
    if (route.roles !== 'anyone' && role === 'nobody') expect([answer.status, answer.body.error.code]).toEqual([401, 'UNAUTHENTICATED'])
    else if (may) expect([200, 400, 404, 422]).toContain(answer.status)
    else expect([answer.status, answer.body.error.code]).toEqual([403, 'FORBIDDEN'])
  })
})

describe('a unit never sees another', () => {
  const operation = randomUUID()
  const bodies: Record<string, unknown> = {
    'PATCH /submissions/:id': { changes: [{ id: 'teachers', base: 0, value: 1 }] }, 'POST /submissions/:id/submit': { operation, revision: 1 },
    'PATCH /submissions/:id/evidence/:evidence': { requirements: [] }, 'POST /submissions/:id/evidence': pdf,
  }
  const own = routes.filter((route) => route.path.startsWith('/submissions/:id') && route.roles !== 'anyone' && route.roles.some((role) => role.startsWith('district')))
  test.each(own.map((route) => [route.method, route.path, route] as const))('%s %s answers as if it did not exist', async (method, path, route) => {
    const query = route.upload ? '?name=a.pdf' : ''
    const body = bodies[`${method} ${path}`]
    const client = as('west-submitter')
    const allowed = (route.roles as readonly string[]).includes('district-submitter')
    expect(allowed).toBe(true)
    const other = await client.call(method, `${filled(path, server.submission('east'))}${query}`, body)
    const none = await client.call(method, `${filled(path)}${query}`, body)
    expect([other.status, other.body.error.code, other.body.error.details]).toEqual([404, 'NOT_FOUND', undefined])
    expect({ ...other.body.error, requestId: '' }).toEqual({ ...none.body.error, requestId: '' })
    expect(await server.store.get('submission', server.submission('east'), 'all')).toMatchObject({ revision: 1 })
  })
  test('lists, counts and outcomes hold only its own', async () => {
    const list = await as('west').call<{ items: { unit: { id: string } }[] }>('GET', '/submissions')
    expect(list.body.items.map(({ unit }) => unit.id)).toEqual(['west'])
    expect((await as('west').call<{ items: unknown[] }>('GET', '/submissions?unit=east')).body.items).toEqual([])
    const cycles = await as('west').call<{ items: { progress: Record<string, number> }[] }>('GET', '/cycles')
    expect(cycles.body.items[0]?.progress).toEqual({ notStarted: 1, draft: 0, submitted: 0, returned: 0, accepted: 0 })
    const outcomes = await as('west').call<{ units: { unit: { id: string } }[] }>('GET', '/cycles/year/outcomes')
    expect(outcomes.body.units.map(({ unit }) => unit.id)).toEqual(['west'])
    const cycle = await as('west').call<{ submissions: { unit: { id: string } }[] }>('GET', '/cycles/year')
    expect(cycle.body.submissions.map(({ unit }) => unit.id)).toEqual(['west'])
  })
  test('drafts of frameworks stay with the editors', async () => {
    await as('city-editor').call('POST', '/frameworks/drafts', { from: { id: 'sample', edition: '2025' }, edition: '2026' })
    const drafts = async (name: string) => (await as(name).call<{ items: { drafts: unknown[] }[] }>('GET', '/frameworks')).body.items[0]?.drafts.length
    expect([await drafts('city-editor'), await drafts('expert'), await drafts('viewer')]).toEqual([1, 0, 0])
  })
})
