import { isDeepStrictEqual } from 'node:util'
import type { Outcome, Submission } from '../../schemas/index.ts'
import { outcomeOf, type Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'

interface Stamp { by: string; at: string; revision: number }

/** Gives points back with feedback; only these are unlocked. */
export function givenBack(submission: Submission, bench: Bench, points: Record<string, string>, { by, at, revision }: Stamp): Submission {
  demandPoints(bench, Object.keys(points))
  const returned = Object.fromEntries(Object.entries(points).map(([id, text]) => {
    const feedback = [...(submission.points[id]?.feedback ?? []), { text, by, at }]
    return [id, { state: 'returned' as const, feedback }]
  }))
  return { ...submission, state: 'returned', points: { ...submission.points, ...returned }, revision, updatedAt: at }
}

/** Accepts the points named, or all of them and with them the submission. */
export function accepted(submission: Submission, bench: Bench, only: readonly string[] | undefined, { at, revision }: Stamp): Submission {
  const ids = only ?? bench.points.map(({ id }) => id)
  demandPoints(bench, ids)
  const points = Object.fromEntries(ids.map((id) => [id, { ...submission.points[id], state: 'accepted' as const }]))
  return { ...submission, ...(only ? {} : { state: 'accepted' as const }), points: { ...submission.points, ...points }, revision, updatedAt: at }
}

/** Records a person's level for a point of the form as it was seen, if it lies within what the computed limits leave open. */
export function judged(
  submission: Submission, bench: Bench, previous: Record<string, unknown> | undefined, { point, revision: seen, level, reason }: { point: string; revision: number; level: string; reason: string }, { by, at, revision }: Stamp,
): { document: Submission; outcome: Outcome } {
  const rubric = bench.points.find(({ id }) => id === point)?.rubric
  if (rubric?.method !== 'judged') throw new Refusal('UNKNOWN_POINT', { ids: [point] })
  demandSeen(seen, submission.revision)
  demandNotAccepted(submission, [point])
  const { [point]: _, ...others } = submission.judgements
  const open = outcomeOf(bench, { ...submission, judgements: others }, previous).nodes[point]
  if (!open?.possible.includes(level)) throw new Refusal('LEVEL_NOT_ALLOWED', { point, level, possible: open?.possible ?? [] })
  const document: Submission = { ...submission, judgements: { ...others, [point]: { level, reason, by, at } }, revision, updatedAt: at }
  return { document, outcome: outcomeOf(bench, document, previous, { hash: true }) }
}

/** Decides a dispute as it was seen: what is upheld counts with the unit's value, what is not with the official one. Both are kept, and so is the decision. */
export function disputeDecided(
  submission: Submission, bench: Bench, { element, revision: seen, upheld, reason }: { element: string; revision: number; upheld: boolean; reason: string }, { by, at, revision }: Stamp,
): Submission {
  const answer = Object.hasOwn(submission.answers, element) ? submission.answers[element] : undefined
  if (answer?.status !== 'disputed') throw new Refusal('NOT_DISPUTED', { ids: [element] })
  demandSeen(seen, answer.revision)
  demandNotAccepted(submission, bench.fields.get(element)?.points ?? [])
  const { official = null, claim = null } = answer
  if (upheld && (claim === null || isDeepStrictEqual(claim, official))) throw new Refusal('CLAIM_MISSING', { ids: [element] })
  const decided = { ...answer, value: upheld ? claim : official, decision: { upheld, reason, by, at }, revision: answer.revision + 1 }
  return { ...submission, answers: { ...submission.answers, [element]: decided }, revision, updatedAt: at }
}

function demandPoints(bench: Bench, ids: readonly string[]): void {
  const unknown = ids.filter((id) => !bench.points.some((point) => point.id === id))
  if (unknown.length) throw new Refusal('UNKNOWN_POINT', { ids: unknown })
}

function demandSeen(seen: number, current: number): void {
  if (seen !== current) throw new Refusal('REVISION_CONFLICT', { current })
}

/** The number of an accepted point does not change under its acceptance. */
function demandNotAccepted(submission: Submission, points: readonly string[]): void {
  const ids = points.filter((id) => submission.points[id]?.state === 'accepted')
  if (ids.length) throw new Refusal('POINT_ACCEPTED', { ids })
}
