import { randomUUID } from 'node:crypto'
import type { Framework } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import { blankFramework } from '../framework/blank.ts'
import { publishEdition } from '../framework/publish.ts'
import type { DraftRecord } from '../records.ts'
import { editors } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import type { Head } from '../store/port.ts'
import { demand, demandVisible } from '../validate.ts'
import { work } from '../work/work.ts'

type From = { id: string; edition: string } | { draft: string } | { blank: true; title: string } | { document: Framework }

export const draftRoutes: Route[] = [
  route<{ from: From; edition: string }>({
    method: 'POST', path: '/frameworks/drafts', summary: '新建草稿', roles: editors, body: requests.newDraft, document: true, answer: answers.draft, status: 201,
    async handle(call) {
      const { store, body, by, at } = call
      const record = await startOf(call, body.from, body.edition)
      if (await call.desk.edition(record.document.id, body.edition)) throw new Refusal('ALREADY_EXISTS', { place: '/edition', id: `${record.document.title} ${body.edition}` })
      const id = randomUUID()
      const head = await store.change<DraftRecord, Head<DraftRecord>>({ kind: 'draft', id, scope: 'all' }, () => {
        const next = { document: record, state: 'draft', group: record.document.id, summary: cardOf(record, by.name), by, at: at.toISOString(), action: 'draft.created', detail: named(record) }
        return { result: { kind: 'draft', id, revision: 1, operations: [], audit: '', updatedAt: next.at, ...next }, next }
      })
      return shown(head)
    },
  }),
  route({
    method: 'GET', path: '/drafts/:id', summary: '一份草稿', roles: editors, answer: answers.draft,
    handle: async (call: Call) => shown(await found(call)),
  }),
  route<{ revision: number; document: Framework }>({
    method: 'PUT', path: '/drafts/:id', summary: '保存草稿', roles: editors, body: requests.saveDraft, document: true, answer: answers.saved,
    async handle({ store, params, body, by, at }) {
      return store.change<DraftRecord, { revision: number }>({ kind: 'draft', id: params['id'] ?? '', scope: 'all' }, (head) => {
        const now = demandDraft(head, body.revision)
        const record = { ...now.document, document: body.document }
        return {
          result: { revision: now.revision + 1 },
          next: { document: record, state: 'draft', group: body.document.id, summary: cardOf(record, by.name), by, at: at.toISOString(), action: 'draft.saved', detail: named(record) },
        }
      })
    },
  }),
  route({
    method: 'DELETE', path: '/drafts/:id', summary: '删除草稿', roles: editors,
    async handle({ store, params, by, at }: Call) {
      await store.change<DraftRecord, undefined>({ kind: 'draft', id: params['id'] ?? '', scope: 'all' }, (head) => {
        const now = demandDraft(head)
        return { result: undefined, next: { document: now.document, state: 'deleted', by, at: at.toISOString(), action: 'draft.deleted', detail: named(now.document) } }
      })
    },
  }),
  route<{ revision: number; note: string }>({
    method: 'POST', path: '/drafts/:id/publish', summary: '发布草稿为版次', roles: editors, body: requests.publish, answer: answers.published,
    async handle(call) {
      const { store, body, by, at } = call
      const id = call.params['id'] ?? ''
      const draft = await store.get<DraftRecord>('draft', id, 'all')
      const done = draft?.state === 'published' && draft.revision === body.revision + 1 ? await call.desk.edition(draft.document.document.id, draft.document.document.edition) : undefined
      if (done) return { id: done.document.id, edition: done.document.edition, hash: done.hash }
      const { document: record } = demandDraft(draft, body.revision)
      const hash = await work('publishable', record.document)
      demandVisible('/title', record.document.title)
      const published = await publishEdition(store, record.document, hash, body.note, by, at.toISOString(), id)
      await store.change<DraftRecord, undefined>({ kind: 'draft', id, scope: 'all' }, (head) => {
        if (!head || head.state !== 'draft' || head.revision !== body.revision) return { result: undefined }
        return { result: undefined, next: { document: head.document, state: 'published', by, at: at.toISOString(), action: 'draft.published', detail: { ...named(record), hash: published.hash } } }
      })
      return published
    },
  }),
]

async function found({ store, params }: Pick<Call, 'store' | 'params'>): Promise<Head<DraftRecord>> {
  return demandDraft(await store.get<DraftRecord>('draft', params['id'] ?? '', 'all'))
}

function demandDraft(head: Head<DraftRecord> | undefined, revision?: number): Head<DraftRecord> {
  if (!head || head.state !== 'draft') throw new Refusal('NOT_FOUND')
  if (revision !== undefined && head.revision !== revision) throw new Refusal('REVISION_CONFLICT', { current: shown(head) })
  return head
}

/** A new edition starts from another, from a draft, from a file, or from nothing. */
async function startOf({ desk, store }: Pick<Call, 'desk' | 'store'>, from: From, edition: string): Promise<DraftRecord> {
  if ('blank' in from) return { document: blankFramework(from.title, edition) }
  if ('document' in from) {
    const document = { ...from.document, edition }
    demand({ $ref: 'framework.schema.json' }, document)
    return { document, ...(document.basedOn ? { basedOn: document.basedOn } : {}) }
  }
  if ('draft' in from) {
    const { document } = await found({ store, params: { id: from.draft } })
    return { ...document, document: { ...document.document, edition } }
  }
  const base = await desk.edition(from.id, from.edition)
  if (!base) throw new Refusal('UNKNOWN_EDITION', { edition: `${from.id} ${from.edition}` })
  const basedOn = { id: from.id, edition: from.edition }
  const { succession: _, ...document } = base.document
  return { document: { ...document, edition, basedOn: { ...basedOn, hash: base.hash } }, basedOn }
}

function cardOf({ document, basedOn }: DraftRecord, by: string): Record<string, unknown> {
  return { edition: String(document.edition), title: String(document.title), ...(document.source ? { source: document.source } : {}), ...(basedOn ? { basedOn: { id: basedOn.id, edition: basedOn.edition } } : {}), by }
}

const named = ({ document }: DraftRecord) => ({ label: String(document.title), edition: String(document.edition) })

function shown({ id, revision, document, updatedAt, summary }: Head<DraftRecord>): unknown {
  return { id, revision, document: document.document, updatedAt, by: summary['by'] ?? '' }
}
