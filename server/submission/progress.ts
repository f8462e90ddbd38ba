import type { Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'

/** How far a form is, for lists: fields somebody stands by, of those that ask for a value or have one. An optional field left empty is nothing to do. `disputed` are the disputes nobody has decided. */
export function progressOf(submission: Submission, bench: Pick<Bench, 'fields'>): Record<string, unknown> {
  const answers = [...bench.fields.values()].map(({ id, required }) => ({ required, answer: submission.answers[id] }))
  const given = answers.filter(({ answer }) => answer !== undefined && answer.value !== null)
  const done = given.filter(({ answer }) => answer?.status !== 'proposed').length
  const total = given.length + answers.filter(({ required, answer }) => required && (answer === undefined || answer.value === null)).length
  const disputed = given.filter(({ answer }) => answer?.status === 'disputed' && !answer.decision).length
  return {
    done, total, ...(disputed ? { disputed } : {}), evidenceBytes: submission.evidence.reduce((sum, { bytes }) => sum + bytes, 0), cycle: submission.cycle,
    ...(submission.submittedAt === undefined ? {} : { submittedAt: submission.submittedAt }), ...(submission.submittedBy === undefined ? {} : { submittedBy: submission.submittedBy }),
  }
}
