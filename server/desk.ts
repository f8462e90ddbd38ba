import type { Cycle, EvaluationPoint, Framework, Outcome, Submission } from '../schemas/index.ts'
import { compile, evaluate, hash, inputOf, type Compiled } from '../engine/index.ts'
import { Refusal } from './errors.ts'
import { fieldsOf, pointsOf, type Field } from './fields.ts'
import { editionKey, type CycleRecord, type EditionRecord, type SubmissionRecord } from './records.ts'
import type { Head, Scope, Store } from './store/port.ts'

/** A cycle made ready to work with: its edition compiled under its profile. */
export interface Bench { cycle: Cycle; submissions: Record<string, string>; open: boolean; framework: Framework; compiled: Compiled; points: readonly EvaluationPoint[]; fields: ReadonlyMap<string, Field> }
export interface Opened { head: Head<SubmissionRecord>; bench: Bench; previous?: Record<string, unknown> }

/** Published editions and compiled cycles, kept at hand: they never change, so any number of processes may keep their own. */
export interface Desk {
  edition(id: string, edition: string): Promise<EditionRecord | undefined>
  bench(cycle: string): Promise<Bench | undefined>
  /** A submission within a scope, with its cycle; refuses as not found whatever is outside. */
  open(id: string, scope: Scope): Promise<Opened>
  /** The same without last year's answers, which a save does not need. */
  openOnly(id: string, scope: Scope): Promise<Omit<Opened, 'previous'>>
  /** The outcome on record once handed in; while it is being filled in, computed from what is there now. */
  outcome(opened: Opened): Promise<Outcome>
}

export function deskOf(store: Store): Desk {
  const editions = cache<EditionRecord>(16)
  const prepared = cache<Omit<Bench, 'cycle' | 'submissions' | 'open'>>(16)

  const desk: Desk = {
    async edition(id, edition) {
      const key = editionKey(id, edition)
      const known = editions.get(key)
      if (known) return known
      const head = await store.get<EditionRecord>('edition', key, 'all')
      return head && editions.set(key, head.document)
    },
    async bench(id) {
      const head = await store.get<CycleRecord>('cycle', id, 'all')
      if (!head) return undefined
      const { cycle, submissions } = head.document
      const key = JSON.stringify([cycle.framework, cycle.profile])
      const ready = prepared.get(key) ?? prepared.set(key, prepare(await desk.edition(cycle.framework.id, cycle.framework.edition), cycle))
      return { ...ready, cycle, submissions, open: head.state === 'open' }
    },
    async openOnly(id, scope) {
      const head = await store.get<SubmissionRecord>('submission', id, scope)
      const bench = head && (await desk.bench(head.document.cycle))
      if (!head || bench?.submissions[head.document.unit] !== id) throw new Refusal('NOT_FOUND')
      return { head, bench }
    },
    async open(id, scope) {
      const { head, bench } = await desk.openOnly(id, scope)
      const previous = bench.cycle.previous === undefined ? undefined : await previousAnswers(store, bench.cycle.previous, head.document.unit)
      return { head, bench, ...(previous ? { previous } : {}) }
    },
    async outcome({ head, bench, previous }) {
      const recorded = head.outcome !== undefined && (head.state === 'submitted' || head.state === 'accepted') ? await store.fact(head.outcome) : undefined
      return recorded === undefined ? outcomeOf(bench, head.document, previous, { hash: true }) : (JSON.parse(recorded) as Outcome)
    },
  }
  return desk
}

/** The one place where the server computes. `hash` names edition and inputs, so that anyone can compute it again. */
export function outcomeOf(bench: Pick<Bench, 'cycle' | 'compiled'>, submission: Submission, previous?: Record<string, unknown>, options: { trace?: boolean; hash?: boolean } = {}): Outcome {
  const { cycle, compiled } = bench
  const input = inputOf(submission, { cycle, ...(previous ? { previous } : {}) })
  const outcome = evaluate(compiled, input, { trace: options.trace ?? false })
  return options.hash ? { ...outcome, framework: { ...cycle.framework }, inputs: hash({ input, profile: compiled.profile }) } : outcome
}

function prepare(edition: EditionRecord | undefined, cycle: Cycle): Omit<Bench, 'cycle' | 'submissions' | 'open'> {
  const { compiled } = edition ? compile(edition.document, cycle.profile) : {}
  if (!edition || !compiled) throw new Error(`the edition of cycle ${cycle.id} is missing or does not compile`)
  const points = pointsOf(edition.document, cycle.profile)
  return { framework: edition.document, compiled, points, fields: fieldsOf(edition.document, points) }
}

async function previousAnswers(store: Store, cycle: string, unit: string): Promise<Record<string, unknown> | undefined> {
  const last = await store.get<CycleRecord>('cycle', cycle, 'all')
  const id = last?.document.submissions[unit]
  const head = id === undefined ? undefined : await store.get<SubmissionRecord>('submission', id, { unit })
  return head && valuesOf(head.document)
}

/** The plain values of a submission, as another cycle reads them. */
export function valuesOf(submission: Submission): Record<string, unknown> {
  return Object.fromEntries(Object.entries(submission.answers).map(([id, { value }]) => [id, value]))
}

function cache<Value>(size: number): { get(key: string): Value | undefined; set(key: string, value: Value): Value } {
  const kept = new Map<string, Value>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.set(key, value)
      const [oldest] = kept.keys()
      if (kept.size > size && oldest !== undefined) kept.delete(oldest)
      return value
    },
  }
}
