import mongoose, { type Connection } from 'mongoose'
import type { Kind } from './port.ts'
import type { Row } from './seal.ts'

export interface HeadDocument extends Row { _id: string }
export interface EntryDocument {
  _id: string; seq: number; kind: Kind; target: string; unit: string | null; revision: number; at: string; actor: string; name: string
  action: string; detail: string; content: string; previous: string
  /** Known to be on the chain of its head; merely spares looking again. */
  settled: boolean
}
interface Fact { _id: string; body: string }
interface SessionDocument { _id: string; user: string; expires: Date }
interface Hits { _id: string; count: number; expires: Date }
interface Counter { _id: string; value: number }
export interface BlobDocument { _id: string; file: mongoose.Types.ObjectId; bytes: number; at: Date }

const text = { type: String, required: true } as const
const maybe = { type: String, default: null } as const
const anyText = { type: String, default: '' } as const
const number = { type: Number, required: true } as const
const date = { type: Date, required: true } as const
const strict = { strict: 'throw', strictQuery: 'throw', versionKey: false, minimize: false, autoCreate: false, autoIndex: false } as const

/** The collections. Documents lie in `body` as text; what queries need stands beside it. */
export function modelsOf(connection: Connection) {
  const heads = new mongoose.Schema<HeadDocument>({
    _id: text, kind: text, id: text, revision: number, unit: maybe, group: maybe, state: text, summary: text, body: text, operations: text, outcome: maybe, audit: text, updatedAt: text,
  }, { ...strict, id: false, collection: 'heads' }).index({ kind: 1, group: 1, unit: 1 })
  const entries = new mongoose.Schema<EntryDocument>({
    _id: text, seq: number, kind: text, target: text, unit: maybe, revision: number, at: text, actor: text, name: anyText, action: text, detail: text, content: text, previous: anyText, settled: { type: Boolean, required: true },
  }, { ...strict, collection: 'entries' }).index({ seq: -1 }).index({ kind: 1, target: 1, revision: 1 })
  const sessions = new mongoose.Schema<SessionDocument>({ _id: text, user: text, expires: date }, { ...strict, collection: 'sessions' }).index({ expires: 1 }, { expireAfterSeconds: 0 }).index({ user: 1 })
  const hits = new mongoose.Schema<Hits>({ _id: text, count: number, expires: date }, { ...strict, collection: 'hits' }).index({ expires: 1 }, { expireAfterSeconds: 0 })
  return {
    heads: connection.model('Head', heads),
    entries: connection.model('Entry', entries),
    facts: connection.model('Fact', new mongoose.Schema<Fact>({ _id: text, body: text }, { ...strict, collection: 'facts' })),
    sessions: connection.model('Session', sessions),
    hits: connection.model('Hits', hits),
    counters: connection.model('Counter', new mongoose.Schema<Counter>({ _id: text, value: number }, { ...strict, collection: 'counters' })),
    blobs: connection.model('Blob', new mongoose.Schema<BlobDocument>({ _id: text, file: { type: mongoose.Schema.Types.ObjectId, required: true }, bytes: number, at: date }, { ...strict, collection: 'blobs' })),
  }
}
export type Models = ReturnType<typeof modelsOf>
