import { hashOf, sha256 } from './seal.ts'
import type { Entry, Sealed, Store } from './port.ts'

export interface Broken { seq?: number; kind: string; target: string; revision: number; reason: 'hash' | 'link' | 'gap' | 'missing' | 'content' | 'orphan' }
export interface Verified { ok: boolean; entries: number; documents: number; head: string; broken: Broken[] }

/** Recomputes every chain and holds the documents against it. `head` covers all chains: kept elsewhere, it also betrays a wholly rewritten log. */
export async function verify(store: Pick<Store, 'chains'>): Promise<Verified> {
  const broken: Broken[] = []
  const heads: string[] = []
  let entries = 0
  for await (const chain of store.chains()) {
    entries += chain.entries.length
    const wrong = brokenIn(chain.head, chain.entries)
    if (wrong && broken.length < 100) broken.push(wrong)
    const last = chain.head
    if (last) heads.push(`${last.kind}/${last.id} ${last.revision} ${last.audit}`)
  }
  return { ok: broken.length === 0, entries, documents: heads.length, head: sha256(heads.sort().join('\n')), broken }
}

function brokenIn(head: Sealed | undefined, entries: readonly Entry[]): Broken | undefined {
  let previous = ''
  let revision = 0
  for (const entry of entries) {
    const at = { seq: entry.seq, kind: entry.kind, target: entry.target, revision: entry.revision }
    if (entry.revision !== revision + 1) return { ...at, revision: revision + 1, reason: 'gap' }
    if (hashOf(entry) !== entry.hash) return { ...at, reason: 'hash' }
    if (entry.previous !== previous) return { ...at, reason: 'link' }
    previous = entry.hash
    revision = entry.revision
  }
  const last = entries.at(-1)
  if (!head) return last && { seq: last.seq, kind: last.kind, target: last.target, revision, reason: 'orphan' }
  const at = { kind: head.kind, target: head.id, revision: head.revision }
  if (revision !== head.revision || previous !== head.audit) return { ...at, reason: 'missing' }
  return last?.content === head.content ? undefined : { ...at, reason: 'content' }
}
