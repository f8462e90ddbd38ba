import type { Framework, Issue } from '../../schemas/index.ts'
import { compile, hash, runCases } from '../../engine/index.ts'
import { Refusal } from '../errors.ts'
import { editionKey, type EditionRecord } from '../records.ts'
import type { Actor, Store } from '../store/port.ts'
import { misfit } from '../validate.ts'

/** Refuses a document with errors or red golden cases. */
export function demandPublishable(document: Framework): void {
  const wrong = misfit({ $ref: 'framework.schema.json' }, document)
  if (wrong !== undefined) {
    const issue: Issue = { code: 'document.schema', severity: 'error', path: wrong.split(' ')[0] ?? '', params: { problem: wrong } }
    throw new Refusal('DOCUMENT_INVALID', { count: 1, issues: [issue] })
  }
  const { compiled, issues } = compile(document)
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (!compiled || errors.length) throw new Refusal('DOCUMENT_INVALID', { count: errors.length, issues: errors })
  const red = runCases(compiled).filter(({ pass }) => !pass)
  if (red.length) throw new Refusal('CASES_RED', { count: red.length, cases: red.slice(0, 100).map(({ point, index, name, expected, actual }) => ({ point, index, name, expected, actual })) })
}

/** Makes an edition: one creation under its own key, so of two that publish the same edition one is refused. */
export async function publishEdition(store: Store, document: Framework, note: string, by: Actor, at: string): Promise<{ id: string; edition: string; hash: string }> {
  const { id, edition, title, source } = document
  const record: EditionRecord = { document, hash: hash(document), publishedAt: at, by: by.name, note }
  await store.change<EditionRecord, undefined>({ kind: 'edition', id: editionKey(id, edition), scope: 'all' }, (head) => {
    if (head) throw new Refusal('ALREADY_EXISTS', { id: `${title} ${edition}` })
    const summary = { edition, title, ...(source ? { source } : {}), hash: record.hash, publishedAt: at, by: by.name, note }
    return { result: undefined, next: { document: record, state: 'published', group: id, summary, by, at, action: 'framework.published', detail: { label: title, edition, hash: record.hash } } }
  })
  return { id, edition, hash: record.hash }
}
