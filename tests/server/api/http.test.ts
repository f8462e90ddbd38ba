import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../../server/errors.ts'
import { apiVersion } from '../../../server/apiVersion.ts'
import { documentLimits, parseJson, requestLimits } from '../../../server/json.ts'
import { run, send, type Client, type Running } from './server.ts'

let server: Running
let filler: Client
beforeAll(async () => {
  server = await run()
  filler = await server.as('east-filler')
})
afterAll(() => server.end())
const patch = (bytes: Buffer | string, headers: Record<string, string> = {}) => filler.call('PATCH', `/submissions/${server.submission('east')}`, Buffer.from(bytes), { 'content-type': 'application/json', ...headers })
const change = (value: string) => `{"changes":[{"id":"teachers","base":0,"value":${value}}]}`

describe('JSON', () => {
  test.each([
    ['nothing', '', 'BODY_REQUIRED'], ['a byte order mark alone', '\ufeff', 'BODY_REQUIRED'], ['a byte order mark', '\ufeff{}', 'JSON_INVALID'], ['half', '{"changes":[', 'JSON_INVALID'], ['a prototype key', '{"__proto__":{"x":1},"changes":[]}', 'KEY_NOT_ALLOWED'],
    ['an escaped prototype key', '{"\\u005f_proto__":{"x":1}}', 'KEY_NOT_ALLOWED'], ['a constructor key', '{"changes":[{"constructor":1}]}', 'KEY_NOT_ALLOWED'], ['a key twice', '{"changes":[],"changes":[]}', 'DUPLICATE_KEY'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'DUPLICATE_KEY'], ['great depth', '['.repeat(100_000), 'JSON_TOO_DEEP'], ['a long text', change(`"${'x'.repeat(100_001)}"`), 'JSON_TOO_LARGE'],
    ['many items', change(`[${'1,'.repeat(10_001)}1]`), 'JSON_TOO_LARGE'], ['an integer that would change', change('9007199254740993'), 'NUMBER_NOT_EXACT'], ['infinity', change('1e400'), 'NUMBER_NOT_EXACT'],
    ['a vanishing number', change('1e-400'), 'NUMBER_NOT_EXACT'], ['a lone surrogate', change('"\\ud800"'), 'TEXT_NOT_ALLOWED'], ['NUL', change('"\\u0000"'), 'TEXT_NOT_ALLOWED'],
    ['a scalar', '3', 'INVALID'], ['an operator', '{"changes":{"$gt":""}}', 'INVALID'], ['an unknown field', '{"changes":[{"id":"teachers","base":0}],"state":"accepted"}', 'UNKNOWN_FIELD'],
  ])('%s is refused', async (_, text, code) => {
    const answer = await patch(text)
    expect([answer.status, answer.body.error.code]).toEqual([400, code])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  })
  test('invalid UTF-8 is refused, not repaired', async () => {
    expect((await patch(Buffer.concat([Buffer.from('{"changes":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]))).body.error.code).toBe('TEXT_NOT_ALLOWED')
  })
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk', 'multipart/form-data'])('%s is not JSON', async (type) => {
    expect(await patch(change('1'), { 'content-type': type })).toMatchObject({ status: 415, body: { error: { code: 'UNSUPPORTED_MEDIA_TYPE' } } })
  })
  test('a compressed body is refused unread', async () => expect((await patch(change('1'), { 'content-encoding': 'gzip' })).status).toBe(415))
  test('too large a body is refused', async () => expect((await patch(`{"changes":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413))
  test('nothing leaked into the prototype and nothing was stored', async () => {
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(await server.store.get('submission', server.submission('east'), 'all')).toMatchObject({ revision: 1 })
  })
  test.each(['[]', '{}', '"x"', '0.1', '-0.5', '1e3', '[1,2,{"a":[null,true,"𠮷"]}]', ' {"a" : 1}\n', '{"a":{"a":1},"b":{"a":2}}', '123456789012345', '0.30000000000000004'])('%s is read as written', (text) => {
    expect(parseJson(Buffer.from(text), requestLimits)).toEqual(JSON.parse(text))
  })
  test('what JSON.parse refuses is refused', () => {
    for (const text of ['{', '[1,]', '{"a"}', "{'a':1}", '01', '+1', '.5', '1.', 'NaN', '"\t"', '"\\x"', '[1 2]', '{"a":1,}', 'tru', '"abc']) expect(() => parseJson(Buffer.from(text), documentLimits), text).toThrow(Refusal)
  })
})

describe('requests', () => {
  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('a write from %s is refused', async (origin) => {
    expect(await patch(change('1'), { origin })).toMatchObject({ status: 403, body: { error: { code: 'CSRF' } } })
  })
  test('so is one the browser calls cross-site', async () => expect((await patch(change('1'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403))
  test.each(['POST /session', 'DELETE /session', 'PATCH /submissions/x'])('%s from nobody knows where is refused', async (line) => {
    const [method = '', path = ''] = line.split(' ')
    const answer = await send<{ error: { code: string } }>(`${server.url}/api/v1${path}`, method, { 'content-type': 'application/json' }, Buffer.from('{}'))
    expect([answer.status, answer.body.error.code]).toEqual([403, 'CSRF'])
  })
  test('a page from before an upgrade may read and not write; a client that says nothing may', async () => {
    const answer = await filler.call('GET', '/session')
    expect(answer.headers['yardstick-api']).toBe(apiVersion)
    expect(await patch(change('1'), { 'yardstick-api': '0' })).toMatchObject({ status: 426, body: { error: { code: 'CLIENT_OUTDATED' } } })
    expect((await send(`${server.url}/api/v1/session`, 'GET', { 'yardstick-api': '0' })).status).toBe(401)
  })
  test('a browser that sends no Origin may say same-origin instead', async () => {
    const answer = await send<{ error: { code: string } }>(`${server.url}/api/v1/session`, 'POST', { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, Buffer.from('{}'))
    expect(answer.body.error.code).toBe('INVALID')
  })
  test('one from our own page is not', async () => expect((await patch(change('1'), { origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200))
  test('another method of a known address names those it has', async () => {
    const answer = await filler.call('PUT', '/cycles')
    expect([answer.status, answer.body.error.code, answer.headers.allow]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET, HEAD, POST, OPTIONS'])
    expect((await filler.call('OPTIONS', '/cycles')).headers.allow).toBe('GET, HEAD, POST, OPTIONS')
  })
  test('HEAD answers like GET without a body', async () => {
    const [head, get] = [await filler.call('HEAD', '/cycles'), await filler.call('GET', '/cycles')]
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, get.headers['content-length']])
  })
  test.each(['/nothing', '/submissions/%00', '/submissions/..%2f..%2fetc%2fpasswd', '/cycles/%7B%22$gt%22:1%7D', `/cycles/${'x'.repeat(5000)}`])('%s is not found', async (path) => {
    expect(await filler.call('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
  })
  test('a broken escape in the address is refused in our own words', async () => expect(await filler.call('GET', '/cycles/%E0%A4%A')).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } }))
  test('unknown and repeated parameters are refused', async () => {
    expect((await filler.call('GET', '/submissions?district=west')).body.error.code).toBe('UNKNOWN_FIELD')
    expect((await filler.call('GET', '/submissions?cycle=a&cycle=b')).body.error.code).toBe('INVALID')
    expect((await filler.call('GET', '/submissions?cycle[$ne]=a')).body.error.code).toBe('UNKNOWN_FIELD')
  })
  test('errors come in the language asked for, with a place to look them up and no stack', async () => {
    const answer = await filler.call('GET', '/cycles/none', undefined, { 'accept-language': 'en' })
    expect(answer.body).toMatchObject({ title: 'Not found.', status: 404, error: { code: 'NOT_FOUND', message: 'Not found.' } })
    expect(answer.body.error).toHaveProperty('requestId', answer.headers['x-request-id'])
    expect(answer.bytes.toString()).not.toMatch(/\bat .*\.ts|node_modules|server\//)
  })
  test('the headers keep the page to itself', async () => {
    const { headers } = await server.anyone.call('GET', '/raw/healthz')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/default-src 'self';script-src 'self';style-src 'self' 'nonce-[\w-]{22}';/)
    expect(policy).not.toMatch(/unsafe/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('x-powered-by')
  })
  test('garbage on the socket harms nobody', async () => {
    for (const bytes of ['GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', '\0\0\0', 'PATCH /api/v1/submissions/x HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{']) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(bytes, () => setTimeout(() => socket.destroy(), 20)))
        socket.on('close', () => resolve()).on('error', () => undefined)
      })
    }
    expect((await filler.call('GET', '/session')).status).toBe(200)
  })
})

describe('description', () => {
  test('OpenAPI covers every route and every reference leads somewhere', async () => {
    const { body } = await server.anyone.call<{ openapi: string; paths: Record<string, object>; components: { schemas: Record<string, unknown> } }>('GET', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/submissions/{id}/submit')
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)/g)].map((match) => match[1] ?? '')
    expect(references.filter((name) => !(name in body.components.schemas))).toEqual([])
    expect(JSON.stringify(body)).not.toMatch(/"\$ref":"(?!#\/)/)
  })
  test('the page for people has every error and no script', async () => {
    const text = (await send(`${server.url}/api/v1/docs`, 'GET', {})).bytes.toString()
    expect(text).toContain('REVISION_CONFLICT')
    expect(text).not.toContain('<script')
  })
})
