import type { Answer, Cycle, Evidence, Framework, Outcome, Submission, Unit } from '../../schemas/index.ts'
import { ApiError, request, send } from './request.ts'

export type Role = 'city-admin' | 'city-editor' | 'expert' | 'district-filler' | 'district-submitter' | 'viewer'
export interface Me { id: string; name: string; title: string; role: Role; unit?: { id: string; title: string }; units?: { id: string; title: string }[]; demo: boolean }
export interface Edition { edition: string; hash: string; publishedAt: string; by?: string; note?: string; cycles: number }
export interface DraftSummary { id: string; edition: string; basedOn?: { id: string; edition: string }; revision: number; updatedAt: string; by?: string; title: string }
export interface FrameworkSummary { id: string; title: string; source?: { title: string; number?: string }; editions: Edition[]; drafts: DraftSummary[] }
export interface Draft { id: string; revision: number; document: Framework; updatedAt: string; by?: string }
export interface Published { document: Framework; hash: string; publishedAt: string; by?: string; note?: string }
export interface Progress { notStarted: number; draft: number; submitted: number; returned: number; accepted: number }
export interface CycleSummary { cycle: Cycle; state: 'open' | 'closed'; progress: Progress }
export type SubmissionState = Submission['state']
export interface SubmissionSummary { id: string; cycle?: string; unit: Unit | string; state: SubmissionState; revision: number; updatedAt?: string; done: number; total: number; evidenceBytes: number; disputed?: number; submittedAt?: string; submittedBy?: string }
export interface OpenCycle { cycle: Cycle; state: 'open' | 'closed'; framework: Framework; submissions: SubmissionSummary[] }
export interface UnitOutcome { unit: Unit | string; submission?: string; id?: string; state: SubmissionState; outcome: Outcome }
export interface OpenSubmission { submission: Submission; cycle: Cycle; framework: Framework; previous?: Record<string, unknown>; state?: 'open' | 'closed'; quota: { used: number; limit: number } }
export interface AnswerChange { id: string; base: number; value: unknown; status?: Answer['status']; reason?: string; claim?: unknown; evidence?: string[] }
export interface Saved { revision: number; answers: Record<string, Answer>; conflicts: { id: string; current: Answer }[] }
export interface User { id: string; name: string; title: string; role: Role; unit?: string; disabled?: boolean; demo?: boolean; createdAt?: string }
export interface AuditEntry { seq: number; at: string; by: string; action: string; kind: string; id: string; target: string; revision: number; detail: Record<string, unknown>; hash: string }
type From = { id: string; edition: string } | { draft: string } | { blank: true; title: string } | { document: unknown }

const path = encodeURIComponent
const query = (values: Record<string, string | number | undefined>) => new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))).toString()

/** Deeds sent and not yet answered, by what they say. */
const begun = new Map<string, string>()

/**
 * A deed on a submission with an id of its own, which the server does once however often it arrives. The id stays with the deed until it is answered:
 * a second click, a sign-in in between or a try after a lost answer send the same one. Once another deed on the submission is done, the same
 * words are a new deed: what they did the first time may have been undone.
 */
async function deed<Answer>(id: string, verb: string, body: object): Promise<Answer> {
  const on = `/submissions/${path(id)}/`
  const key = `${on}${verb} ${JSON.stringify(body)}`
  const operation = begun.get(key) ?? crypto.randomUUID()
  begun.set(key, operation)
  try {
    const answer = await request<Answer>('POST', `${on}${verb}`, { ...body, operation })
    for (const other of begun.keys()) if (other.startsWith(on)) begun.delete(other)
    return answer
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) begun.delete(key)
    throw error
  }
}

