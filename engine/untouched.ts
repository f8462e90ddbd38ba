import type { Submission } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'

/** The returned points nothing was done about since they came back: no answer and no file is newer than what was said. */
export function untouched({ points }: Compiled, { state, points: reviews, answers, evidence }: Submission): PointInfo[] {
  if (state !== 'returned') return []
  return points.filter(({ id, fields }) => {
    const review = reviews[id]
    const said = review?.state === 'returned' ? Date.parse(review.feedback?.at(-1)?.at ?? '') : NaN
    if (Number.isNaN(said)) return false
    const since = (at: string | undefined): boolean => at !== undefined && Date.parse(at) >= said
    return !fields.some((field) => since(answers[field.id]?.at)) && !evidence.some(({ at, requirements }) => since(at) && requirements.some((each) => each.startsWith(`${id}/`)))
  })
}
