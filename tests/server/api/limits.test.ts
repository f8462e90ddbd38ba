import { afterEach, expect, test } from 'vitest'
import { paceOf } from '../../../server/pace.ts'
import { pdf } from './documents.ts'
import { run, type Client, type Running } from './server.ts'

let server: Running
afterEach(() => server.end())
const upload = (who: Client, unit: string, size: number) => who.call<{ id: string; error?: { code: string; message: string } }>('POST', `/submissions/${server.submission(unit)}/evidence?name=a${size}.pdf`, Buffer.concat([pdf, Buffer.alloc(size)]))

test('a district keeps evidence up to its share; what it removes makes room; others have their own', async () => {
  server = await run({ quota: 100_000 })
  const [east, west] = [await server.as('east-filler'), await server.as('west-filler')]
  const first = await upload(east, 'east', 60_000)
  expect(first.status).toBe(201)
  expect(await upload(east, 'east', 50_000)).toMatchObject({ status: 409, body: { error: { code: 'EVIDENCE_QUOTA', message: '本区佐证材料总量将超过 97.7 KB，请先删除不再需要的材料。', details: { limit: 100_000, used: 60_000 + pdf.length } } } })
  expect((await upload(west, 'west', 50_000)).status).toBe(201)
  expect((await east.call<{ quota: unknown }>('GET', `/submissions/${server.submission('east')}`)).body.quota).toEqual({ used: 60_000 + pdf.length, limit: 100_000 })
  await east.call('DELETE', `/submissions/${server.submission('east')}/evidence/${first.body.id}`)
  expect((await upload(east, 'east', 50_000)).status).toBe(201)
})
test('the share covers all years, and a length that was not announced is counted as it arrives', async () => {
  server = await run({ quota: 100_000 })
  const [editor, east] = [await server.as('city-editor'), await server.as('east-filler')]
  await upload(east, 'east', 60_000)
  const { hash: _, ...framework } = server.cycle.framework
  await editor.call('POST', '/cycles', { ...server.cycle, id: 'next', title: '下年度', framework })
  const { items } = (await east.call<{ items: { id: string; cycle: string }[] }>('GET', '/submissions?cycle=next')).body
  const next = `/submissions/${items[0]?.id ?? ''}/evidence?name=b.pdf`
  expect((await east.call('POST', next, Buffer.concat([pdf, Buffer.alloc(50_000)]))).body.error.code).toBe('EVIDENCE_QUOTA')
  const chunked = await fetch(`${server.url}/api/v1${next}`, { method: 'POST', duplex: 'half', headers: { origin: server.url, cookie: east.cookie ?? '' }, body: new Blob([pdf, Buffer.alloc(50_000)]).stream() } as RequestInit)
  expect([chunked.status, (await chunked.json() as { error: { code: string } }).error.code]).toEqual([409, 'EVIDENCE_QUOTA'])
  expect((await east.call('POST', next, pdf)).status).toBe(201)
})
test('a session that writes without pause is slowed down for its minute; other sessions and reading are not', async () => {
  server = await run({ writesPerMinute: 40 })
  const [filler, colleague] = [await server.as('east-filler'), await server.as('east-submitter')]
  const save = (who: Client, n: number) => who.call('PATCH', `/submissions/${server.submission('east')}`, { changes: [{ id: 'trained', base: n, value: n }] })
  const statuses: number[] = []
  for (let n = 0; n < 60; n++) statuses.push((await save(filler, n)).status)
  expect(statuses).toEqual([...Array.from({ length: 59 }, () => 200), 429])
  const refused = await save(filler, 59)
  expect(refused.body.error).toMatchObject({ code: 'TOO_MANY_WRITES' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await filler.call('GET', '/session')).status).toBe(200)
  expect((await save(colleague, 59)).status).toBe(200)
  const anotherProcess = paceOf(server.store, 40)
  await expect(Promise.all(Array.from({ length: 20 }, () => anotherProcess(filler.session)))).rejects.toMatchObject({ code: 'TOO_MANY_WRITES' })
})
