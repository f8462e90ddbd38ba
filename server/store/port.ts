import type { Readable } from 'node:stream'

/** What the store keeps under one head document with a revision. */
export type Kind = 'user' | 'draft' | 'edition' | 'cycle' | 'submission'

/** Whose documents a query may see. A unit sees its own; the query itself leaves out the others. */
export type Scope = 'all' | { unit: string }

/** An operation already done on a document, so that a repeated request gets the first answer again. */
export interface Operation { id: string; fingerprint: string; answer: string }

/** What a list shows of a document without opening it. */
export interface Card {
  kind: Kind
  id: string
  revision: number
  unit?: string
  /** What it belongs to: the cycle of a submission, the framework of an edition or draft. */
  group?: string
  state: string
  summary: Record<string, unknown>
  updatedAt: string
}

/** The head of a document: its latest true version. */
export interface Head<Document = unknown> extends Card {
  document: Document
  operations: Operation[]
  /** The fact that holds the outcome computed for this version. */
  outcome?: string
  /** Hash of the audit entry that made this version true. */
  audit: string
}

export interface Actor { id: string; name: string }

/** The next version of a document, with the entry that will vouch for it and the facts it rests on. */
export interface Next<Document> {
  document: Document
  state: string
  unit?: string
  group?: string
  summary?: Record<string, unknown>
  /** Added to those already there; the oldest beyond a hundred are forgotten. */
  operation?: Operation
  outcome?: string
  facts?: Fact[]
  by: Actor
  at: string
  action: string
  detail?: Record<string, unknown>
}

/** An immutable text, addressed by the SHA-256 of its body. */
export interface Fact { id: string; body: string }

/** What an edit decides: an answer, and the next version if something changes. */
export interface Edit<Document, Result> { result: Result; next?: Next<Document> }

/** One line of the audit log. Entries of one document form a chain; the head names the last. */
export interface Entry {
  /** Order of arrival in this store. */
  seq: number
  kind: Kind
  target: string
  unit?: string
  revision: number
  at: string
  by: Actor
  action: string
  /** JSON text, as hashed. */
  detail: string
  /** SHA-256 of the whole version this entry vouches for. */
  content: string
  previous: string
  hash: string
}

/** A head as it lies in the store, for checking it against its chain. */
export interface Sealed { kind: Kind; id: string; revision: number; audit: string; content: string }

export interface Session { user: string; expires: number }

/** Evidence bytes, addressed by their SHA-256. */
export interface Blobs {
  /** Stores the bytes durably; if the source fails nothing is left behind. */
  put(source: Readable): Promise<{ sha256: string; bytes: number }>
  /** A stream of exactly the bytes stored, or undefined. */
  open(sha256: string): Promise<Readable | undefined>
  /** Removes what is not in `used` and older than `before` (ms). */
  sweep(used: ReadonlySet<string>, before: number): Promise<number>
}

/**
 * Everything the server remembers. Nothing needs a transaction over several documents: facts and the audit entry are written first,
 * and one compare-and-set on the head makes them true.
 */
export interface Store {
  readonly name: string
  get<Document>(kind: Kind, id: string, scope: Scope): Promise<Head<Document> | undefined>
  list(kind: Kind, scope: Scope, group?: string): Promise<Card[]>
  all<Document>(kind: Kind, scope: Scope, group?: string): Promise<Head<Document>[]>
  /**
   * Runs `edit` on the current version and stores what it returns. `edit` is synchronous and pure: when another writer was faster it runs again.
   * Resolves only when the version is durable.
   */
  change<Document, Result>(at: { kind: Kind; id: string; scope: Scope }, edit: (head: Head<Document> | undefined) => Edit<Document, Result>): Promise<Result>
  /** Writes facts ahead of a change that will refer to them. */
  keep(facts: readonly Fact[]): Promise<void>
  fact(id: string): Promise<string | undefined>

  /** True entries, newest first. */
  entries(filter: { before?: number; limit: number; target?: string; kind?: Kind }): Promise<Entry[]>
  /** Every head and the chain behind it, oldest entry first. */
  chains(): AsyncIterable<{ head: Sealed | undefined; entries: Entry[] }>

  openSession(id: string, session: Session): Promise<void>
  session(id: string): Promise<Session | undefined>
  closeSession(id: string): Promise<void>
  closeSessionsOf(user: string): Promise<void>

  /** Counts events under a key for `window` milliseconds; the count so far and when it lapses. */
  hit(key: string, window: number, events?: number): Promise<{ count: number; until: number }>
  forgive(key: string): Promise<void>

  readonly blobs: Blobs
  /** Throws when the store cannot be read. */
  check(): Promise<void>
  close(): Promise<void>
}
