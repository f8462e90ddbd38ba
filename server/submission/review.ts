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

/** Records a person's level for a point, if it lies within what the computed limits leave open. */
export function judged(
  submission: Submission, bench: Bench, previous: Record<string, unknown> | undefined, { point, level, reason }: { point: string; level: string; reason: string }, { by, at, revision }: Stamp,
): { document: Submission; outcome: Outcome } {
  const rubric = bench.points.find(({ id }) => id === point)?.rubric
  if (rubric?.method !== 'judged') throw new Refusal('UNKNOWN_POINT', { ids: [point] })
  const { [point]: _, ...others } = submission.judgements
  const open = outcomeOf(bench, { ...submission, judgements: others }, previous).nodes[point]
  if (!open?.possible.includes(level)) throw new Refusal('LEVEL_NOT_ALLOWED', { point, level, possible: open?.possible ?? [] })
  const document: Submission = { ...submission, judgements: { ...others, [point]: { level, reason, by, at } }, revision, updatedAt: at }
  return { document, outcome: outcomeOf(bench, document, previous, { hash: true }) }
}

function demandPoints(bench: Bench, ids: readonly string[]): void {
  const unknown = ids.filter((id) => !bench.points.some((point) => point.id === id))
  if (unknown.length) throw new Refusal('UNKNOWN_POINT', { ids: unknown })
}
