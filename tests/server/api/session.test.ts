import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addUser } from '../../../server/accounts.ts'
import { createApp } from '../../../server/app.ts'
import { hashPassword } from '../../../server/password.ts'
import type { User } from '../../../server/roles.ts'
import type { Kind, Scope } from '../../../server/store/port.ts'
import { password, run, send, type Running } from './server.ts'

let server: Running
beforeAll(async () => { server = await run() })
afterAll(() => server.end())
const login = (name: string, word: string) => server.anyone.call<{ error?: { code: string; requestId: string } }>('POST', '/session', { name, password: word })
const cookieOf = (headers: { 'set-cookie'?: string[] }) => (headers['set-cookie'] ?? []).find((one) => /^yardstick=[\w-]+;/.test(one)) ?? ''

test('signing in gives a new, guarded cookie and who one is', async () => {
  const answer = await login('East-Filler', password)
  expect(answer.body).toMatchObject({ id: 'east-filler', role: 'district-filler', unit: { id: 'east', title: '东区' }, demo: false })
  expect(cookieOf(answer.headers)).toMatch(/HttpOnly/)
  expect(cookieOf(answer.headers)).toMatch(/SameSite=Lax/)
  expect(cookieOf(answer.headers)).toMatch(/Path=\//)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(JSON.stringify(answer.body)).not.toContain('scrypt')
})
test('a session given before signing in is not taken over, and dies at signing out', async () => {
  const first = cookieOf((await login('viewer', password)).headers).split(';')[0] ?? ''
  const again = await send(`${server.url}/api/v1/session`, 'POST', { 'content-type': 'application/json', origin: server.url, cookie: first }, Buffer.from(JSON.stringify({ name: 'viewer', password })))
  const second = cookieOf(again.headers).split(';')[0] ?? ''
  expect(second).not.toBe(first)
  const me = (cookie: string) => send(`${server.url}/api/v1/session`, 'GET', { cookie })
  expect((await me(first)).status).toBe(401)
  expect((await me(second)).status).toBe(200)
  await send(`${server.url}/api/v1/session`, 'DELETE', { origin: server.url, cookie: second })
  expect((await me(second)).status).toBe(401)
})
test('unknown and known names are refused alike', async () => {
  const [known, unknown] = [await login('expert', 'wrong password'), await login('nobody-at-all', 'wrong password')]
  expect(known.status).toBe(401)
  expect({ ...known.body, error: { ...known.body.error, requestId: '' } }).toEqual({ ...unknown.body, error: { ...unknown.body.error, requestId: '' } })
})
test('guessing is stopped, and says for how long', async () => {
  let answer = await login('guessed', 'x')
  for (let tries = 0; tries < 10; tries++) answer = await login('guessed', 'x')
  expect([answer.status, answer.body.error?.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
}, 120_000)
test('a very long password is refused before it is hashed', async () => {
  expect(await login('expert', 'x'.repeat(2000))).toMatchObject({ status: 400, body: { error: { code: 'PASSWORD_TOO_LONG' } } })
})
test('a changed account signs out everywhere at once; roles and fields cannot be smuggled in', async () => {
  const admin = await server.as('city-admin')
  const made = await admin.call('POST', '/users', { name: 'wang', title: '王', role: 'viewer', password: 'a good password' })
  expect(made.status).toBe(201)
  const wang = await server.as('wang')
  expect((await wang.call('GET', '/session')).status).toBe(200)
  expect((await admin.call('PATCH', '/users/wang', { demo: true })).body.error.code).toBe('UNKNOWN_FIELD')
  await admin.call('PATCH', '/users/wang', { role: 'expert' })
  expect((await wang.call('GET', '/session')).status).toBe(401)
  const again = await server.as('wang')
  await admin.call('PATCH', '/users/wang', { disabled: true })
  expect((await again.call('GET', '/session')).status).toBe(401)
  expect((await login('wang', 'a good password')).status).toBe(401)
  expect((await admin.call('POST', '/users', { name: 'li', title: '李', role: 'district-filler', password: 'a good password' })).body.error.code).toBe('UNKNOWN_UNIT')
  expect((await admin.call('POST', '/users', { name: 'wang', title: '李', role: 'viewer', password: 'a good password' })).body.error.code).toBe('ALREADY_EXISTS')
})
test('a name that looks like another, or a title with characters nobody sees, is refused', async () => {
  const admin = await server.as('city-admin')
  const make = async (name: string, title: string) => (await admin.call('POST', '/users', { name, title, role: 'viewer', password: 'a good password' })).body.error?.code
  expect(await make('viewer2', '李')).toBeUndefined()
  expect(await make('v1ewer2', '李')).toBe('NAME_TOO_ALIKE')
  expect([await make('mike', '李'), await make('rnike', '李'), await make('wang.li', '李'), await make('vvang-1i', '李')]).toEqual([undefined, 'NAME_TOO_ALIKE', undefined, 'NAME_TOO_ALIKE'])
  expect([await make('a.b.c.d', '李'), await make('abcd', '李')]).toEqual([undefined, undefined])
  const both = await Promise.all([make('zhang1', '张'), make('zhangl', '张')])
  expect(both.filter((code) => code === undefined)).toHaveLength(1)
  expect(both.filter((code) => code === 'NAME_TOO_ALIKE')).toHaveLength(1)
  expect(await make('EXPERT', '李')).toBe('ALREADY_EXISTS')
  for (const title of ['张\u200b老师', '\u202e师老张', '张\n老师', '张\u061c老师', '张\u00ad老师', '张\u180e老师', '张\u034f老师', '张\u3164老师', '张\uffa0老师', '张\u115f老师', '张\u2800老师', '张\ufe0f老师', '张\u{e0041}老师']) expect(await make('zhang', title)).toBe('CHARACTER_NOT_ALLOWED')
})
test('the last administrator stays one', async () => {
  const admin = await server.as('city-admin')
  const change = async (name: string, body: object) => { const answer = await admin.call('PATCH', `/users/${name}`, body); return [answer.status, answer.body.error?.code] }
  expect(await change('city-admin', { disabled: true })).toEqual([409, 'LAST_ADMIN'])
  expect(await change('city-admin', { role: 'viewer' })).toEqual([409, 'LAST_ADMIN'])
  expect(await change('viewer', { disabled: true })).toEqual([200, undefined])
  expect(await change('viewer', { disabled: false, role: 'city-admin' })).toEqual([200, undefined])
  expect(await change('viewer', { role: 'viewer' })).toEqual([200, undefined])
})
test('two administrators who dismiss each other at once leave one', async () => {
  const admin = await server.as('city-admin')
  await admin.call('PATCH', '/users/viewer', { role: 'city-admin' })
  const other = await server.as('viewer')
  const whole = { ...server.store }
  const looking: (() => void)[] = []
  server.store.all = async <Document>(kind: Kind, scope: Scope, group?: string) => {
    const found = await whole.all<Document>(kind, scope, group)
    if (kind === 'user' && looking.length < 2) await new Promise<void>((resolve) => { if (looking.push(resolve) === 2) for (const go of looking) go() })
    return found
  }
  const answers = await Promise.all([admin.call('PATCH', '/users/viewer', { role: 'viewer' }), other.call('PATCH', '/users/city-admin', { role: 'viewer' })])
  Object.assign(server.store, whole)
  expect(answers.some(({ status, body }) => status === 409 && body.error.code === 'LAST_ADMIN')).toBe(true)
  const left = (await server.store.all<User>('user', 'all')).filter(({ document }) => document.role === 'city-admin').map(({ id }) => id)
  expect(left.length).toBeGreaterThan(0)
  const again = await server.as(left[0] ?? '')
  for (const [name, role] of [['city-admin', 'city-admin'], ['viewer', 'viewer']]) await again.call('PATCH', `/users/${name}`, { role })
})
test('one changes one’s own password: the others’ sessions end, this one goes on under a new id, the log has it', async () => {
  const admin = await server.as('city-admin')
  await admin.call('POST', '/users', { name: 'sun', title: '孙', role: 'viewer', password: 'the first word' })
  const [elsewhere, here] = [await login('sun', 'the first word'), await login('sun', 'the first word')].map(({ headers }) => cookieOf(headers).split(';')[0] ?? '')
  const change = (cookie: string | undefined, current: string, next: string) =>
    send<{ error?: { code: string; details?: { place: string } } }>(`${server.url}/api/v1/session/password`, 'POST', { 'content-type': 'application/json', origin: server.url, cookie: cookie ?? '' }, Buffer.from(JSON.stringify({ current, next })))
  const me = async (cookie: string | undefined) => (await send(`${server.url}/api/v1/session`, 'GET', { cookie: cookie ?? '' })).status
  expect(await change(here, 'not it', 'the second word')).toMatchObject({ status: 422, body: { error: { code: 'CURRENT_PASSWORD_WRONG', details: { place: '/current' } } } })
  expect(await change(here, 'the first word', 'the first word')).toMatchObject({ status: 422, body: { error: { code: 'PASSWORD_UNCHANGED', details: { place: '/next' } } } })
  expect((await change(here, 'the first word', 'short')).body.error?.code).toBe('INVALID')
  expect((await change(here, 'the first word', '长'.repeat(400))).body.error?.code).toBe('PASSWORD_TOO_LONG')
  const done = await change(here, 'the first word', 'the second word')
  expect(done.status).toBe(204)
  expect([await me(elsewhere), await me(here), await me(cookieOf(done.headers).split(';')[0])]).toEqual([401, 401, 200])
  expect([(await login('sun', 'the first word')).status, (await login('sun', 'the second word')).status]).toEqual([401, 200])
  const { items } = (await admin.call<{ items: { action: string; by: string; detail: unknown }[] }>('GET', '/audit?target=sun')).body
  expect(items[0]).toMatchObject({ action: 'user.password', by: '孙', detail: {} })
}, 120_000)
test('guessing the current password is stopped like guessing at the door', async () => {
  const cookie = cookieOf((await login('viewer', password)).headers).split(';')[0] ?? ''
  let answer = { status: 0 }
  for (let tries = 0; tries <= 10; tries++) answer = await send(`${server.url}/api/v1/session/password`, 'POST', { 'content-type': 'application/json', origin: server.url, cookie }, Buffer.from('{"current":"x","next":"another word"}'))
  expect(answer.status).toBe(429)
}, 120_000)
test('over https the cookie is bound to this host; a forwarded address or protocol counts only behind a proxy we know', async () => {
  const app = (trustProxy?: number) => new Promise<{ url: string; close: () => void }>((resolve) => {
    const listening = createServer(createApp(server.store, trustProxy === undefined ? {} : { trustProxy })).listen(0, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, close: () => { listening.closeAllConnections(); listening.close() } })
    })
  })
  const [plain, proxied] = [await app(), await app(1)]
  const enter = (url: string, name: string, word: string, forwarded: Record<string, string>, origin = url) => send<{ error?: { code: string } }>(`${url}/api/v1/session`, 'POST', { 'content-type': 'application/json', origin, ...forwarded }, Buffer.from(JSON.stringify({ name, password: word })))
  const https = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }
  expect((await enter(plain.url, 'expert', password, https)).headers['set-cookie']?.join()).not.toMatch(/__Host-|Secure/)
  const secure = (await enter(proxied.url, 'expert', password, https, proxied.url.replace('http:', 'https:'))).headers['set-cookie'] ?? []
  expect(secure.find((one) => /^__Host-yardstick=[\w-]{43};/.test(one))).toMatch(/Path=\/;.*HttpOnly; Secure; SameSite=Lax$/)
  const guess = (url: string, tries: number) => enter(url, 'guesser', 'x'.repeat(9), { 'x-forwarded-for': `198.51.100.${tries}` })
  const statuses = async (url: string) => { let last = 0; for (let tries = 0; tries <= 10; tries++) last = (await guess(url, tries)).status; return last }
  expect(await statuses(plain.url)).toBe(429)
  expect(await statuses(proxied.url)).toBe(401)
  plain.close()
  proxied.close()
}, 120_000)
test('no password or hash reaches the log', async () => {
  const admin = await server.as('city-admin')
  await admin.call('POST', '/users', { name: 'zhao', title: '赵', role: 'viewer', password: 'secret-word-123' })
  await admin.call('PATCH', '/users/zhao', { password: 'secret-word-456' })
  const text = (await admin.call('GET', '/audit?limit=500')).bytes.toString() + JSON.stringify(server.log)
  expect(text).not.toMatch(/secret-word|scrypt\$/)
})

test('the sign-in page offers demo accounts only as long as they are: not disabled, and with the password everybody knows', async () => {
  const own = await run({ demo: true })
  const offered = async () => (await own.anyone.call<{ demo?: { accounts: { name: string }[] } }>('GET', '/raw/healthz')).body.demo?.accounts.map(({ name }) => name)
  expect(await offered()).toBeUndefined()
  const known = await hashPassword('yardstick-demo')
  for (const name of ['shown', 'another']) await addUser(own.store, { name, title: name, role: 'city-editor', password: known, disabled: false, demo: true, createdAt: '2025-06-01T00:00:00.000Z' }, { id: 'test', name: 'test' }, '2025-06-01T00:00:00.000Z')
  expect((await offered())?.toSorted()).toEqual(['another', 'shown'])
  const admin = await own.as('city-admin')
  expect((await (await own.as('shown')).call('POST', '/session/password', { current: 'yardstick-demo', next: 'no longer known' })).status).toBe(204)
  expect(await offered()).toEqual(['another'])
  expect((await admin.call('PATCH', '/users/another', { disabled: true })).status).toBe(200)
  expect(await offered()).toBeUndefined()
  await own.end()
})
