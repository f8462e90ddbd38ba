import type { Answer, Element } from '../../schemas/index.ts'
import type { AnswerChange } from '../types.ts'

/** What one may say about a prefilled value. */
export type Stance = 'confirmed' | 'corrected' | 'disputed'

/** Whether a value was prefilled, so that it is confirmed, corrected or disputed rather than typed. */
export const isPrefilled = (answer: Answer | undefined): answer is Answer => answer !== undefined && (answer.official !== undefined || answer.status === 'proposed')

/** The prefilled value of an answer. */
export const officialOf = (answer: Answer): unknown => (answer.official === undefined ? answer.value : answer.official)

/** Where a column's values come from. */
export const columnSource = (element: Element, column: string): NonNullable<Element['x-source']> => element.items?.properties?.[column]?.['x-source'] ?? element['x-source'] ?? 'district'

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The row of a table that stands for the same thing: by key, else by place. */
export function rowLike(rows: unknown, row: Record<string, unknown>, index: number, key: string | undefined): Record<string, unknown> | undefined {
  if (!Array.isArray(rows)) return undefined
  const found: unknown = key === undefined ? rows[index] : rows.find((each) => isRow(each) && each[key] === row[key])
  return isRow(found) ? found : undefined
}

/** The official value, with what the unit itself filled into a table's own columns. */
function restored(official: unknown, value: unknown, element: Element): unknown {
  const columns = Object.keys(element.items?.properties ?? {}).filter((column) => columnSource(element, column) === 'district' && element['x-source'] !== 'district')
  if (!Array.isArray(official) || !columns.length) return official
  return official.map((row: Record<string, unknown>, index) => {
    const now = rowLike(value, row, index, element['x-key'])
    return now ? { ...row, ...Object.fromEntries(columns.filter((column) => now[column] !== undefined).map((column) => [column, now[column]])) } : row
  })
}

/** Whether a table's value differs from the official one in a column that is not the unit's own. */
function corrects(official: unknown, value: unknown, element: Element): boolean {
  if (!Array.isArray(official) || !Array.isArray(value) || element.items?.type !== 'object') return true
  if (official.length !== value.length) return true
  const columns = Object.keys(element.items.properties ?? {}).filter((column) => columnSource(element, column) !== 'district')
  return value.some((row: Record<string, unknown>, index) => {
    const given = rowLike(official, row, index, element['x-key'])
    return columns.some((column) => !Object.is(row[column], given?.[column]))
  })
}

/** The answer after a stance is taken; both values stay. */
export function take(answer: Answer, stance: Stance, element: Element): Answer {
  const official = officialOf(answer)
  const { claim: _, decision: _decided, ...rest } = answer
  if (stance === 'confirmed') return { ...rest, status: 'confirmed', value: restored(official, answer.value, element), official }
  if (stance === 'corrected') return { ...rest, status: 'corrected', value: answer.status === 'corrected' ? answer.value : (answer.claim ?? answer.value), official }
  return { ...rest, status: 'disputed', value: restored(official, answer.value, element), official, ...(answer.status === 'corrected' && answer.value !== official ? { claim: answer.value } : {}) }
}

/** The answer after a value is typed. */
export function typed(answer: Answer | undefined, value: unknown, element: Element): Answer {
  if (answer && isPrefilled(answer)) {
    const official = officialOf(answer)
    return { ...answer, status: corrects(official, value, element) ? 'corrected' : answer.status === 'corrected' ? 'confirmed' : answer.status, value, official }
  }
  return { ...(answer as Answer | undefined), value, status: 'confirmed', source: element['x-source'] ?? 'district', revision: (answer as Answer | undefined)?.revision ?? 0 }
}

/** Whether a reason is wanted and not there. */
export const lacksReason = (answer: Pick<Answer, 'reason'> & Partial<Pick<Answer, 'status'>> | undefined): boolean => (answer?.status === 'corrected' || answer?.status === 'disputed') && !answer.reason?.trim()

/** What is sent for an answer that was changed here. */
export function changeOf(id: string, answer: Answer): AnswerChange {
  const { value, status, reason, claim, evidence, revision } = answer
  return { id, base: revision, value, status, ...(reason === undefined ? {} : { reason }), ...(claim === undefined ? {} : { claim }), ...(evidence ? { evidence } : {}) }
}

/** An answer as a queued change would leave it. */
export function applied(answer: Answer | undefined, change: AnswerChange, element: Element | undefined): Answer {
  const kept: Partial<Answer> = answer && isPrefilled(answer) ? { official: officialOf(answer) } : {}
  return {
    source: element?.['x-source'] ?? answer?.source ?? 'district', ...kept, value: change.value, status: change.status ?? 'confirmed', revision: answer?.revision ?? change.base,
    ...(change.reason === undefined ? {} : { reason: change.reason }), ...(change.claim === undefined ? {} : { claim: change.claim }), ...(change.evidence ? { evidence: change.evidence } : {}),
  }
}
