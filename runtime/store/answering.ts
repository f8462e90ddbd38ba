import { isUnconfirmed } from '../../engine/index.ts'
import type { Answer } from '../../schemas/index.ts'
import type { AnswerChange } from '../types.ts'
import type { Conflict, Store, StoreOptions } from './contract.ts'
import { differing, mergeRows } from './mergeRows.ts'
import { applied, changeOf, isPrefilled, take, typed } from './stance.ts'
import type { State } from './state.ts'

type Answering = Pick<Store, 'conflicts' | 'refused' | 'type' | 'claim' | 'stance' | 'reason' | 'cite' | 'proposed' | 'confirmAll' | 'stored' | 'restore' | 'conflict' | 'resolve' | 'refuse' | 'setEditing'>

/** What happens to answers: a person's edits, what the server stored, and what two people changed at once. */
export function answering(state: State, options: Pick<StoreOptions, 'onEdit' | 'onYield'>): Answering {
  let { onEdit } = options
  const conflicts = new Map<string, Conflict>()
  const refused = new Map<string, string>()
  /** What an answer was when the person began to change it, so that two people's changes of a table can be put together. */
  const bases = new Map<string, Pick<Answer, 'revision' | 'value'>>()
  const answerOf = (id: string): Answer | undefined => state.submission.answers[id]
  const elementOf = (id: string) => state.fields.get(id)?.schema

  function edit(id: string, answer: Answer): void {
    refused.delete(id)
    if (!bases.has(id)) bases.set(id, { revision: answer.revision, value: answerOf(id)?.value })
    state.put(id, answer)
    onEdit?.(changeOf(id, answer))
  }

  const parts: Answering = {
    conflicts, refused,
    type(id, value) {
      const element = elementOf(id)
      if (element && !Object.is(answerOf(id)?.value, value)) edit(id, typed(answerOf(id), value, element))
    },
    claim(id, value) {
      const answer = answerOf(id)
      if (answer?.status === 'disputed') edit(id, { ...answer, claim: value })
    },
    stance(id, stance) {
      const answer = answerOf(id)
      const element = elementOf(id)
      if (answer && element && isPrefilled(answer)) edit(id, take(answer, stance, element))
    },
    reason(id, reason) {
      const answer = answerOf(id)
      if (answer) edit(id, { ...answer, reason })
    },
    cite(id, evidence) {
      const answer = answerOf(id)
      if (answer) edit(id, { ...answer, evidence: [...new Set(evidence)] })
    },
    proposed: (point) => proposedIn(state, point),
    confirmAll(point) {
      const waiting = proposedIn(state, point)
      for (const id of waiting) parts.stance(id, 'confirmed')
      return waiting.length
    },
    stored(answers, newer, revision) {
      state.heard += 1
      // A gap means that others saved in between: what they changed has not been seen here.
      if (revision <= state.submission.revision + 1) state.submission = { ...state.submission, revision: Math.max(revision, state.submission.revision) }
      for (const [id, answer] of Object.entries(answers)) {
        const mine = answerOf(id)
        if (newer(id)) bases.set(id, answer)
        else bases.delete(id)
        state.put(id, newer(id) && mine ? { ...mine, revision: answer.revision } : answer)
      }
    },
    restore(changes) {
      for (const change of changes) {
        if (!state.fields.has(change.id)) continue
        const before = answerOf(change.id)
        if ((before?.revision ?? 0) === change.base) bases.set(change.id, { revision: change.base, value: before?.value })
        state.put(change.id, applied(before, change, elementOf(change.id)))
      }
    },
    conflict(id, mine, theirs) {
      if (same(mine, theirs)) {
        bases.delete(id)
        options.onYield?.(id)
        return state.put(id, theirs)
      }
      const element = elementOf(id)
      const base = bases.get(id)
      if (element?.items?.type !== 'object') conflicts.set(id, { mine, theirs })
      else {
        const merged = base?.revision === mine.base ? mergeRows(base.value, mine.value, theirs.value, element['x-key']) : undefined
        const agreed = merged?.clashes.length === 0 && (mine.status ?? theirs.status) === theirs.status && mine.reason === theirs.reason
        if (agreed) {
          bases.set(id, theirs)
          return edit(id, { ...applied(theirs, { ...mine, value: merged.mine }, element), revision: theirs.revision })
        }
        conflicts.set(id, { mine, theirs, ...(merged?.clashes.length ? { cells: merged.clashes, both: { mine: merged.mine, theirs: merged.theirs } } : { cells: differing(mine.value, theirs.value) }) })
      }
      state.changed([], [], [`answer:${id}`, 'save'])
    },
    resolve(id, whose) {
      const conflict = conflicts.get(id)
      if (!conflict) return
      conflicts.delete(id)
      const { mine, theirs, both } = conflict
      bases.set(id, theirs)
      if (whose === 'theirs' && both) edit(id, { ...theirs, value: both.theirs })
      else if (whose === 'theirs') {
        bases.delete(id)
        state.put(id, theirs)
        options.onYield?.(id)
      } else edit(id, { ...applied(theirs, both ? { ...mine, value: both.mine } : mine, elementOf(id)), revision: theirs.revision })
      state.changed([], [], ['save'])
    },
    refuse(id, why) {
      if (why === undefined) refused.delete(id)
      else refused.set(id, why)
      state.changed([], [], [`answer:${id}`, 'save'])
    },
    setEditing(next) {
      onEdit = next
    },
  }
  return parts
}

/** The official values of a point that still wait for a word from the unit. */
function proposedIn({ points, submission }: Pick<State, 'points' | 'submission'>, point: string): string[] {
  return (points.get(point)?.fields ?? []).flatMap(({ id, schema }) => (isUnconfirmed(submission.answers[id], schema) ? [id] : []))
}

const same = (mine: AnswerChange, theirs: Answer): boolean =>
  JSON.stringify([mine.value, mine.status ?? theirs.status, mine.reason, mine.claim, mine.evidence ?? []]) === JSON.stringify([theirs.value, theirs.status, theirs.reason, theirs.claim, theirs.evidence ?? []])
