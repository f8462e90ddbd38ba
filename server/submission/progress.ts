import type { Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'

/** How far a form is: fields with a value somebody stands by, of all fields. For lists. */
export function progressOf(submission: Submission, bench: Pick<Bench, 'fields'>): Record<string, unknown> {
  const fields = [...bench.fields.keys()]
  const done = fields.filter((id) => {
    const answer = submission.answers[id]
    return answer !== undefined && answer.status !== 'proposed' && answer.value !== null
  }).length
  return {
    done, total: fields.length, cycle: submission.cycle,
    ...(submission.submittedAt === undefined ? {} : { submittedAt: submission.submittedAt }), ...(submission.submittedBy === undefined ? {} : { submittedBy: submission.submittedBy }),
  }
}
