import type { Framework } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import { editionKey, type EditionRecord } from '../records.ts'
import type { Actor, Store } from '../store/port.ts'

/** Makes an edition: one creation under its own key, so of two that publish the same edition one is refused. */
export async function publishEdition(store: Store, document: Framework, hash: string, note: string, by: Actor, at: string): Promise<{ id: string; edition: string; hash: string }> {
  const { id, edition, title, source } = document
  const record: EditionRecord = { document, hash, publishedAt: at, by: by.name, note }
  await store.change<EditionRecord, undefined>({ kind: 'edition', id: editionKey(id, edition), scope: 'all' }, (head) => {
    if (head) throw new Refusal('ALREADY_EXISTS', { id: `${title} ${edition}` })
    const summary = { edition, title, ...(source ? { source } : {}), hash, publishedAt: at, by: by.name, note }
    return { result: undefined, next: { document: record, state: 'published', group: id, summary, by, at, action: 'framework.published', detail: { label: title, edition, hash } } }
  })
  return { id, edition, hash }
}
