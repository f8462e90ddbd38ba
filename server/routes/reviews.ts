import type { Outcome, Submission } from '../../schemas/index.ts'
import type { Bench } from '../desk.ts'
import { operate } from '../operation.ts'
import type { SubmissionRecord } from '../records.ts'
import { editors, judges, type Role } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import { factOf } from '../store/seal.ts'
import { demandSubmitted } from '../submission/guard.ts'
import { progressOf } from '../submission/progress.ts'
import { accepted, disputeDecided, givenBack, judged } from '../submission/review.ts'
import { outcomeOf } from '../desk.ts'
import { labelOf } from './submissions.ts'
import type { Schema } from '../validate.ts'

interface Stamp { by: string; at: string; revision: number }
type Decision<Body> = (submission: Submission, bench: Bench, previous: Record<string, unknown> | undefined, body: Body, stamp: Stamp) => { document: Submission; outcome?: Outcome; detail: Record<string, unknown>; action?: string }

export const reviewRoutes: Route[] = [
  decision<{ operation: string; points: Record<string, string> }>('return', '退回若干要点', editors, requests.giveBack, 'submission.returned', (submission, bench, _, body, stamp) => (
    { document: givenBack(submission, bench, body.points, stamp), detail: { points: Object.keys(body.points), about: codesOf(bench, Object.keys(body.points)) } }
  )),
  decision<{ operation: string; points?: string[] }>('accept', '接受', editors, requests.accept, 'submission.accepted', (submission, bench, _, body, stamp) => (
    { document: accepted(submission, bench, body.points, stamp), ...(body.points ? { detail: { points: body.points, about: codesOf(bench, body.points) }, action: 'submission.pointsAccepted' } : { detail: {} }) }
  )),
  decision<{ operation: string; point: string; revision: number; level: string; reason: string }>('judge', '评定一个要点', judges, requests.judge, 'submission.judged', (submission, bench, previous, body, stamp) => (
    { ...judged(submission, bench, previous, body, stamp), detail: { point: body.point, level: body.level, about: codesOf(bench, [body.point]), to: levelOf(bench, body.point, body.level), reason: body.reason } }
  )),
  decision<{ operation: string; element: string; revision: number; upheld: boolean; reason: string }>('decide', '采纳或不采纳一项异议', editors, requests.decide, 'submission.disputeDecided', (submission, bench, previous, body, stamp) => {
    const document = disputeDecided(submission, bench, body, stamp)
    return { document, outcome: outcomeOf(bench, document, previous, { hash: true }), detail: { element: body.element, upheld: body.upheld, about: bench.fields.get(body.element)?.element.title ?? body.element, reason: body.reason } }
  }),
]

/** Points and levels as the document calls them, so that the log can be read without it. */
const codesOf = ({ points }: Bench, ids: readonly string[]): string => points.filter(({ id }) => ids.includes(id)).map(({ code }) => code).join(' ')
function levelOf({ framework, points }: Bench, point: string, level: string): string {
  const { mark = '', label = level } = framework.scales[points.find(({ id }) => id === point)?.rubric.scale ?? '']?.levels.find(({ id }) => id === level) ?? {}
  return `${mark} ${label}`.trim()
}

/** A decision of the office on a submitted form, once per operation id. */
function decision<Body extends { operation: string }>(verb: string, summary: string, roles: readonly Role[], body: Schema, action: string, decide: Decision<Body>): Route {
  return route<Body>({
    method: 'POST', path: `/submissions/:id/${verb}`, summary, roles, body, answer: answers.decided,
    async handle(call: Call<Body>) {
      const { desk, params, scope, by, at } = call
      const { head: { id }, bench, previous } = await desk.open(params['id'] ?? '', scope)
      return operate<SubmissionRecord>(call, verb, { kind: 'submission', id }, (head) => {
        demandSubmitted(head.document, bench)
        const { document, outcome = outcomeOf(bench, head.document, previous, { hash: true }), detail, action: done = action } = decide(head.document, bench, previous, call.body, { by: by.name, at: at.toISOString(), revision: head.revision + 1 })
        const fact = factOf(outcome)
        return {
          document, state: document.state, summary: progressOf(document, bench), facts: [fact], outcome: fact.id, answer: { submission: document, outcome },
          action: done, detail: { label: labelOf(document, bench), ...detail, outcome: fact.id },
        }
      })
    },
  })
}
