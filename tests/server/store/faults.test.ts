import { mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '../../../server/commands/audit.ts'
import { openDatabase } from '../../../server/store/database.ts'
import type { Store } from '../../../server/store/port.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { verify } from '../../../server/store/verify.ts'
import { watchStore } from '../../../server/watch.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'yardstick-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const save = (store: Store, id: string, n: number) => store.change<{ n: number }, undefined>({ kind: 'submission', id, scope: 'all' }, () => ({ result: undefined, next: { document: { n }, state: 'draft', by: { id: 'li', name: '李' }, at: '2025-11-01T00:00:00.000Z', action: 'saved' } }))
async function filled(): Promise<void> {
  const store = await openSqlite(folder)
  for (let n = 1; n <= 3; n++) for (const id of ['a', 'b']) await save(store, id, n)
  await store.close()
}
/** Changes the database behind the server's back, with the guards taken down. */
async function forge(sql: string): Promise<void> {
  const database = await openDatabase(join(folder, 'yardstick.db'))
  for (const trigger of ['entries_stay', 'entries_freeze', 'facts_stay', 'facts_freeze', 'editions_freeze', 'heads_stay']) database.exec(`DROP TRIGGER ${trigger}`)
  database.exec(sql)
  database.close()
}
async function findings() {
  const store = await openSqlite(folder)
  const { ok, broken } = await verify(store)
  await store.close()
  return { ok, broken: broken.map(({ target, revision, reason }) => `${target} ${revision} ${reason}`) }
}

describe('the audit log', () => {
  test('cannot be changed or cut by an ordinary statement', async () => {
    await filled()
    const database = await openDatabase(join(folder, 'yardstick.db'))
    for (const sql of ["UPDATE entries SET name = 'x'", 'DELETE FROM entries', "DELETE FROM heads WHERE id = 'a'"]) expect(() => database.exec(sql), sql).toThrow()
    database.close()
    expect(await findings()).toEqual({ ok: true, broken: [] })
  })
  test.each([
    ['an entry rewritten', "UPDATE entries SET name = '王' WHERE target = 'a' AND revision = 2", 'a 2 hash'],
    ['an entry removed', "DELETE FROM entries WHERE target = 'a' AND revision = 2", 'a 2 gap'],
    ['the tail cut off', "DELETE FROM entries WHERE target = 'a' AND revision = 3", 'a 3 missing'],
    ['a document altered', `UPDATE heads SET body = '{"n":9}' WHERE id = 'a'`, 'a 3 content'],
    ['a state altered', "UPDATE heads SET state = 'accepted' WHERE id = 'b'", 'b 3 content'],
    ['a document removed', "DELETE FROM heads WHERE id = 'b'", 'b 3 orphan'],
    ['an older version put back', `UPDATE heads SET body = '{"n":2}', revision = 2 WHERE id = 'a'`, 'a 2 missing'],
  ])('%s is found, with its place', async (_, sql, place) => {
    await filled()
    await forge(sql)
    expect(await findings()).toEqual({ ok: false, broken: [place] })
  })
  test('a store changed behind the server’s back raises the alarm, once a day', async () => {
    await filled()
    const store = await openSqlite(folder)
    const log: Record<string, unknown>[] = []
    const watch = watchStore(store, (line) => log.push(line), 5)
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    expect(log).toEqual([])
    await forge("UPDATE heads SET state = 'accepted' WHERE id = 'b'")
    await expect.poll(() => log[0]).toMatchObject({ level: 'alarm', code: 'AUDIT_BROKEN', broken: [{ target: 'b', reason: 'content' }] })
    clearInterval(watch)
    await store.close()
  })
  test('a chain rewritten whole still moves the head kept elsewhere', async () => {
    await filled()
    const lines: string[] = []
    expect(await audit.run({ words: ['verify', folder], flags: {} }, { line: (line) => void lines.push(line), problem: () => undefined, progress: () => undefined })).toBe(0)
    const store = await openSqlite(folder)
    await save(store, 'a', 4)
    const { head } = await verify(store)
    expect(await audit.run({ words: ['verify', folder], flags: {} }, { line: (line) => void lines.push(line), problem: () => undefined, progress: () => undefined })).toBe(0)
    await store.close()
    expect(lines[0]).toMatch(/^whole: 6 entries, 2 documents, head [0-9a-f]{64}$/)
    expect(lines[1]).toContain(head)
    expect(lines[0]).not.toContain(head)
  })
})

describe('opening', () => {
  test('a folder in use is refused, and free again afterwards', async () => {
    const store = await openSqlite(folder)
    await expect(openSqlite(folder)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' })
    await store.close()
    await (await openSqlite(folder)).close()
  })
  test.each([
    ['emptied', () => truncateSync(join(folder, 'yardstick.db'), 0)],
    ['gone', () => unlinkSync(join(folder, 'yardstick.db'))],
    ['cut short', () => truncateSync(join(folder, 'yardstick.db'), 5000)],
    ['no database', () => writeFileSync(join(folder, 'yardstick.db'), 'x'.repeat(9000))],
  ])('a database that is %s is refused, never replaced by an empty one', async (_, damage) => {
    await filled()
    damage()
    await expect(openSqlite(folder)).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' })
  })
  test('a file in place of the folder is refused with its path', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openSqlite(join(folder, 'file'))).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' })
  })
})
