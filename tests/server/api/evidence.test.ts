import { randomUUID } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence, Submission } from '../../../schemas/index.ts'
import { inspect } from '../../../server/evidence/inspect.ts'
import { cleanName, dispositionOf } from '../../../server/evidence/name.ts'
import { sweepEvidence } from '../../../server/evidence/sweep.ts'
import type { Head } from '../../../server/store/port.ts'
import { pdf } from './documents.ts'
import { run, type Client, type Running } from './server.ts'
import { zip } from './zip.ts'

let server: Running
let filler: Client
let id: string
beforeEach(async () => {
  server = await run()
  filler = await server.as('east-filler')
  id = server.submission('east')
})
afterEach(() => server.end())
const upload = (name: string, bytes: Buffer, requirement: string | null = 'training/plan') =>
  filler.call<Evidence & { error: { code: string } }>('POST', `/submissions/${id}/evidence?${new URLSearchParams({ name, ...(requirement ? { requirement } : {}) }).toString()}`, bytes)
const list = async () => (await server.store.get<Submission>('submission', id, 'all'))?.document.evidence ?? []
const png = (width: number, height: number) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.alloc(40)])
}
const office = (part: string, more: Parameters<typeof zip>[0] = []) => zip([{ name: '[Content_Types].xml', data: Buffer.from('<Types/>') }, { name: part, data: Buffer.from('<x/>') }, ...more])

describe('accepted', () => {
  test.each([
    ['计划.pdf', pdf, 'pdf'], ['a.PDF', pdf, 'pdf'], ['表.xlsx', office('xl/workbook.xml'), 'xlsx'], ['文.docx', office('word/document.xml'), 'docx'], ['p.png', png(40, 30), 'png'],
    ['p.jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffd9', 'hex'), 'jpg'],
  ])('%s', async (name, bytes, type) => {
    const { status, body } = await upload(name, bytes)
    expect(status).toBe(201)
    expect(body).toMatchObject({ name, type, bytes: bytes.length, requirements: ['training/plan'], by: 'east-filler' })
    const download = await filler.call('GET', `/submissions/${id}/evidence/${body.id}`)
    expect(download.bytes.equals(bytes)).toBe(true)
    expect(download.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'", 'content-disposition': dispositionOf(name) })
    expect(download.headers['content-disposition']).toMatch(/^attachment/)
  })
  test('the same bytes again are the same piece, cited more often', async () => {
    const first = await upload('a.pdf', pdf, null)
    const second = await upload('b.pdf', pdf)
    expect(second.body).toMatchObject({ id: first.body.id, name: 'a.pdf', requirements: ['training/plan'] })
    expect(await list()).toHaveLength(1)
  })
})

describe('refused', () => {
  test.each([
    ['program renamed', 'a.pdf', Buffer.from('MZ\x90\0 this program'), 415, 'TYPE_MISMATCH'], ['page renamed', 'a.png', Buffer.from('<html><script>1</script>'), 415, 'TYPE_MISMATCH'], ['picture called PDF', 'a.pdf', png(1, 1), 415, 'TYPE_MISMATCH'],
    ['SVG', 'a.svg', Buffer.from('<svg onload="alert(1)"/>'), 415, 'TYPE_NOT_ALLOWED'], ['program', 'a.exe', Buffer.from('MZ'), 415, 'TYPE_NOT_ALLOWED'], ['double ending', 'a.pdf.exe', pdf, 415, 'TYPE_NOT_ALLOWED'], ['no ending', 'pdf', pdf, 415, 'TYPE_NOT_ALLOWED'],
    ['nothing', 'a.pdf', Buffer.alloc(0), 422, 'FILE_EMPTY'], ['too large', 'a.pdf', Buffer.concat([pdf, Buffer.alloc(200_000)]), 413, 'FILE_TOO_LARGE'], ['pixel flood', 'a.png', png(65535, 65535), 422, 'IMAGE_TOO_LARGE'],
    ['macros', 'a.docx', office('word/document.xml', [{ name: 'word/vbaProject.bin', data: Buffer.from('x') }]), 415, 'TYPE_MISMATCH'], ['plain zip', 'a.docx', zip([{ name: 'a.txt', data: Buffer.from('x') }]), 415, 'TYPE_MISMATCH'],
    ['zip slip', 'a.docx', office('word/document.xml', [{ name: '../../evil', data: Buffer.from('x') }]), 422, 'ARCHIVE_UNSAFE'], ['same part twice', 'a.docx', office('word/document.xml', [{ name: 'word/document.xml', data: Buffer.from('y') }]), 422, 'ARCHIVE_UNSAFE'],
    ['zip bomb', 'a.docx', office('word/document.xml', [{ name: 'big', data: deflateRawSync(Buffer.alloc(1000)), size: 900_000_000 }]), 422, 'ARCHIVE_UNSAFE'], ['encrypted', 'a.docx', office('word/document.xml', [{ name: 'e', data: Buffer.from('x'), flags: 1 }]), 422, 'ARCHIVE_UNSAFE'],
    ['cut short', 'a.docx', office('word/document.xml').subarray(0, 60), 422, 'ARCHIVE_UNSAFE'],
  ])('%s', async (_, name, bytes, status, code) => {
    const answer = await upload(name, bytes)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(await list()).toEqual([])
  })
  test('an unknown requirement', async () => expect((await upload('a.pdf', pdf, 'training/other')).body.error.code).toBe('UNKNOWN_REQUIREMENT'))
  test('one more than the requirement takes', async () => {
    for (let index = 0; index < 3; index++) await upload('a.pdf', Buffer.concat([pdf, Buffer.from(`%${index}`)]))
    expect(await upload('a.pdf', Buffer.concat([pdf, Buffer.from('%9')]))).toMatchObject({ status: 409, body: { error: { code: 'TOO_MANY_FILES' } } })
  })
  test('uploads broken off leave nothing, and the log does not grow', async () => {
    const half = () => new Promise<void>((resolve) => {
      const call = httpRequest(`${server.url}/api/v1/submissions/${id}/evidence?name=a.pdf`, { method: 'POST', agent: false, headers: { origin: server.url, cookie: filler.cookie ?? '', 'content-length': '100000' } }, () => undefined)
      call.on('error', () => resolve()).on('close', () => resolve())
      call.write(pdf, () => setTimeout(() => call.destroy(), 20))
    })
    await Promise.all(Array.from({ length: 100 }, half))
    expect((await upload('a.pdf', Buffer.concat([pdf, Buffer.from('%')]))).status).toBe(201)
    expect(await list()).toHaveLength(1)
    if (server.store.name === 'sqlite') await expect.poll(() => readdirSync(`${server.folder}/evidence/incoming`)).toEqual([])
    expect(server.log).toEqual([])
  })
})