/** Every call the site makes. */
export const api = {
  me: () => request<Me>('GET', '/session', undefined, { plain: true }),
  signIn: (name: string, password: string) => request<Me>('POST', '/session', { name, password }, { plain: true }),
  changePassword: (current: string, next: string) => request<void>('POST', '/session/password', { current, next }),
  signOut: () => request<void>('DELETE', '/session', undefined, { plain: true }),

  frameworks: () => request<{ items: FrameworkSummary[] }>('GET', '/frameworks'),
  edition: (id: string, edition: string) => request<Published>('GET', `/frameworks/${path(id)}/editions/${path(edition)}`),
  /** The printable logic book of an edition, opened as a page of its own. */
  bookUrl: (id: string, edition: string) => `/api/v1/frameworks/${path(id)}/editions/${path(edition)}/book`,
  newDraft: (from: From, edition: string) => request<Draft>('POST', '/frameworks/drafts', { from, edition }),
  draft: (id: string) => request<Draft>('GET', `/drafts/${path(id)}`),
  saveDraft: (id: string, revision: number, document: Framework) => request<{ revision: number }>('PUT', `/drafts/${path(id)}`, { revision, document }),
  deleteDraft: (id: string) => request<void>('DELETE', `/drafts/${path(id)}`),
  publish: (id: string, revision: number, note: string) => request<{ id: string; edition: string; hash: string }>('POST', `/drafts/${path(id)}/publish`, { revision, note }),

  cycles: () => request<{ items: CycleSummary[] }>('GET', '/cycles'),
  cycle: (id: string) => request<OpenCycle>('GET', `/cycles/${path(id)}`),
  openCycle: (cycle: Cycle) => request<CycleSummary>('POST', '/cycles', cycle),
  closeCycle: (id: string) => request<void>('POST', `/cycles/${path(id)}/close`, {}),
  reopenCycle: (id: string) => request<void>('POST', `/cycles/${path(id)}/reopen`, {}),
  outcomes: (cycle: string) => request<{ units: UnitOutcome[] }>('GET', `/cycles/${path(cycle)}/outcomes`),

  submission: (id: string) => request<OpenSubmission>('GET', `/submissions/${path(id)}`),
  submissions: (filter: { cycle?: string; unit?: string } = {}) => request<{ items: SubmissionSummary[] }>('GET', `/submissions?${query(filter)}`),
  save: (id: string, changes: AnswerChange[]) => request<Saved>('PATCH', `/submissions/${path(id)}`, { changes }),
  submit: (id: string, revision: number, note?: string) => deed<{ submission: Submission; outcome: Outcome }>(id, 'submit', { revision, ...(note ? { note } : {}) }),
  giveBack: (id: string, points: Record<string, string>) => deed<{ submission?: Submission }>(id, 'return', { points }),
  accept: (id: string, points?: string[]) => deed<{ submission?: Submission }>(id, 'accept', points ? { points } : {}),
  judge: (id: string, point: string, revision: number, level: string, reason: string) => deed<{ submission?: Submission; outcome?: Outcome }>(id, 'judge', { point, revision, level, reason }),
  decide: (id: string, element: string, revision: number, upheld: boolean, reason: string) => deed<{ submission?: Submission }>(id, 'decide', { element, revision, upheld, reason }),
  outcome: (id: string) => request<Outcome>('GET', `/submissions/${path(id)}/outcome`),

  upload: (id: string, file: File, requirement: string, onProgress: (sent: number, total: number) => void, signal?: AbortSignal) =>
    send<Evidence>(`/submissions/${path(id)}/evidence?${query({ name: file.name, requirement })}`, file, onProgress, signal),
  cite: (id: string, evidence: string, requirements: string[]) => request<Evidence>('PATCH', `/submissions/${path(id)}/evidence/${path(evidence)}`, { requirements }),
  removeEvidence: (id: string, evidence: string) => request<void>('DELETE', `/submissions/${path(id)}/evidence/${path(evidence)}`),
  evidenceUrl: (id: string, evidence: string) => `/api/v1/submissions/${path(id)}/evidence/${path(evidence)}`,

  users: () => request<{ items: User[] }>('GET', '/users'),
  createUser: (user: { name: string; title: string; role: Role; unit?: string; password: string }) => request<User>('POST', '/users', user),
  changeUser: (id: string, change: Partial<{ title: string; role: Role; unit: string; password: string; disabled: boolean }>) => request<User>('PATCH', `/users/${path(id)}`, change),
  audit: (filter: { before?: string | number; limit?: number } = {}) => request<{ items: AuditEntry[]; next?: string | number }>('GET', `/audit?${query(filter)}`),
  verifyAudit: () => request<{ ok: boolean; entries: number; head: string }>('GET', '/audit/verify'),
}
