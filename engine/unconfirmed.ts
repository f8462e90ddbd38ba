import type { Answer, Element, Issue, Submission } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import type { Input } from './input.ts'
import { issue } from './issue.ts'
import { isShown, settleVisibility, stateOf } from './state.ts'

/** Whether a prefilled value still waits for the unit's word. Survey results do not: they are nobody's to confirm. */
export const isUnconfirmed = (answer: Answer | undefined, element: Element): answer is Answer =>
  answer?.status === 'proposed' && answer.value !== undefined && answer.value !== null && element['x-source'] !== 'survey'

/** The prefilled values that wait for the unit's word, once for each point that shows them. */
export function unconfirmed(compiled: Compiled, submission: Submission, input: Input): Issue[] {
  const waiting = new Set([...compiled.fields.values()].flatMap(({ id, schema }) => (isUnconfirmed(submission.answers[id], schema) ? [id] : [])))
  if (!waiting.size) return []
  const state = stateOf(compiled, input)
  settleVisibility(state)
  return compiled.points.flatMap((point) => point.fields.flatMap((field) =>
    waiting.has(field.id) && isShown(state, point, field) ? [issue('answer.unconfirmed', 'info', `/answers/${field.id}`, { title: field.schema.title }, point.id)] : []))
}
