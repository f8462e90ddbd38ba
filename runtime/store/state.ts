import { inputOf, session, type Compiled, type FieldInfo, type Input, type PointInfo, type Session } from '../../engine/index.ts'
import type { Answer, Submission, Unit } from '../../schemas/index.ts'
import { channel, type Channel } from './channel.ts'
import type { StoreOptions } from './contract.ts'
import type { Lens } from './lens.ts'

/** What the parts of a store share: the submission, the engine's session on it, and who is told what changed. */
export interface State {
  readonly compiled: Compiled
  readonly lens: Lens
  readonly session: Session
  readonly signals: Channel
  readonly points: ReadonlyMap<string, PointInfo>
  readonly fields: ReadonlyMap<string, FieldInfo>
  /** The points a field stands in. */
  readonly homes: ReadonlyMap<string, readonly string[]>
  readonly unit: Unit | undefined
  readonly previous: Record<string, unknown>
  submission: Submission
  /** Counts what was acknowledged: a picture asked for before may be older. */
  heard: number
  /** Counts the changes after which something was worked out anew. */
  tick: number
  inputOf(basis: 'current' | 'official' | 'claim'): Input
  put(id: string, answer: Answer | undefined): void
  changed(nodes: readonly string[], calculations: readonly string[], keys: string[]): void
}

/** How long after the last change the lists, sums and sentences that follow are worked out, and how long at most after the first. */
const summaryPause = 160
const summaryWait = 640

export function stateOf(options: StoreOptions, compiled: Compiled, lens: Lens): State {
  const { cycle } = options
  const previous = plainPrevious(options.previous)
  const more = { ...(cycle ? { cycle } : {}), ...(options.previous ? { previous } : {}) }
  const input = inputOf(options.submission, more)
  const points = new Map(compiled.points.map((point) => [point.id, point]))
  const fields = new Map<string, FieldInfo>()
  const homes = new Map<string, string[]>()
  for (const point of compiled.points) for (const field of point.fields) {
    if (!fields.has(field.id)) fields.set(field.id, field)
    const known = homes.get(field.id)
    if (known) known.push(point.id)
    else homes.set(field.id, [point.id])
  }
  let summary: ReturnType<typeof setTimeout> | undefined
  let first = 0
  const state: State = {
    compiled, lens, points, fields, homes, previous, signals: channel(), session: session(compiled, input), submission: options.submission, heard: 0, tick: 0,
    unit: cycle?.units.find(({ id }) => id === options.submission.unit),
    inputOf: (basis) => inputOf(state.submission, { ...more, basis }),
    put(id, answer) {
      const { submission } = state
      const before = submission.answers[id]
      if (answer) state.submission = { ...submission, answers: { ...submission.answers, [id]: answer } }
      const keys = [`answer:${id}`, 'answers']
      if (before?.value === answer?.value) {
        // A save that was answered brings a new revision; nothing follows from it, unless the point came back and now counts as touched.
        if (submission.state !== 'returned' && word(before) === word(answer)) return state.signals.notify(keys)
        return state.changed([], [], keys)
      }
      const change = state.session.set(id, answer?.value)
      state.changed(change.nodes, change.calculations, keys)
    },
    changed(nodes, calculations, keys) {
      keys.unshift('changed')
      for (const id of nodes) keys.push(`node:${id}`)
      for (const id of calculations) keys.push(`calc:${id}`)
      state.signals.notify(keys)
      const now = performance.now()
      if (summary === undefined) first = now
      else if (now - first > summaryWait - summaryPause) return
      clearTimeout(summary)
      summary = setTimeout(() => {
        summary = undefined
        state.tick += 1
        state.signals.notify(['summary'])
        options.onOutcome?.(state.session.outcome)
      }, summaryPause)
    },
  }
  return state
}

/** What an answer says beside its value. */
const word = (answer: Answer | undefined): string => JSON.stringify([answer?.status, answer?.official, answer?.claim, answer?.reason, answer?.evidence ?? []])

function plainPrevious(previous: StoreOptions['previous']): Record<string, unknown> {
  if (!previous) return {}
  if (previous['format'] !== 'yardstick/submission@1') return previous as Record<string, unknown>
  return Object.fromEntries(Object.entries((previous as Submission).answers).map(([id, { value }]) => [id, value]))
}
