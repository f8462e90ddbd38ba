import type { Submission, Unit } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import { keptElsewhere, keptHere } from '../evidence/quota.ts'
import { operate } from '../operation.ts'
import type { SubmissionRecord } from '../records.ts'
import { district, everyone } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import { outcomeOf } from '../desk.ts'
import { demandWritable } from '../submission/guard.ts'
import { progressOf } from '../submission/progress.ts'
import { merge, type AnswerChange } from '../submission/save.ts'
import { submitted } from '../submission/submit.ts'
import { factOf } from '../store/seal.ts'
import type { Card } from '../store/port.ts'

export const submissionRoutes: Route[] = [
  route({
    method: 'GET', path: '/submissions', summary: '答卷列表', roles: everyone, query: { cycle: requests.documentId, unit: requests.documentId }, answer: answers.submissions,
    async handle({ store, desk, scope, query }: Call) {
      const cards = (await store.list('submission', scope, query['cycle'])).filter(({ unit }) => query['unit'] === undefined || unit === query['unit'])
      const benches = new Map(await Promise.all([...new Set(cards.map(({ group }) => group ?? ''))].map(async (id) => [id, await desk.bench(id)] as const)))
      return { items: cards.flatMap((card) => summaryOf(card, benches.get(card.group ?? ''))) }
    },
  }),
  route({
    method: 'GET', path: '/submissions/:id', summary: '一份答卷', roles: everyone, answer: answers.openSubmission,
    async handle({ store, desk, params, scope, quota }: Call) {
      const { head, bench, previous } = await desk.open(params['id'] ?? '', scope)
      const used = (await keptElsewhere(store, head.document)) + keptHere(head.document)
      return { submission: head.document, cycle: bench.cycle, framework: bench.framework, ...(previous ? { previous } : {}), state: bench.open ? 'open' : 'closed', quota: { used, limit: quota } }
    },
  }),
  route<{ changes: AnswerChange[]; operation?: string }>({
    method: 'PATCH', path: '/submissions/:id', summary: '保存若干个值', roles: district, body: requests.answerChanges, answer: answers.merged,
    async handle({ store, desk, params, scope, body, by, at }) {
      const { head: { id }, bench } = await desk.openOnly(params['id'] ?? '', scope)
      const now = at.toISOString()
      return store.change<SubmissionRecord, unknown>({ kind: 'submission', id, scope }, (head) => {
        if (!head) throw new Refusal('NOT_FOUND')
        demandWritable(head.document, bench, at)
        const merged = merge(head.document, bench, body.changes, by.name, now)
        const changed = Object.entries(merged.answers).filter(([name, answer]) => answer !== head.document.answers[name])
        if (!changed.length) return { result: { revision: head.revision, ...merged } }
        const document: Submission = { ...head.document, answers: { ...head.document.answers, ...merged.answers }, revision: head.revision + 1, updatedAt: now }
        const detail = { label: labelOf(document, bench), values: Object.fromEntries(changed.map(([name, { revision, status }]) => [name, { revision, status }])), ...(body.operation ? { operation: body.operation } : {}) }
        return {
          result: { revision: document.revision, ...merged },
          next: { document, state: document.state, summary: progressOf(document, bench), by, at: now, action: 'submission.saved', detail },
        }
      })
    },
  }),
  route<{ operation: string; revision: number; note?: string }>({
    method: 'POST', path: '/submissions/:id/submit', summary: '提交', roles: ['district-submitter'], body: requests.submit, answer: answers.decided,
    async handle(call) {
      const { desk, params, scope, body, by, at } = call
      const { head: { id }, bench, previous } = await desk.open(params['id'] ?? '', scope)
      return operate<SubmissionRecord>(call, 'submit', { kind: 'submission', id }, (head) => {
        demandWritable(head.document, bench, at)
        if (head.revision !== body.revision) throw new Refusal('REVISION_CONFLICT', { current: head.revision })
        const { document, outcome } = submitted(head.document, bench, previous, { by: by.name, at: at.toISOString(), revision: head.revision + 1, ...(body.note === undefined ? {} : { note: body.note }) })
        const fact = factOf(outcome)
        return {
          document, state: document.state, summary: progressOf(document, bench), facts: [fact], outcome: fact.id, answer: { submission: document, outcome },
          action: 'submission.submitted', detail: { label: labelOf(document, bench), outcome: fact.id, inputs: outcome.inputs, framework: bench.cycle.framework.hash },
        }
      })
    },
  }),
  route({
    method: 'GET', path: '/submissions/:id/outcome', summary: '一份答卷的结果', roles: everyone, query: { trace: { enum: ['0', '1'] } }, answer: answers.outcome,
    async handle({ desk, params, scope, query }: Call) {
      const opened = await desk.open(params['id'] ?? '', scope)
      return query['trace'] === '1' ? outcomeOf(opened.bench, opened.head.document, opened.previous, { hash: true, trace: true }) : desk.outcome(opened)
    },
  }),
]

/** A submission in a list; nothing if its cycle does not name it. */
export function summaryOf(card: Card, bench: Bench | undefined): unknown[] {
  const unit = unitOf(bench, card.unit)
  if (!bench || !unit || bench.submissions[unit.id] !== card.id) return []
  return [{ id: card.id, unit, state: card.state, revision: card.revision, updatedAt: card.updatedAt, ...card.summary }]
}

export function unitOf(bench: Bench | undefined, unit: string | undefined): Unit | undefined {
  return bench?.cycle.units.find(({ id }) => id === unit)
}

export function labelOf(submission: Submission, bench: Bench): string {
  return `${bench.cycle.title} ${unitOf(bench, submission.unit)?.title ?? submission.unit}`
}
