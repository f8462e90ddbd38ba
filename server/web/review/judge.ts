import type { EvaluationPoint, Submission } from '../../../schemas/index.ts'
import { api } from '../api.ts'
import { ApiError } from '../request.ts'
import { fieldsOf } from '../value.tsx'
import type { Reading } from './reading.ts'

/** Whether a decision was refused because what it was made on has changed since. */
export const hasMoved = (error: unknown): boolean => error instanceof ApiError && error.code === 'REVISION_CONFLICT'

/** Judges a point as it was read. Where only other points of the form have moved since, the judgement stands and is sent on the newer form. */
export async function judge({ framework, submission }: Pick<Reading, 'framework' | 'submission'>, point: EvaluationPoint, level: string, reason: string): Promise<void> {
  const fields = fieldsOf(framework, point)
  const read = ({ answers, evidence, judgements, points, submittedAt }: Submission) => JSON.stringify([
    submittedAt, fields.map(({ id }) => answers[id]), evidence.filter(({ requirements }) => requirements.some((one) => one.startsWith(`${point.id}/`))), judgements[point.id], points[point.id],
  ])
  for (let now = submission; ; now = (await api.submission(submission.id)).submission) {
    if (read(now) !== read(submission)) throw new ApiError(409, 'REVISION_CONFLICT', '')
    try {
      await api.judge(now.id, point.id, now.revision, level, reason)
      return
    } catch (error) {
      if (!hasMoved(error)) throw error
    }
  }
}
