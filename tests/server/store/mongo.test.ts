import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemOf } from '../../../server/problem.ts'
import { openMongo } from '../../../server/store/mongo.ts'
import type { Store } from '../../../server/store/port.ts'
import { verify } from '../../../server/store/verify.ts'

const uri = process.env['YARDSTICK_TEST_MONGODB']
/** Stands between the store and the database, and can fall silent or hang up. */
const pairs = new Set<[Socket, Socket]>()
let silent = false
let mute = false
let gone = false
const between = createServer((near) => {
  if (gone) return void near.destroy()
  const { hostname, port } = new URL(uri ?? '')
  const far = connect(Number(port), hostname)
  const pair: [Socket, Socket] = [near, far]
  pairs.add(pair)
  near.on('data', (bytes) => { if (!silent) far.write(bytes) }).on('close', () => { far.destroy(); pairs.delete(pair) }).on('error', () => undefined)
  far.on('data', (bytes) => { if (!silent && !mute) near.write(bytes) }).on('close', () => near.destroy()).on('error', () => undefined)
})
let store: Store
let direct = ''
beforeAll(async () => {
  if (!uri) return
  await new Promise<void>((resolve) => { between.listen(0, '127.0.0.1', resolve) })
  const address = new URL(uri)
  address.host = `127.0.0.1:${(between.address() as AddressInfo).port}`
  address.pathname = `/yardstick_${Date.now().toString(36)}`
  direct = Object.assign(new URL(uri), { pathname: address.pathname }).href
  store = await openMongo(`${address.href}${address.search ? '&' : '?'}directConnection=true`)
})
afterAll(async () => {
  await store?.close()
  between.close()
})
const save = (n: number) => store.change<{ n: number }, number>({ kind: 'submission', id: 'a', scope: 'all' }, (head) => ({
  result: (head?.revision ?? 0) + 1, next: { document: { n }, state: 'draft', by: { id: 'li', name: '李' }, at: '2025-11-01T00:00:00.000Z', action: 'saved' },
}))

test.skipIf(!uri).each([
  ['falls silent', () => { silent = true }, () => { silent = false }],
  ['does what it is told but cannot answer', () => { mute = true }, () => { mute = false }],
  ['is gone', () => { gone = true; for (const [near] of pairs) near.destroy() }, () => { gone = false }],
])('a database that %s is said to be unavailable; when it is back, what was acknowledged is there and writing goes on', async (_, fail, mend) => {
  const acknowledged = await save(1)
  fail()
  expect(problemOf(await store.session('any').catch((error: unknown) => error))).toMatchObject({ code: 'STORE_UNAVAILABLE' })
  expect(problemOf(await save(2).catch((error: unknown) => error))).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 })
  mend()
  for (const [near] of pairs) near.destroy()
  await expect.poll(() => store.get('submission', 'a', 'all').then((head) => head?.revision, () => 0), { timeout: 20_000 }).toBeGreaterThanOrEqual(acknowledged)
  expect(await save(3)).toBeLessThanOrEqual(acknowledged + 2)
  expect(await verify(store)).toMatchObject({ ok: true, broken: [] })
}, 60_000)

test.skipIf(!uri)('what a writer that died left in the log makes no page of it short', async () => {
  for (let n = 0; n < 3; n++) await save(n)
  const all = await store.entries({ limit: 100 })
  const database = await mongoose.createConnection(direct).asPromise()
  const entries = database.collection<{ _id: string; seq: number; settled: boolean }>('entries')
  const { _id, ...last } = await entries.findOne({}, { sort: { seq: -1 } }) ?? { _id: '', seq: 0, settled: true }
  await entries.insertMany([1, 2, 3].map((n) => ({ ...last, _id: `left ${n}`, seq: last.seq + n, settled: false })))
  await database.close()
  expect((await store.entries({ limit: 2 })).map(({ hash }) => hash)).toEqual([_id, all[1]?.hash])
  expect(await store.entries({ limit: 100 })).toEqual(all)
})
