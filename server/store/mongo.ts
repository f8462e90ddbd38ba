import mongoose from 'mongoose'
import { Refusal } from '../errors.ts'
import { chainOf, entryOf, settledOf } from './chain.ts'
import { StoreRefused } from './folder.ts'
import { gridBlobs } from './gridfs.ts'
import { modelsOf, type EntryDocument, type HeadDocument, type Models } from './models.ts'
import type { Card, Edit, Fact, Head, Kind, Scope, Store } from './port.ts'
import { cardOf, contentOf, headOf, seal, type Row } from './seal.ts'
import { serial } from './serial.ts'

const isDuplicate = (error: unknown): boolean => (error as { code?: number } | undefined)?.code === 11_000
const largest = 15 * 1024 * 1024
const tries = 60
const patience = 3000

/** MongoDB, for any number of server processes. No multi-document transactions, pipeline updates or change streams. */
export async function openMongo(uri: string): Promise<Store> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS: 2000, connectTimeoutMS: 5000, socketTimeoutMS: 3000, retryWrites: true, writeConcern: { w: 'majority', journal: true } }).asPromise()
    .catch((error: unknown) => { throw new StoreRefused('DATABASE_UNREADABLE', `MongoDB cannot be reached: ${(error as Error).message}. Check MONGODB_URI and that the database runs.`) })
  const models = modelsOf(connection)
  for (const model of Object.values(models)) await (model as unknown as mongoose.Model<unknown>).createIndexes()
  const inTurn = serial()

  const find = (kind: Kind, scope: Scope, group?: string) => ({ kind, ...(scope === 'all' ? {} : { unit: scope.unit }), ...(group === undefined ? {} : { group }) })
  const read = async <Document>(kind: Kind, id: string, scope: Scope): Promise<Head<Document> | undefined> => {
    const row = await models.heads.findOne({ _id: `${kind}/${id}`, ...find(kind, scope) }).lean<HeadDocument | null>()
    return row ? headOf<Document>(row) : undefined
  }

  return {
    name: 'mongodb',
    blobs: gridBlobs(connection, models),
    get: (kind, id, scope) => soon(read(kind, id, scope)),
    list: async (kind, scope, group) =>
      (await models.heads.find(find(kind, scope, group), { body: 0, operations: 0, outcome: 0, audit: 0 }).sort({ updatedAt: -1, id: 1 }).lean<HeadDocument[]>()).map(cardOf) as Card[],
    all: async <Document>(kind: Kind, scope: Scope, group?: string) =>
      (await models.heads.find(find(kind, scope, group)).sort({ updatedAt: -1, id: 1 }).lean<HeadDocument[]>()).map((row) => headOf<Document>(row)),
    change: <Document, Result>(at: { kind: Kind; id: string; scope: Scope }, edit: (head: Head<Document> | undefined) => Edit<Document, Result>) =>
      inTurn(`${at.kind}/${at.id}`, async () => {
        for (let attempt = 0; attempt < tries; attempt++) {
          if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(200, 5 * attempt)))
          const head = await read<Document>(at.kind, at.id, at.scope)
          const { result, next } = edit(head)
          if (!next) return result
          const { row, entry } = seal(at.kind, at.id, head, next)
          await keepFacts(models, next.facts ?? [])
          await addEntry(models, entry)
          if (await swap(models, row, head?.revision)) {
            models.entries.updateOne({ _id: entry.hash }, { $set: { settled: true } }).catch(() => undefined)
            return result
          }
          await models.entries.deleteOne({ _id: entry.hash, settled: false })
        }
        throw new Error('MongoNetwork: too many writers on one document')
      }),
    keep: (facts) => keepFacts(models, facts),
    fact: async (id) => (await models.facts.findById(id).lean())?.body,

    async entries({ before, limit, target, kind }) {
      const truths: EntryDocument[] = []
      for (let from = before, more = true; more && truths.length < limit;) {
        const filter = { ...(from === undefined ? {} : { seq: { $lt: from } }), ...(target === undefined ? {} : { target }), ...(kind === undefined ? {} : { kind }) }
        const found = await models.entries.find(filter).sort({ seq: -1 }).limit(limit).lean<EntryDocument[]>()
        truths.push(...(await settledOf(models, found)))
        more = found.length === limit
        from = found.at(-1)?.seq
      }
      return truths.slice(0, limit).map(entryOf)
    },
    async *chains() {
      for await (const row of models.heads.find({}).sort({ _id: 1 }).lean<HeadDocument>().cursor() as AsyncIterable<HeadDocument>) {
        const head = { kind: row.kind, id: row.id, revision: row.revision, audit: row.audit, content: contentOf(rowOf(row)) }
        yield { head, entries: (await chainOf(models, row.kind, row.id, row.audit)).map(entryOf) }
      }
      const orphans = new Map<string, EntryDocument[]>()
      const settled = await models.entries.find({ settled: true }).sort({ revision: 1 }).lean<EntryDocument[]>()
      // Read after the entries: whoever has a settled entry by now has a head.
      const known = new Set((await models.heads.find({}, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id))
      for (const entry of settled) {
        const key = `${entry.kind}/${entry.target}`
        if (!known.has(key)) orphans.set(key, [...(orphans.get(key) ?? []), entry])
      }
      for (const entries of orphans.values()) yield { head: undefined, entries: entries.map(entryOf) }
    },

    openSession: async (id, { user, expires }) => { await models.sessions.create({ _id: id, user, expires: new Date(expires) }) },
    session: async (id) => {
      const found = await soon(models.sessions.findById(id).lean().exec())
      return found && found.expires.getTime() > Date.now() ? { user: found.user, expires: found.expires.getTime() } : undefined
    },
    closeSession: async (id) => { await models.sessions.deleteOne({ _id: id }) },
    closeSessionsOf: async (user) => { await models.sessions.deleteMany({ user }) },
    hit: (key, window, events = 1) => hit(models, key, window, events),
    forgive: async (key) => { await models.hits.deleteOne({ _id: key }) },
    check: async () => { await soon(connection.db?.command({ ping: 1 }) ?? Promise.reject(new Error('not connected'))) },
    close: () => connection.close(),
  }
}

