import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Misuse, type Command } from './command.ts'
import { openStore } from '../store/open.ts'
import { openSqliteReader } from '../store/sqlite.ts'
import { verify } from '../store/verify.ts'

/** Recomputes every chain, also while a server runs. */
export const audit: Command = {
  name: 'audit',
  usage: 'verify [data folder]',
  summary: 'recompute every hash chain of the audit',
  async run({ words, flags }, out) {
    const [verb, folder = process.env['DATA_DIR'] ?? 'data'] = words
    const mongo = process.env['MONGODB_URI']
    if (verb !== 'verify' || words.length > 2) throw new Misuse('say verify, and at most one data folder')
    const path = resolve(folder)
    if (!mongo && !existsSync(join(path, 'yardstick.db'))) throw new Misuse(`${path} holds no database`)
    const store = mongo ? await openStore({ folder: path, mongo }) : await openSqliteReader(path)
    try {
      const { ok, entries, documents, head, broken } = await verify(store)
      if (flags['json']) out.line(JSON.stringify({ ok, entries, documents, head, broken }))
      else for (const { kind, target, revision, seq, reason } of broken) out.line(`broken (${reason}): ${kind} ${target} revision ${revision}${seq === undefined ? '' : `, entry ${seq}`}`)
      if (!flags['json']) out.line(`${ok ? 'whole' : 'BROKEN'}: ${entries} entries, ${documents} documents, head ${head}`)
      return ok ? 0 : 1
    } finally {
      await store.close()
    }
  },
}
