import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMongo } from '../../../server/store/mongo.ts'
import type { Store } from '../../../server/store/port.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'

export interface Opened { store: Store; folder: string; again: () => Promise<Store>; end: () => Promise<void> }

/** An empty store of each kind at hand: SQLite always, MongoDB where an address is given. */
export const stores: Record<string, () => Promise<Opened>> = {
  sqlite: openTemporary,
  ...(process.env['YARDSTICK_TEST_MONGODB'] ? { mongodb: () => openDatabase(process.env['YARDSTICK_TEST_MONGODB'] ?? '') } : {}),
}

/** The store the API suite runs over. */
export const openAny = (): Promise<Opened> => (stores['mongodb'] ?? openTemporary)()

export async function openTemporary(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  let store = await openSqlite(folder)
  return {
    store, folder,
    async again() {
      await store.close()
      store = await openSqlite(folder)
      return store
    },
    async end() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openDatabase(uri: string): Promise<Opened> {
  const address = new URL(uri)
  address.pathname = `/yardstick_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  let store = await openMongo(address.href)
  return {
    store, folder: '',
    async again() {
      await store.close()
      store = await openMongo(address.href)
      return store
    },
    end: () => store.close(),
  }
}
