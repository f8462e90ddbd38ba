import type { Issue, Outcome, Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import { isUnlocked } from './guard.ts'

/**
 * Refuses to take a form while something is missing or wrong, or something is odd and nobody says why. After a return only the returned
 * points can be completed, so only they are asked for evidence and confirmations.
 */
export function demandReady(submission: Submission, bench: Bench, { nodes, issues }: Outcome, note: string | undefined): void {
  const open = ({ point }: Issue) => point === undefined || isUnlocked(submission, point)
  const wanting = issues.filter((issue) => issue.severity === 'error' || issue.code === 'answer.required' || (issue.code === 'evidence.missing' && open(issue)))
  const blocking = [...wanting, ...unconfirmed(submission, bench, nodes)]
  if (blocking.length) throw new Refusal('NOT_READY', { count: blocking.length, issues: blocking.slice(0, 500) })
  const odd = issues.filter((issue) => issue.severity === 'warning' && /^(answer\.|check\.)/.test(issue.code) && open(issue))
  if (odd.length && !note?.trim()) throw new Refusal('NOTE_REQUIRED', { count: odd.length, issues: odd.slice(0, 500) })
}

/** Official values the district could confirm, correct or dispute and has not. A field that may be hidden is left to the form. */
function unconfirmed(submission: Submission, bench: Bench, nodes: Outcome['nodes']): Issue[] {
  const shows = (point: string, field: string) => isUnlocked(submission, point) && nodes[point]?.status !== 'notApplicable' && !bench.points.find(({ id }) => id === point)?.layout?.some((item) => item.field === field && item.visibleIf !== undefined)
  return [...bench.fields.values()].flatMap(({ id, element, points }): Issue[] => {
    const answer = submission.answers[id]
    const point = answer?.status === 'proposed' && answer.value !== null && element['x-source'] !== 'survey' ? points.find((one) => shows(one, id)) : undefined
    return point === undefined ? [] : [{ code: 'answer.unconfirmed', severity: 'info', path: `/answers/${id}`, params: { title: element.title }, point }]
  })
}
