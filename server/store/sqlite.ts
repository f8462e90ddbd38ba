import { join } from 'node:path'
import { openDatabase, type Database } from './database.ts'
import { blobFiles } from './files.ts'
import { openFolder } from './folder.ts'
import type { Blobs, Card, Edit, Entry, Fact, Head, Kind, Scope, Store } from './port.ts'
import { cardOf, contentOf, headOf, seal, type Row } from './seal.ts'
import { writerOf } from './writer.ts'

const columns = 'kind, id, revision, unit, "group", state, summary, updatedAt'
const whole = `${columns}, body, operations, outcome, audit`
/** Documents lately read, so that a save parses its document once; the query still decides who may see it and whether it is the latest. */
const kept = 64
const unitOf = (scope: Scope): string | null => (scope === 'all' ? null : scope.unit)

/** The embedded store: one SQLite database and a folder of evidence, one process. */
export async function openSqlite(folder: string): Promise<Store> {
  const { database, lock } = await openFolder(folder)
  return storeOf(database, await blobFiles(join(folder, 'evidence')), () => {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    lock.close()
  })
}

/** The audit log and the documents for reading only, beside a running server. */
export async function openSqliteReader(folder: string): Promise<Pick<Store, 'all' | 'chains' | 'close'>> {
  const database = await openDatabase(join(folder, 'yardstick.db'), { readOnly: true })
  return storeOf(database, noBlobs, () => database.close())
}

const noBlobs: Blobs = { put: () => Promise.reject(new Error('read only')), open: () => Promise.resolve(undefined), sweep: () => Promise.resolve(0) }

function storeOf(database: Database, blobs: Blobs, release: () => void): Store {
  const { write, drained } = writerOf(database)
  const sql = statements(database)

  const recent = new Map<string, Head>()
  const read = <Document>(kind: Kind, id: string, scope: Scope): Head<Document> | undefined => {
    const now = sql.seal.get(kind, id, unitOf(scope), unitOf(scope)) as { audit: string } | undefined
    if (!now) return undefined
    const known = recent.get(`${kind}/${id}`)
    if (known?.audit === now.audit) return known as Head<Document>
    const head = headOf<Document>(sql.head.get(kind, id, null, null) as unknown as Row)
    recent.delete(`${kind}/${id}`)
    recent.set(`${kind}/${id}`, head)
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
    return head
  }
  /** Reads that belong together, of one state, whatever another process writes meanwhile. */
  const atOnce = <Found>(find: () => Found): Found => {
    database.exec('BEGIN')
    try {
      return find()
    } finally {
      database.exec('COMMIT')
    }
  }
  const keepFacts = (facts: readonly Fact[]) => {
    for (const { id, body } of facts) sql.addFact.run(id, body)
  }

  return {
    name: 'sqlite',
    blobs,
    get: async (kind, id, scope) => read(kind, id, scope),
    list: async (kind, scope, group) => (sql.list.all(kind, unitOf(scope), unitOf(scope), group ?? null, group ?? null) as unknown as Row[]).map(cardOf) as Card[],
    all: async <Document>(kind: Kind, scope: Scope, group?: string) =>
      (sql.all.all(kind, unitOf(scope), unitOf(scope), group ?? null, group ?? null) as unknown as Row[]).map((row) => headOf<Document>(row)),
    async change<Document, Result>(at: { kind: Kind; id: string; scope: Scope }, edit: (head: Head<Document> | undefined) => Edit<Document, Result>): Promise<Result> {
      const answer = await write(() => {
        const head = read<Document>(at.kind, at.id, at.scope)
        let decided
        try {
          decided = edit(head)
        } catch (error) {
          return { error }
        }
        if (decided.next) {
          const { row, entry } = seal(at.kind, at.id, head, decided.next)
          keepFacts(decided.next.facts ?? [])
          addEntry(sql, entry)
          if (head) {
            const { changes } = sql.replace.run(row.revision, row.unit, row.group, row.state, row.summary, row.body, row.operations, row.outcome, row.audit, row.updatedAt, row.kind, row.id, head.revision)
            if (Number(changes) !== 1) throw new Error('the head moved under its only writer')
          } else sql.add.run(row.kind, row.id, row.revision, row.unit, row.group, row.state, row.summary, row.body, row.operations, row.outcome, row.audit, row.updatedAt)
        }
        return { result: decided.result }
      })
      if ('error' in answer) throw answer.error
      return answer.result
    },
    keep: (facts) => write(() => keepFacts(facts)),
    fact: async (id) => (sql.fact.get(id) as { body: string } | undefined)?.body,

    entries: async ({ before, limit, target, kind }) =>
      (sql.entries.all(before ?? Number.MAX_SAFE_INTEGER, target ?? null, target ?? null, kind ?? null, kind ?? null, limit) as unknown as EntryRow[]).map(entryOf),
    async *chains() {
      const names = sql.names.all() as unknown as { kind: Kind; id: string }[]
      for (const [index, { kind, id }] of names.entries()) {
        if (index % 50 === 49) await new Promise(setImmediate)
        const { row, chain } = atOnce(() => ({ row: sql.head.get(kind, id, null, null) as unknown as Row | undefined, chain: sql.chain.all(kind, id) as unknown as EntryRow[] }))
        const head = row && { kind, id, revision: row.revision, audit: row.audit, content: contentOf(row) }
        yield { head, entries: chain.map(entryOf) }
      }
    },

    openSession: (id, { user, expires }) => write(() => { sql.dropOld.run(Date.now()); sql.openSession.run(id, user, expires) }),
    session: async (id) => {
      const found = sql.session.get(id, Date.now()) as { user: string; expires: number } | undefined
      return found && { user: found.user, expires: found.expires }
    },
    closeSession: (id) => write(() => { sql.closeSession.run(id) }),
    closeSessionsOf: (user) => write(() => { sql.closeSessionsOf.run(user) }),

    hit: (key, window, events = 1) => write(() => {
      const now = Date.now()
      sql.dropHits.run(now)
      const { count, expires } = sql.hit.get(key, events, now + window) as { count: number; expires: number }
      return { count, until: expires }
    }),
    forgive: (key) => write(() => { sql.forgive.run(key) }),
    check: async () => { sql.ping.get() },
    async close() {
      await drained()
      release()
    },
  }
}

