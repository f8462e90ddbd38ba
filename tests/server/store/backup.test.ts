import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../../server/cli.ts'
import { blobPlace } from '../../../server/store/files.ts'
import type { Store } from '../../../server/store/port.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { verify } from '../../../server/store/verify.ts'

let folder: string
let store: Store
let lines: string[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  store = await openSqlite(join(folder, 'data'))
  lines = []
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
const out = { line: (text: string) => void lines.push(text), problem: (text: string) => void lines.push(text), progress: () => undefined }
const backup = (target: string) => run(['backup', join(folder, target), join(folder, 'data')], out)
/** A submission whose evidence counts its revisions. */
const save = (id: string, evidence: { sha256: string; bytes: number }[]) => store.change<{ evidence: object[] }, number>({ kind: 'submission', id, scope: 'all' }, (head) => (
  { result: (head?.revision ?? 0) + 1, next: { document: { evidence }, state: 'draft', by: { id: 'li', name: '李' }, at: '2025-11-01T00:00:00.000Z', action: 'saved' } }
))

test('a copy made while others write is one whole state with its evidence and without sessions, and one can start on it', async () => {
  const file = await store.blobs.put(Readable.from([Buffer.from('%PDF-1.4 evidence')]))
  await store.openSession('secret', { user: 'li', expires: Date.now() + 3_600_000 })
  await save('a', [file])
  let writing = true
  const writer = (async () => { let last = 0; while (writing) last = await save('b', []); return last })()
  expect([await backup('copy'), lines]).toEqual([0, [expect.stringMatching(/^whole: 2 documents, \d+ entries, 1 files of evidence \(17 bytes\), head [0-9a-f]{64}$/)]])
  writing = false
  const last = await writer
  const restored = await openSqlite(join(folder, 'copy'))
  expect(await verify(restored)).toMatchObject({ ok: true, documents: 2 })
  expect((await restored.get('submission', 'b', 'all'))?.revision).toBeLessThanOrEqual(last)
  expect(await restored.session('secret')).toBeUndefined()
  expect(await store.session('secret')).toBeDefined()
  const bytes = await restored.blobs.open(file.sha256)
  expect(bytes && (await buffer(bytes)).toString()).toBe('%PDF-1.4 evidence')
  await restored.close()
})
test('evidence that is damaged is named, and the copy is not called whole', async () => {
  const file = await store.blobs.put(Readable.from([Buffer.from('%PDF-1.4 evidence')]))
  await save('a', [file])
  writeFileSync(blobPlace(join(folder, 'data', 'evidence'), file.sha256), 'other bytes')
  expect(await backup('copy')).toBe(1)
  expect(lines).toEqual([`evidence missing or damaged: ${file.sha256}`, expect.stringMatching(/^BROKEN/)])
})
test('nothing is written over, and nothing is copied from nowhere', async () => {
  expect(await backup('data')).toBe(2)
  expect(await run(['backup', join(folder, 'copy'), join(folder, 'nowhere')], out)).toBe(2)
})
