import type { Evidence, Submission } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'

/** The returned points nothing was done about since they came back: no answer is newer than what was said, and the files are the same. */
export function untouched({ points }: Compiled, { state, points: reviews, answers }: Submission): PointInfo[] {
  if (state !== 'returned') return []
  return points.filter(({ id, fields }) => {
    const review = reviews[id]
    const said = review?.state === 'returned' && !review.filesChanged ? Date.parse(review.feedback?.at(-1)?.at ?? '') : NaN
    return !Number.isNaN(said) && !fields.some((field) => Date.parse(answers[field.id]?.at ?? '') >= said)
  })
}

/** The submission with other files; a returned point that has not the same ones any more was worked on. */
export function withFiles(submission: Submission, evidence: Evidence[]): Submission {
  const filesOf = (point: string, list: readonly Evidence[]): string[] => list.flatMap(({ id, requirements }) => requirements.filter((each) => each.startsWith(`${point}/`)).map((each) => `${each} ${id}`))
  const points = Object.entries(submission.points).map(([id, review]) => {
    const before = new Set(filesOf(id, submission.evidence))
    const now = filesOf(id, evidence)
    const same = now.length === before.size && now.every((each) => before.has(each))
    return [id, review.state !== 'returned' || same ? review : { ...review, filesChanged: true }] as const
  })
  return { ...submission, evidence, points: Object.fromEntries(points) }
}