interface EntryRow { seq: number; kind: Kind; target: string; unit: string | null; revision: number; at: string; actor: string; name: string; action: string; detail: string; content: string; previous: string; hash: string }

function entryOf({ unit, actor, name, ...row }: EntryRow): Entry {
  return { ...row, ...(unit === null ? {} : { unit }), by: { id: actor, name } }
}

function addEntry(sql: ReturnType<typeof statements>, entry: Omit<Entry, 'seq'>): void {
  const { kind, target, unit, revision, at, by, action, detail, content, previous, hash } = entry
  sql.addEntry.run(kind, target, unit ?? null, revision, at, by.id, by.name, action, detail, content, previous, hash)
}

function statements(database: Database) {
  const scoped = 'kind = ? AND (? IS NULL OR unit = ?) AND (? IS NULL OR "group" = ?) ORDER BY updatedAt DESC, id'
  return {
    head: database.prepare(`SELECT ${whole} FROM heads WHERE kind = ? AND id = ? AND (? IS NULL OR unit = ?)`),
    seal: database.prepare('SELECT audit FROM heads WHERE kind = ? AND id = ? AND (? IS NULL OR unit = ?)'),
    list: database.prepare(`SELECT ${columns} FROM heads WHERE ${scoped}`),
    all: database.prepare(`SELECT ${whole} FROM heads WHERE ${scoped}`),
    add: database.prepare('INSERT INTO heads (kind, id, revision, unit, "group", state, summary, body, operations, outcome, audit, updatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    replace: database.prepare('UPDATE heads SET revision = ?, unit = ?, "group" = ?, state = ?, summary = ?, body = ?, operations = ?, outcome = ?, audit = ?, updatedAt = ? WHERE kind = ? AND id = ? AND revision = ?'),
    addFact: database.prepare('INSERT OR IGNORE INTO facts (id, body) VALUES (?, ?)'),
    fact: database.prepare('SELECT body FROM facts WHERE id = ?'),
    addEntry: database.prepare('INSERT INTO entries (kind, target, unit, revision, at, actor, name, action, detail, content, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    entries: database.prepare('SELECT * FROM entries WHERE seq < ? AND (? IS NULL OR target = ?) AND (? IS NULL OR kind = ?) ORDER BY seq DESC LIMIT ?'),
    chain: database.prepare('SELECT * FROM entries WHERE kind = ? AND target = ? ORDER BY revision'),
    names: database.prepare('SELECT kind, id FROM heads UNION SELECT kind, target AS id FROM entries ORDER BY kind, id'),
    openSession: database.prepare('INSERT INTO sessions (id, user, expires) VALUES (?, ?, ?)'),
    session: database.prepare('SELECT user, expires FROM sessions WHERE id = ? AND expires > ?'),
    closeSession: database.prepare('DELETE FROM sessions WHERE id = ?'),
    closeSessionsOf: database.prepare('DELETE FROM sessions WHERE user = ?'),
    dropOld: database.prepare('DELETE FROM sessions WHERE expires <= ?'),
    hit: database.prepare('INSERT INTO hits (key, count, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET count = count + excluded.count RETURNING count, expires'),
    dropHits: database.prepare('DELETE FROM hits WHERE expires <= ?'),
    forgive: database.prepare('DELETE FROM hits WHERE key = ?'),
    ping: database.prepare('SELECT 1'),
  }
}
