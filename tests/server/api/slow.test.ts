import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../server/app.ts'
import { listener } from '../../../server/listener.ts'
import { run, type Running } from './server.ts'

let server: Running
let port: number
const impatient = listener(500)
beforeAll(async () => {
  server = await run()
  impatient.on('request', createApp(server.store, { patience: 500 }))
  await new Promise<void>((resolve) => { impatient.listen(0, '127.0.0.1', resolve) })
  port = (impatient.address() as AddressInfo).port
})
afterAll(async () => {
  impatient.closeAllConnections()
  impatient.close()
  await server.end()
})

/** Sends the beginning of a request, then a byte now and then if asked to; all that came back until the other side hung up. */
function start(words: string, drip?: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    const timer = drip === undefined ? undefined : setInterval(() => socket.write(drip), 100)
    socket.on('data', (bytes: Buffer) => { answer += bytes.toString() }).on('error', () => undefined)
    socket.on('close', () => { clearInterval(timer); resolve(answer) })
  })
}

test('two hundred sockets that never finish their headers are told so and closed; others are served meanwhile', async () => {
  let open = true
  const slow = Promise.all(Array.from({ length: 200 }, (_, index) => start('GET /healthz HTTP/1.1\r\nHost: x\r\n', index % 2 ? 'x' : undefined))).finally(() => { open = false })
  let served = 0
  while (open) if ((await fetch(`http://127.0.0.1:${port}/healthz`)).status === 200) served++
  expect((await slow).filter((answer) => !/^HTTP\/1.1 40[08] /.test(answer))).toEqual([])
  expect(served).toBeGreaterThan(10)
})
test('a body that stops arriving is refused in our own words', async () => {
  const answer = await start(`POST /api/v1/session HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"name":`)
  expect(answer).toMatch(/^HTTP\/1.1 408/)
  expect(answer).toContain('REQUEST_TIMEOUT')
})
test('an idle connection is let go', async () => {
  expect(await start('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 200/)
})
test.each([
  ['endless headers', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'], ['an endless address', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'BAD_REQUEST'], ['two lengths', 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}', 400, 'BAD_REQUEST'],
])('%s: refused in our own words', async (_, words, status, code) => {
  const answer = await start(words)
  expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, error: { code } })
})
