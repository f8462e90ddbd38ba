import { unconfirmed, untouched, type Input } from '../../engine/index.ts'
import type { Issue, Outcome, Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import { isUnlocked } from './guard.ts'

/**
 * Refuses to take a form while something is missing or wrong, or something is odd and nobody says why. After a return only the returned
 * points can be completed, so only they are asked for evidence and confirmations, and one nobody touched is asked why.
 */
export function demandReady(submission: Submission, bench: Bench, input: Input, { issues }: Outcome, note: string | undefined): void {
  const open = ({ point }: Issue) => point === undefined || isUnlocked(submission, point)
  const wanting = issues.filter((issue) => issue.severity === 'error' || issue.code === 'answer.required' || (issue.code === 'evidence.missing' && open(issue)))
  // A value several points show is confirmed once.
  const waiting = new Map(unconfirmed(bench.compiled, submission, input).filter(open).map((one) => [one.path, one]))
  const blocking = [...wanting, ...waiting.values()]
  if (blocking.length) throw new Refusal('NOT_READY', { count: blocking.length, issues: blocking.slice(0, 500) })
  const left = untouched(bench.compiled, submission).map(({ id, code, title }): Issue => ({ code: 'point.untouched', severity: 'warning', path: `/points/${id}`, params: { code, title }, point: id }))
  const odd = [...issues.filter((issue) => issue.severity === 'warning' && /^(answer\.|check\.)/.test(issue.code) && open(issue)), ...left]
  if (odd.length && !note?.trim()) throw new Refusal('NOTE_REQUIRED', { count: odd.length, issues: odd.slice(0, 500) })
}