test.each([['stops arriving', 1000, 40, 10_000], ['trickles for ever', 20, 10_000, 200]])('a file that %s is given up on', async (_, every, idle, whole) => {
  const { stream, failure } = inspect('a.pdf', 10_000, ['pdf'], { idle, whole })
  const drip = setInterval(() => stream.write('x'), every)
  await new Promise((resolve) => { stream.resume().once('close', resolve) })
  clearInterval(drip)
  expect(failure()).toMatchObject({ code: 'REQUEST_TIMEOUT', status: 408 })
})
test('what a handed-in form cites stays', async () => {
  const { body } = await upload('a.pdf', pdf)
  await filler.call('PATCH', `/submissions/${id}`, { changes: [{ id: 'pupils', base: 0, value: 100 }, { id: 'teachers', base: 0, value: 9 }] })
  const submitter = await server.as('east-submitter')
  expect((await submitter.call('POST', `/submissions/${id}/submit`, { operation: randomUUID(), revision: 3 })).status).toBe(200)
  expect((await filler.call('DELETE', `/submissions/${id}/evidence/${body.id}`)).status).toBe(409)
  expect(await list()).toHaveLength(1)
})
test('before that it can be cited elsewhere and removed', async () => {
  const { body } = await upload('a.pdf', pdf)
  expect((await filler.call('PATCH', `/submissions/${id}/evidence/${body.id}`, { requirements: [] })).body).toMatchObject({ requirements: [] })
  expect((await filler.call('DELETE', `/submissions/${id}/evidence/${body.id}`)).status).toBe(204)
  expect(await list()).toEqual([])
})
test('damaged bytes are never handed out', async ({ skip }) => {
  if (server.store.name !== 'sqlite') return skip()
  const { body } = await upload('a.pdf', pdf)
  const place = `${server.folder}/evidence/${body.sha256.slice(0, 2)}/${readdirSync(`${server.folder}/evidence/${body.sha256.slice(0, 2)}`)[0] ?? ''}`
  writeFileSync(place, 'something else')
  expect(await filler.call('GET', `/submissions/${id}/evidence/${body.id}`)).toMatchObject({ status: 500, body: { error: { code: 'EVIDENCE_CORRUPT' } } })
})
test('a sweep removes only what never became part of a form', async () => {
  const { body } = await upload('a.pdf', pdf)
  await filler.call('DELETE', `/submissions/${id}/evidence/${body.id}`)
  const orphan = await server.store.blobs.put(Readable.from([Buffer.from('orphan')]))
  expect(await sweepEvidence(server.store, Date.now() + 7_200_000)).toBe(1)
  expect(await server.store.blobs.open(orphan.sha256)).toBeUndefined()
  const kept = await server.store.blobs.open(body.sha256)
  expect(kept && (await buffer(kept)).equals(pdf)).toBe(true)
})
test('evidence a form was opened with stays too, once it is taken out', async () => {
  const { sha256, bytes } = await server.store.blobs.put(Readable.from([pdf]))
  const file = { id: 'file', name: 'a.pdf', type: 'pdf' as const, bytes, sha256, requirements: [], by: 'x', at: '2025-06-01T00:00:00.000Z' }
  await server.store.change<Submission, undefined>({ kind: 'submission', id, scope: 'all' }, (head) => {
    const { document } = head as Head<Submission>
    return { result: undefined, next: { document: { ...document, evidence: [file], revision: document.revision + 1 }, state: 'draft', by: { id: 'x', name: 'x' }, at: file.at, action: 'test' } }
  })
  expect((await filler.call('DELETE', `/submissions/${id}/evidence/file`)).status).toBe(204)
  expect(await sweepEvidence(server.store, Date.now() + 7_200_000)).toBe(0)
  const kept = await server.store.blobs.open(sha256)
  expect(kept && (await buffer(kept)).equals(pdf)).toBe(true)
})
test.each([['../../etc/passwd.pdf', 'passwd.pdf'], ['C:\\x\\a.pdf', 'a.pdf'], ['a\u202egpj.pdf', 'agpj.pdf'], ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'], [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(196)}.pdf`]])('the name %j is shown as %j', (given, shown) => {
  expect(cleanName(given)).toBe(shown)
})
