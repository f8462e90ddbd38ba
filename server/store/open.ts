import type { Store } from './port.ts'

/** The store the settings ask for: MongoDB where there is an address, else the embedded one. */
export async function openStore({ folder, mongo }: { folder: string; mongo?: string }): Promise<Store> {
  if (mongo) return (await import('./mongo.ts')).openMongo(mongo)
  return (await import('./sqlite.ts')).openSqlite(folder)
}
