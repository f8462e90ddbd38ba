import { isDeepStrictEqual } from 'node:util'
import type { Answer, Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import type { Field } from '../fields.ts'
import { isUnlocked } from './guard.ts'
import { misshapen } from './shape.ts'

export interface AnswerChange { id: string; base: number; value?: unknown; status?: Answer['status']; reason?: string; claim?: unknown; evidence?: string[] }
export interface Conflict { id: string; current: Answer }
export interface Merged { answers: Record<string, Answer>; conflicts: Conflict[] }

/** Judges each change by itself: stored if it was made on the present revision of its value, a conflict otherwise. */
export function merge(submission: Submission, bench: Bench, changes: readonly AnswerChange[], by: string, at: string): Merged {
  demandKnown(submission, bench, changes)
  const merged: Merged = { answers: {}, conflicts: [] }
  for (const change of changes) {
    const current = merged.answers[change.id] ?? submission.answers[change.id]
    const next = nextAnswer(change, current, bench.fields.get(change.id) as Field, by, at)
    if (current && sameContent(current, next)) merged.answers[change.id] = current
    else if (change.base !== (current?.revision ?? 0)) merged.conflicts.push({ id: change.id, current: current ?? { ...next, value: null, revision: 1 } })
    else merged.answers[change.id] = next
  }
  return merged
}

function demandKnown(submission: Submission, bench: Bench, changes: readonly AnswerChange[]): void {
  const unknown = changes.filter(({ id }) => !bench.fields.has(id)).map(({ id }) => id)
  if (unknown.length) throw new Refusal('UNKNOWN_ELEMENT', { ids: unknown })
  const locked = changes.filter(({ id }) => !bench.fields.get(id)?.points.some((point) => isUnlocked(submission, point))).map(({ id }) => id)
  if (locked.length) throw new Refusal('STATE_CONFLICT', { state: submission.state, ids: locked })
  const issues = changes.flatMap(({ id, value, claim }) => [value, claim].flatMap((one) => misshapen(id, (bench.fields.get(id) as Field).element, one ?? null)))
  if (issues.length) throw new Refusal('ANSWER_INVALID', { issues })
  const files = new Set(submission.evidence.map(({ id }) => id))
  const missing = changes.flatMap(({ evidence = [] }) => evidence.filter((id) => !files.has(id)))
  if (missing.length) throw new Refusal('INVALID', { place: '/changes/evidence', problem: missing.join(', ') })
}

/** What the value becomes. A corrected value replaces the official one, which is kept; under dispute the official one still counts until the claim is upheld. */
function nextAnswer(change: AnswerChange, current: Answer | undefined, field: Field, by: string, at: string): Answer {
  const shared = { ...(change.evidence?.length ? { evidence: change.evidence } : {}), by, at, revision: (current?.revision ?? 0) + 1 }
  const official = officialOf(current)
  const value = change.value ?? null
  if (!official) {
    if (change.status === 'corrected' || change.status === 'disputed') throw new Refusal('NOT_OFFICIAL', { ids: [change.id] })
    const source = field.element['x-source']
    return { value, status: 'confirmed', source: source === undefined || source === 'official' ? 'district' : source, ...shared }
  }
  const kept = { source: current?.source ?? 'official', official: official.value, ...shared }
  const status = change.status ?? (isDeepStrictEqual(value, official.value) ? 'confirmed' : 'corrected')
  if (status === 'proposed' || status === 'confirmed') return { value: official.value, status, ...kept }
  if (!change.reason?.trim()) throw new Refusal('REASON_REQUIRED', { ids: [change.id] })
  if (status === 'corrected') return { value, status, reason: change.reason, ...kept }
  const claim = change.claim ?? value
  // What was decided is the claim, whatever is added to its reason or its files.
  const decided = current?.status === 'disputed' && current.decision && isDeepStrictEqual(claim, current.claim) ? { value: current.value, decision: current.decision } : { value: official.value }
  return { ...decided, status, claim, reason: change.reason, ...kept }
}

/** The municipal value, if there is one; it stays whatever the district says. */
function officialOf(current: Answer | undefined): { value: unknown } | undefined {
  if (!current) return undefined
  if ('official' in current) return { value: current.official }
  return current.status === 'proposed' ? { value: current.value } : undefined
}

/** Of a dispute it is the claim that is said; which value counts may have been decided since. */
function sameContent(a: Answer, b: Answer): boolean {
  const content = ({ value, status, reason, claim, evidence }: Answer) => [status === 'disputed' ? undefined : value, status, reason, claim, evidence ?? []]
  return isDeepStrictEqual(content(a), content(b))
}