/** Small reads, with which every request begins, are given up on soon; the driver alone would try again for much longer. */
async function soon<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('MongoNetworkTimeout: no answer')), patience) })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const rowOf = ({ _id, ...row }: HeadDocument): Row => row

async function keepFacts({ facts }: Models, wanted: readonly Fact[]): Promise<void> {
  for (const { id, body } of wanted) {
    await facts.create({ _id: id, body }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error
    })
  }
}

async function addEntry({ counters, entries }: Models, { hash, by, unit, ...entry }: ReturnType<typeof seal>['entry']): Promise<void> {
  const counter = await counters.findOneAndUpdate({ _id: 'entries' }, { $inc: { value: 1 } }, { upsert: true, returnDocument: 'after' }).lean<{ value: number }>()
  await entries.create({ _id: hash, seq: counter.value, ...entry, unit: unit ?? null, actor: by.id, name: by.name, settled: false })
}

/** The one compare-and-set. When the reply is lost the head itself tells whether it was applied. */
async function swap({ heads }: Models, row: Row, base: number | undefined): Promise<boolean> {
  if (Buffer.byteLength(row.body) > largest) throw new Refusal('BODY_TOO_LARGE', { limit: largest })
  const _id = `${row.kind}/${row.id}`
  try {
    if (base === undefined) await heads.create({ _id, ...row })
    else return (await heads.updateOne({ _id, revision: base }, { $set: row })).matchedCount === 1
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    const now = await heads.findById(_id, { audit: 1 }).lean<{ audit: string } | null>()
    if (now?.audit === row.audit) return true
    throw error
  }
}

async function hit({ hits }: Models, key: string, window: number, events: number): Promise<{ count: number; until: number }> {
  const now = Date.now()
  await hits.deleteOne({ _id: key, expires: { $lte: new Date(now) } })
  for (;;) {
    try {
      const found = await hits.findOneAndUpdate({ _id: key }, { $inc: { count: events }, $setOnInsert: { expires: new Date(now + window) } }, { upsert: true, returnDocument: 'after' }).lean<{ count: number; expires: Date }>()
      return { count: found.count, until: found.expires.getTime() }
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
}
