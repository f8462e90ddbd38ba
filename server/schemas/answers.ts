import { list, object } from './requests.ts'
import type { Schema } from '../validate.ts'

const string: Schema = { type: 'string' }
const integer: Schema = { type: 'integer' }
const boolean: Schema = { type: 'boolean' }
export const framework: Schema = { type: 'object', title: 'Framework', description: 'framework.schema.json' }
const ref = (name: string): Schema => ({ $ref: `${name}.schema.json` })
const answer: Schema = { $ref: 'submission.schema.json#/$defs/answer' }
export const evidence: Schema = { $ref: 'submission.schema.json#/$defs/evidence' }
export const submission = ref('submission')
export const outcome = ref('outcome')
const unit: Schema = { $ref: 'cycle.schema.json#/$defs/unit' }
const cycle = ref('cycle')
const unitName = object({ id: string, title: string })

export const me = object({ id: string, name: string, title: string, role: string, 'unit?': unitName, 'units?': list(unitName), demo: boolean })
const draftCard = object({ id: string, edition: string, 'basedOn?': { type: 'object' }, revision: integer, updatedAt: string, by: string, title: string })
export const frameworks = object({
  items: list(object({
    id: string, title: string, 'source?': { type: 'object' },
    editions: list(object({ edition: string, hash: string, publishedAt: string, by: string, note: string, cycles: integer })), drafts: list(draftCard),
  })),
})
export const draft = object({ id: string, revision: integer, document: framework, updatedAt: string, by: string })
export const edition = object({ document: framework, hash: string, publishedAt: string, by: string, note: string })
export const published = object({ id: string, edition: string, hash: string })
export const saved = object({ revision: integer })

const progress = object({ notStarted: integer, draft: integer, submitted: integer, returned: integer, accepted: integer })
export const cycleSummary = object({ cycle, state: { enum: ['open', 'closed'] }, progress })
export const cycles = object({ items: list(cycleSummary) })
const submissionSummary = object({
  id: string, cycle: string, unit, state: string, revision: integer, updatedAt: string, done: integer, total: integer, evidenceBytes: integer, 'disputed?': integer, 'submittedAt?': string, 'submittedBy?': string,
})
export const submissions = object({ items: list(submissionSummary, 100_000) })
export const openCycle = object({ cycle, state: { enum: ['open', 'closed'] }, framework, submissions: list(submissionSummary) })
export const outcomes = object({ units: list(object({ unit, submission: string, state: string, outcome })) })
export const openSubmission = object({ submission, cycle, framework, 'previous?': { type: 'object' }, state: { enum: ['open', 'closed'] }, quota: object({ used: integer, limit: integer }) })
export const merged = object({ revision: integer, answers: { type: 'object', additionalProperties: answer }, conflicts: list(object({ id: string, current: answer })) })
export const decided = object({ submission, outcome })

export const user = object({ id: string, name: string, title: string, role: string, 'unit?': string, disabled: boolean, demo: boolean, createdAt: string })
export const users = object({ items: list(user, 100_000) })
export const audit = object({
  items: list(object({
    seq: integer, at: string, by: string, actor: object({ id: string, name: string }), action: string, kind: string, id: string, target: string,
    revision: integer, detail: { type: 'object' }, content: string, previous: string, hash: string,
  })),
  'next?': integer,
})
export const verified = object({
  ok: boolean, entries: integer, documents: integer, head: string,
  broken: list(object({ 'seq?': integer, kind: string, target: string, revision: integer, reason: string })),
})
