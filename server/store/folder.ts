import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database } from './database.ts'
import { prepareTables } from './tables.ts'

/** Why the store refuses to open, in words for whoever starts the server. */
export class StoreRefused extends Error {
  code: 'DATABASE_IN_USE' | 'DATABASE_CORRUPT' | 'DATABASE_UNREADABLE'
  constructor(code: StoreRefused['code'], message: string) {
    super(message)
    this.name = 'StoreRefused'
    this.code = code
  }
}

/** Opens the database of a data folder for writing. One process at a time; never an empty database over a lost one. */
export async function openFolder(folder: string): Promise<{ database: Database; lock: Database }> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StoreRefused('DATABASE_UNREADABLE', `Cannot use ${folder}: ${(error as Error).message}`)
  }
  const lock = await lockFolder(folder)
  const path = join(folder, 'yardstick.db')
  const mark = join(folder, 'instance.json')
  if (existsSync(mark) && (!existsSync(path) || statSync(path).size === 0)) {
    lock.close()
    throw new StoreRefused('DATABASE_CORRUPT', `${path} is missing or empty although this folder has been used before (${mark}). Restore it from a backup, or choose an empty DATA_DIR.`)
  }
  try {
    const database = await openDatabase(path)
    const tables = database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as { n: number }
    if (tables.n > 0) {
      const found = database.prepare('PRAGMA quick_check(1)').get() as Record<string, unknown>
      if (Object.values(found)[0] !== 'ok') throw new Error(String(Object.values(found)[0]))
    }
    prepareTables(database)
    claim(database, mark)
    return { database, lock }
  } catch (error) {
    lock.close()
    throw error instanceof StoreRefused ? error : new StoreRefused('DATABASE_CORRUPT', `${path} cannot be opened: ${(error as Error).message}. Restore it from a backup; nothing was changed.`)
  }
}

/** The lock is held by the operating system and falls with the process, however it ends. */
async function lockFolder(folder: string): Promise<Database> {
  const lock = await openDatabase(join(folder, 'lock')).catch((error: unknown) => {
    throw new StoreRefused('DATABASE_UNREADABLE', `Cannot write to ${folder}: ${(error as Error).message}`)
  })
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;')
    return lock
  } catch (error) {
    lock.close()
    if (/locked|busy/i.test((error as Error).message)) throw new StoreRefused('DATABASE_IN_USE', `Another server process uses ${folder}. Stop it first, or choose another DATA_DIR.`)
    throw new StoreRefused('DATABASE_UNREADABLE', `Cannot write to ${folder}: ${(error as Error).message}`)
  }
}

function claim(database: Database, mark: string): void {
  const row = database.prepare("SELECT value FROM meta WHERE key = 'instance'").get() as { value: string } | undefined
  if (!row && existsSync(mark)) throw new StoreRefused('DATABASE_CORRUPT', `The database beside ${mark} is not the one that was used here before. Restore it from a backup.`)
  const instance = row?.value ?? randomUUID()
  if (!row) database.prepare("INSERT INTO meta (key, value) VALUES ('instance', ?)").run(instance)
  if (!existsSync(mark)) writeFileSync(mark, `${JSON.stringify({ instance })}\n`)
  else if ((JSON.parse(readFileSync(mark, 'utf8')) as { instance: string }).instance !== instance) throw new StoreRefused('DATABASE_CORRUPT', `The database does not belong to this folder: ${mark} names another instance.`)
}
