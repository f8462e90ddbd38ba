import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const serve = fileURLToPath(new URL('../faults/serve.mjs', import.meta.url))
let folder: string
let server: { child: ChildProcess; output: () => string; ended: Promise<number | null> }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  server = launch()
  await until(() => /first-admin\//.test(server.output()))
}, 60_000)
afterAll(() => {
  server.child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function launch(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [serve, '--no-seed'], { env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, MONGODB_URI: '', ...settings } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
  return { child, output: () => output, ended: new Promise<number | null>((resolve) => { child.once('exit', resolve) }) }
}
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => { setTimeout(resolve, 20) })
}
const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(server.output())?.[0] ?? ''
const link = () => /\/first-admin\/[\w-]{43}/.exec(server.output())?.[0] ?? ''

test('an empty server prints a link with which to make the first administrator, once', async () => {
  const page = await fetch(address() + link())
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('<script')
  const form = (fields: Record<string, string>) => fetch(address() + link(), { method: 'POST', headers: { origin: address() }, body: new URLSearchParams(fields), redirect: 'manual' })
  expect((await form({ name: 'root', title: '管理员', password: 'short' })).status).toBe(422)
  const made = await form({ name: 'root', title: '管理员', password: 'long enough' })
  expect([made.status, made.headers.get('location')]).toEqual([303, '/'])
  const cookie = made.headers.getSetCookie().find((one) => /^yardstick=[\w-]+;/.test(one))?.split(';')[0] ?? ''
  expect(await (await fetch(`${address()}/api/v1/session`, { headers: { cookie } })).json()).toMatchObject({ id: 'root', role: 'city-admin' })
  expect((await fetch(address() + link())).status).toBe(404)
  expect((await form({ name: 'other', title: '另一人', password: 'long enough' })).status).toBe(404)
}, 30_000)
test('a MongoDB that is not there is named in words, without its password', async () => {
  const child = launch({ MONGODB_URI: 'mongodb://someone:secretword@127.0.0.1:1/x' })
  expect(await child.ended).toBe(1)
  expect(child.output()).toMatch(/^DATABASE_UNREADABLE: MongoDB cannot be reached/m)
  expect(child.output()).not.toMatch(/secretword|at .*\.ts/)
}, 30_000)
test('a second process on the same folder does not start', async () => {
  const second = launch()
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('DATABASE_IN_USE')
}, 30_000)
test('a port that is taken is named, and what to do', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'yardstick-'))
  const port = new URL(address()).port
  const second = launch({ PORT: port, DATA_DIR: elsewhere })
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(new RegExp(`^PORT_IN_USE: .*\\b${port}\\b`, 'm'))
  expect(second.output()).not.toContain('    at ')
  rmSync(elsewhere, { recursive: true, force: true })
}, 30_000)
test('a setting that is no number is refused, not taken for no limit', async () => {
  const second = launch({ EVIDENCE_QUOTA_MB: 'abc' })
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(/^SETTING_INVALID: EVIDENCE_QUOTA_MB .*abc/m)
}, 30_000)
test('asked to stop under load it finishes what has begun, cuts no answer short, and what was there is there again', async () => {
  const agent = new Agent({ keepAlive: true })
  const get = () => new Promise<'whole' | 'closed' | 'half'>((resolve) => {
    let begun = false
    const call = request(`${address()}/api/v1/openapi.json`, { agent }, (response) => {
      begun = true
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part }).on('error', () => resolve('half')).on('end', () => resolve(response.complete && text.endsWith('}') ? 'whole' : 'half'))
    })
    call.on('error', () => resolve(begun ? 'half' : 'closed')).end()
  })
  const clients = Array.from({ length: 8 }, async () => {
    const seen: string[] = []
    while (seen.at(-1) !== 'closed') seen.push(await get())
    return seen
  })
  const slow = new Promise<string>((resolve) => {
    let answer = ''
    const socket = connect(Number(new URL(address()).port), '127.0.0.1', () => {
      socket.write(`POST /api/v1/session HTTP/1.1\r\nHost: ${new URL(address()).host}\r\nOrigin: ${address()}\r\nContent-Type: application/json\r\nContent-Length: 35\r\n\r\n{"name":"root",`)
      setTimeout(() => server.child.kill('SIGTERM'), 200)
      setTimeout(() => socket.write('"password":"not it"}'), 500)
    })
    socket.on('data', (bytes: Buffer) => { answer += bytes.toString() }).on('close', () => resolve(answer)).on('error', () => undefined)
  })
  expect(await slow).toMatch(/^HTTP\/1.1 401 /)
  expect(new Set((await Promise.all(clients)).flat())).toEqual(new Set(['whole', 'closed']))
  expect(await server.ended).toBe(0)
  server = launch()
  await until(() => /http:\/\//.test(server.output()))
  expect((await fetch(`${address()}/healthz`)).status).toBe(200)
  expect(server.output()).not.toContain('first-admin')
}, 30_000)
