import type { EvidenceRequirement, Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import { isUnlocked } from '../submission/guard.ts'

/** The requirement written `point/requirement`, in a point that may be changed now. */
export function requirementOf(bench: Bench, submission: Submission, path: string): EvidenceRequirement {
  const [pointId = '', requirementId = ''] = path.split('/')
  const requirement = bench.points.find(({ id }) => id === pointId)?.evidence?.find(({ id }) => id === requirementId)
  if (!requirement) throw new Refusal('UNKNOWN_REQUIREMENT', { id: path })
  if (!isUnlocked(submission, pointId)) throw new Refusal('STATE_CONFLICT', { state: submission.state, point: pointId })
  return requirement
}

/** Refuses one file more than the requirement takes. */
export function demandRoom(submission: Submission, path: string, { max = 10 }: EvidenceRequirement, except?: string): void {
  const count = submission.evidence.filter(({ id, requirements }) => id !== except && requirements.includes(path)).length
  if (count >= max) throw new Refusal('TOO_MANY_FILES', { max, requirement: path })
}
