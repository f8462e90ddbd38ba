import type { Framework } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import { editionKey, type EditionRecord } from '../records.ts'
import type { Actor, Store } from '../store/port.ts'
import { factOf } from '../store/seal.ts'

export interface Published { id: string; edition: string; hash: string }

/** Makes an edition: one creation under its own key, so of two that publish the same edition one is refused. Its draft may try again with the same document. */
export async function publishEdition(store: Store, document: Framework, hash: string, note: string, by: Actor, at: string, draft?: string): Promise<Published> {
  const { id, edition, title, source } = document
  const record: EditionRecord = { document, hash, publishedAt: at, by: by.name, note }
  const published: Published = { id, edition, hash }
  const answer = factOf(published)
  const origin = draft === undefined ? {} : { facts: [answer], operation: { id: draft, fingerprint: hash, answer: answer.id } }
  return store.change<EditionRecord, Published>({ kind: 'edition', id: editionKey(id, edition), scope: 'all' }, (head) => {
    if (head?.operations.some((done) => done.id === draft && done.fingerprint === hash)) return { result: published }
    if (head) throw new Refusal('ALREADY_EXISTS', { id: `${title} ${edition}` })
    const summary = { edition, title, ...(source ? { source } : {}), hash, publishedAt: at, by: by.name, note }
    return { result: published, next: { document: record, state: 'published', group: id, summary, ...origin, by, at, action: 'framework.published', detail: { label: title, edition, hash } } }
  })
}
