import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hash } from '../../engine/index.ts'
import type { Submission } from '../../schemas/index.ts'
import { addUser } from '../../server/accounts.ts'
import { createApp } from '../../server/app.ts'
import { openCycle } from '../../server/cycle/open.ts'
import { deskOf } from '../../server/desk.ts'
import { publishEdition } from '../../server/framework/publish.ts'
import type { Database } from '../../server/store/database.ts'
import type { Store } from '../../server/store/port.ts'
import { sha256 } from '../../server/store/seal.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { verify } from '../../server/store/verify.ts'
import { cycleOf, framework, pdf } from './api/documents.ts'
import { send } from './api/server.ts'

const databases = vi.hoisted(() => [] as Database[])
/** Every connection is a real one; they are only remembered, so that one can be told how many pages it may have. */
vi.mock('../../server/store/database.ts', async (original) => {
  const { openDatabase } = await original<typeof import('../../server/store/database.ts')>()
  return { openDatabase: async (...args: Parameters<typeof openDatabase>) => { const opened = await openDatabase(...args); databases.push(opened); return opened } }
})

const serve = fileURLToPath(new URL('../faults/serve.mjs', import.meta.url))
const session = randomBytes(32).toString('base64url')
const by = { id: 'test', name: 'test' }
const at = '2025-06-01T00:00:00.000Z'
let folder: string
let id: string
let store: Store
const running: ChildProcess[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  databases.length = 0
  store = await openSqlite(folder)
  const desk = deskOf(store)
  await publishEdition(store, framework, hash(framework), '', by, at)
  const cycle = await openCycle(store, desk, { ...cycleOf(framework), units: [{ id: 'east', title: '东区' }] }, by, at)
  id = (await desk.bench(cycle.id))?.submissions['east'] ?? ''
  await addUser(store, { name: 'li', title: '李', role: 'district-filler', unit: 'east', unitTitle: '东区', password: '', disabled: false, demo: false, createdAt: at }, by, at)
  await store.openSession(sha256(session), { user: 'li', expires: Date.now() + 3_600_000 })
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await store.close().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

interface Answer { error?: { code: string }; revision?: number; answers?: Submission['answers'] }
const clientOf = (url: string) => {
  const call = <Body = Answer>(method: string, path: string, bytes?: Buffer, type = 'application/json') => send<Body>(`${url}${path}`, method, { origin: url, cookie: `yardstick=${session}`, ...(bytes ? { 'content-type': type, 'content-length': String(bytes.length) } : {}) }, bytes)
  let revision = 0
  return {
    url,
    /** Saves ever longer texts until one is refused; what was acknowledged last, and the refusal. */
    async fill(): Promise<{ kept: number; refused: { status: number; code: string | undefined } }> {
      for (let n = 1; n <= 400; n++) {
        const body = Buffer.from(JSON.stringify({ changes: [{ id: 'schools', base: revision, value: [{ name: `${n} ${'校'.repeat(3000)}`, rooms: n }] }] }))
        const answer = await call('PATCH', `/api/v1/submissions/${id}`, body)
        if (answer.status !== 200) return { kept: n - 1, refused: { status: answer.status, code: answer.body.error?.code } }
        revision = answer.body.answers?.['schools']?.revision ?? revision
      }
      throw new Error('nothing was ever refused')
    },
    async rooms() {
      const { body } = await call<{ submission: Submission }>('GET', `/api/v1/submissions/${id}`)
      return (body.submission.answers['schools']?.value as { rooms: number }[] | undefined)?.[0]?.rooms
    },
    save: async (value: number) => (await call('PATCH', `/api/v1/submissions/${id}`, Buffer.from(JSON.stringify({ changes: [{ id: 'trained', base: 0, value }] })))).status,
    upload: async (bytes: Buffer) => { const { status, body } = await call('POST', `/api/v1/submissions/${id}/evidence?name=a.pdf`, bytes, 'application/octet-stream'); return [status, body.error?.code] },
    health: async () => (await call<Record<string, unknown>>('GET', '/healthz')).body,
  }
}

test('a full database refuses saves in words and keeps what it acknowledged; reading goes on; with room again so does saving', async () => {
  const server = createServer(createApp(store, { strict: true }))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const client = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const database = databases.find((one) => (one.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'heads'").get() as { n: number }).n === 1) as Database
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  database.exec(`PRAGMA max_page_count = ${pages + 20}`)
  const { kept, refused } = await client.fill()
  expect(kept).toBeGreaterThan(0)
  expect(refused).toEqual({ status: 507, code: 'STORAGE_FULL' })
  expect(await client.rooms()).toBe(kept)
  expect(await client.health()).toMatchObject({ ok: true, trouble: 'STORAGE_FULL' })
  expect(await verify(store)).toMatchObject({ ok: true })
  database.exec('PRAGMA max_page_count = 100000')
  expect(await client.save(5)).toBe(200)
  expect(await client.health()).not.toHaveProperty('trouble')
  expect(await client.rooms()).toBe(kept)
  server.closeAllConnections()
  server.close()
})

test.skipIf(process.platform === 'win32')('a disk that takes no more, for evidence and for the log of the database, loses nothing acknowledged', async () => {
  await store.close()
  const limited = await launch('ulimit -f 1000; ')
  expect(await limited.upload(pdf)).toEqual([201, undefined])
  expect(await limited.upload(Buffer.concat([pdf, randomBytes(700_000)]))).toEqual([507, 'STORAGE_FULL'])
  expect(readdirSync(join(folder, 'evidence', 'incoming'))).toEqual([])
  const { kept, refused } = await limited.fill()
  expect(kept).toBeGreaterThan(0)
  expect([503, 507]).toContain(refused.status)
  expect(refused.code).toMatch(/^STOR(E_UNAVAILABLE|AGE_FULL)$/)
  expect(await limited.rooms()).toBe(kept)
  running.at(-1)?.kill('SIGKILL')
  await new Promise((resolve) => { running.at(-1)?.once('exit', resolve) })
  const again = await launch('')
  expect(await again.rooms()).toBe(kept)
  expect(await again.save(5)).toBe(200)
}, 30_000)

test.skipIf(process.platform === 'win32')('a process out of file handles turns requests away and recovers when there are some again', async () => {
  await store.close()
  const limited = await launch('ulimit -n 256; ')
  const { port } = new URL(limited.url)
  const sockets = await Promise.all(Array.from({ length: 400 }, () => new Promise<Socket>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => { socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n'); resolve(socket) }).on('error', () => resolve(socket))
  })))
  const during = await limited.save(3).catch(() => 0)
  expect([0, 200, 503, 507]).toContain(during)
  for (const socket of sockets) socket.destroy()
  await expect.poll(() => limited.save(4).catch(() => 0)).toBe(200)
  expect(running.at(-1)?.exitCode).toBeNull()
  expect((await limited.health())['ok']).toBe(true)
}, 30_000)

/** The real server over the folder, started by a shell that limits how large any file may grow. */
async function launch(limit: string): Promise<ReturnType<typeof clientOf>> {
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$1" --no-seed`, process.execPath, serve], { env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, MONGODB_URI: '' } })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
  while (!/http:\/\/\S+:\d+/.test(output)) {
    if (child.exitCode !== null) throw new Error(output)
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  return clientOf(/http:\/\/\S+:\d+/.exec(output)?.[0] ?? '')
}
