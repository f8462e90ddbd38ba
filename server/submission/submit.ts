import { inputOf } from '../../engine/index.ts'
import type { Outcome, Submission } from '../../schemas/index.ts'
import { outcomeOf, type Bench } from '../desk.ts'
import { demandReady } from './ready.ts'

/** The submission as handed in, with its outcome; refuses while something must be put right first. Returned points become open for review again, and whoever judged them judges anew. */
export function submitted(
  submission: Submission, bench: Bench, previous: Record<string, unknown> | undefined, { by, at, revision, note }: { by: string; at: string; revision: number; note?: string },
): { document: Submission; outcome: Outcome } {
  const points = Object.fromEntries(Object.entries(submission.points).map(([id, review]) => [id, review.state === 'returned' ? { ...review, state: 'open' as const } : review]))
  const judgements = Object.fromEntries(Object.entries(submission.judgements).filter(([id]) => submission.points[id]?.state !== 'returned'))
  const document: Submission = { ...submission, state: 'submitted', points, judgements, revision, ...(note ? { note } : {}), submittedBy: by, submittedAt: at, updatedAt: at }
  const outcome = outcomeOf(bench, document, previous, { hash: true })
  demandReady(submission, bench, inputOf(submission, { cycle: bench.cycle, ...(previous ? { previous } : {}) }), outcome, note)
  return { document, outcome }
}
