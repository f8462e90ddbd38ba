import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStore } from '../store/open.ts'
import { openSqliteReader } from '../store/sqlite.ts'
import { verify } from '../store/verify.ts'

/** `yardstick audit verify [folder]`: recomputes every chain, also while a server runs. 0 whole, 1 broken, 2 misuse. */
export async function audit(words: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const [verb, folder = process.env['DATA_DIR'] ?? 'data'] = words
  const mongo = process.env['MONGODB_URI']
  if (verb !== 'verify' || words.length > 2) {
    print('yardstick audit verify [data folder]')
    return 2
  }
  const path = resolve(folder)
  if (!mongo && !existsSync(join(path, 'yardstick.db'))) {
    print(`${path} holds no database.`)
    return 2
  }
  const store = mongo ? await openStore({ folder: path, mongo }) : await openSqliteReader(path)
  try {
    const { ok, entries, documents, head, broken } = await verify(store)
    for (const { kind, target, revision, seq, reason } of broken) print(`broken (${reason}): ${kind} ${target} revision ${revision}${seq === undefined ? '' : `, entry ${seq}`}`)
    print(`${ok ? 'whole' : 'BROKEN'}: ${entries} entries, ${documents} documents, head ${head}`)
    return ok ? 0 : 1
  } finally {
    await store.close()
  }
}
