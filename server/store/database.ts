import type { DatabaseSyncInstance } from '@photostructure/sqlite'

export type Database = DatabaseSyncInstance
type Constructor = new (path: string, options?: { readOnly?: boolean }) => Database

/** SQLite as the runtime brings it, else from the package with the same interface. */
export async function openDatabase(path: string, options: { readOnly?: boolean } = {}): Promise<Database> {
  const builtin = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule?.('node:sqlite') as { DatabaseSync?: Constructor } | undefined
  const DatabaseSync = builtin?.DatabaseSync ?? ((await import('@photostructure/sqlite')).DatabaseSync as unknown as Constructor)
  return new DatabaseSync(path, options)
}
