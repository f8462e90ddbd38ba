import { isOver } from '../../engine/index.ts'
import type { Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'

/** Refuses when the district may not write now at all. */
export function demandWritable(submission: Submission, bench: Bench, at: Date): void {
  if (!bench.open) throw new Refusal('CYCLE_CLOSED')
  if (submission.state !== 'draft' && submission.state !== 'returned') throw new Refusal('STATE_CONFLICT', { state: submission.state })
  const deadline = bench.cycle.deadlines?.submission
  if (submission.state === 'draft' && isOver(deadline, at)) throw new Refusal('DEADLINE_PASSED', { deadline })
}

/** In a draft every point is open; after a return only the returned ones. */
export function isUnlocked(submission: Submission, point: string): boolean {
  return submission.state === 'draft' || (submission.state === 'returned' && submission.points[point]?.state === 'returned')
}

/** Refuses when the office may not decide now. */
export function demandSubmitted(submission: Submission, bench: Bench): void {
  if (!bench.open) throw new Refusal('CYCLE_CLOSED')
  if (submission.state !== 'submitted') throw new Refusal('STATE_CONFLICT', { state: submission.state })
}
