import { createHash } from 'node:crypto'
import type { Entry, Fact, Head, Kind, Next, Operation } from './port.ts'

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** A value as an immutable fact. */
export function factOf(value: unknown): Fact {
  const body = JSON.stringify(value)
  return { id: sha256(body), body }
}

/** A version in the form both adapters store it. The document is text: it holds keys such as `$ref` and must come back byte for byte. */
export interface Row {
  kind: Kind
  id: string
  revision: number
  unit: string | null
  group: string | null
  state: string
  summary: string
  body: string
  operations: string
  outcome: string | null
  audit: string
  updatedAt: string
}

export function contentOf(row: Omit<Row, 'audit'>): string {
  return sha256(JSON.stringify([row.kind, row.id, row.revision, row.unit, row.group, row.state, row.summary, sha256(row.body), sha256(row.operations), row.outcome]))
}

export function hashOf(entry: Omit<Entry, 'seq' | 'hash'>): string {
  const { kind, target, unit, revision, at, by, action, detail, content, previous } = entry
  return sha256(JSON.stringify([kind, target, unit ?? null, revision, at, by.id, by.name, action, detail, content, previous]))
}

const remembered = 100

/** The row and the audit entry for the next version of a document. */
export function seal(kind: Kind, id: string, head: Head | undefined, next: Next<unknown>): { row: Row; entry: Omit<Entry, 'seq'> } {
  const operations: Operation[] = [...(head?.operations ?? []), ...(next.operation ? [next.operation] : [])].slice(-remembered)
  const unit = next.unit ?? head?.unit
  const loose = {
    kind, id, revision: (head?.revision ?? 0) + 1, unit: unit ?? null, group: next.group ?? head?.group ?? null, state: next.state,
    summary: JSON.stringify(next.summary ?? head?.summary ?? {}), body: JSON.stringify(next.document), operations: JSON.stringify(operations),
    outcome: next.outcome ?? null, updatedAt: next.at,
  }
  const open = {
    kind, target: id, ...(unit === undefined ? {} : { unit }), revision: loose.revision, at: next.at, by: { id: next.by.id, name: next.by.name },
    action: next.action, detail: JSON.stringify(next.detail ?? {}), content: contentOf(loose), previous: head?.audit ?? '',
  }
  const hash = hashOf(open)
  return { row: { ...loose, audit: hash }, entry: { ...open, hash } }
}

export function cardOf(row: Omit<Row, 'body' | 'operations' | 'outcome' | 'audit'>): { kind: Kind; id: string; revision: number; unit?: string; group?: string; state: string; summary: Record<string, unknown>; updatedAt: string } {
  return {
    kind: row.kind, id: row.id, revision: row.revision, ...(row.unit === null ? {} : { unit: row.unit }), ...(row.group === null ? {} : { group: row.group }),
    state: row.state, summary: JSON.parse(row.summary) as Record<string, unknown>, updatedAt: row.updatedAt,
  }
}

export function headOf<Document>(row: Row): Head<Document> {
  return {
    ...cardOf(row), document: JSON.parse(row.body) as Document, operations: JSON.parse(row.operations) as Operation[],
    ...(row.outcome === null ? {} : { outcome: row.outcome }), audit: row.audit,
  }
}
