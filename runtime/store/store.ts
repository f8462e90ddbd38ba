import { compile, evaluate, explain, inputOf, session, type Compilation, type Compiled, type Explanation, type FieldInfo, type Input, type PointInfo } from '../../engine/index.ts'
import type { Answer, Cycle, Evidence, Framework, Issue, Node, Outcome, Profile, Submission, Unit } from '../../schemas/index.ts'
import type { AnswerChange, Locale } from '../types.ts'
import { channel } from './channel.ts'
import { lens, type Lens } from './lens.ts'
import type { SaveState } from './saver.ts'
import { applied, changeOf, isPrefilled, take, typed, type Stance } from './stance.ts'

export interface StoreOptions {
  framework: Framework
  submission: Submission
  cycle?: Cycle | undefined
  profile?: Profile | undefined
  previous?: Submission | Record<string, unknown> | undefined
  locale?: Locale | undefined
  readOnly?: boolean | undefined
  /** The framework is a published edition: its form need not be checked again. */
  checked?: boolean | undefined
  /** Told of every change a person makes. */
  onEdit?: (change: AnswerChange) => void
  onOutcome?: (outcome: Outcome) => void
  /** A conflict ended with the other value. */
  onYield?: (id: string) => void
}

/** Somebody else's value for an answer changed here. */
export interface Conflict {
  mine: AnswerChange
  theirs: Answer
}

/** What is on screen; not part of the submission. */
export interface View {
  point: string
  mode: 'all' | 'one'
  panel: 'form' | 'submit'
  outline: boolean
  verdict: boolean
  onlyTodo: boolean
  /** Where the person was last sent. */
  jumped?: { point: string; field?: string; requirement?: string; at: number }
  /** The computed figure whose origin is shown, and where it stands on the screen. */
  trace?: { point: string; calculation?: string; cell?: { field: string; column: string; row: number }; at: { left: number; top: number; bottom: number }; from: HTMLElement } | undefined
}

/** The state of a form, outside React. Components read slices of it by key: `answer:id`, `point:id`, `node:id`, `calc:id`, `evidence`, `summary`, `save`, `view`. */
export interface Store {
  readonly compiled: Compiled
  readonly issues: readonly Issue[]
  readonly framework: Framework
  readonly cycle: Cycle | undefined
  readonly unit: Unit | undefined
  readonly locale: Locale
  readonly conflicts: ReadonlyMap<string, Conflict>
  readonly refused: ReadonlyMap<string, string>
  readonly previous: Record<string, unknown>
  readonly lens: Lens
  save: SaveState
  /** Counts the summaries: what is worked out after typing is worked out once per count. */
  tick: number
  view: View
  setView(patch: Partial<View>): void
  subscribe(key: string, listener: () => void): () => void
  notify(...keys: string[]): void
  submission(): Submission
  outcome(): Outcome
  point(id: string): PointInfo | undefined
  field(id: string): FieldInfo | undefined
  pointsOf(field: string): readonly string[]
  answer(id: string): Answer | undefined
  values(point: string): Record<string, unknown>
  node(id: string): Node | undefined
  calculation(id: string): unknown
  editable(point: string): boolean
  evidenceOf(point: string, requirement: string): readonly Evidence[]
  explain(node: string): Explanation
  /** The node's result with every value as the city gave it, or as the unit claims; undefined where no value differs. */
  alternative(point: string, basis: 'official' | 'claim'): Node | undefined
  /** The node's result with one answer's value replaced. */
  nodeIf(point: string, field: string, value: unknown): Node | undefined
  type(id: string, value: unknown): void
  claim(id: string, value: unknown): void
  stance(id: string, stance: Stance): void
  reason(id: string, reason: string): void
  attach(evidence: Evidence): void
  detach(evidenceId: string): void
  judge(point: string, level: string | undefined): void
  stored(answers: Record<string, Answer>, newer: (id: string) => boolean): void
  restore(changes: readonly AnswerChange[]): void
  conflict(id: string, mine: AnswerChange, theirs: Answer): void
  resolve(id: string, whose: 'mine' | 'theirs'): void
  refuse(id: string, why: string | undefined): void
  setEditing(onEdit: StoreOptions['onEdit']): void
}

export function createStore(options: StoreOptions): Store | { issues: readonly Issue[] } {
  const { cycle, locale = 'zh' } = options
  const made = lens(options.framework)
  const { compiled, issues } = compiledOf(made.framework, options.profile ?? cycle?.profile, options.checked)
  if (!compiled) return { issues }
  return open(options, compiled, made, issues, locale)
}

/** A document taken on trust that turns out unusable is checked after all, to say what is wrong with it. */
function compiledOf(framework: Framework, profile: Profile | undefined, checked = false): Compilation {
  if (!checked) return compile(framework, profile)
  try {
    return compile(framework, profile, { checked })
  } catch {
    return compile(framework, profile)
  }
}

function open(options: StoreOptions, compiled: Compiled, made: Lens, issues: readonly Issue[], locale: Locale): Store {
  const { cycle, readOnly } = options
  const signals = channel()
  const notify = (keys: Iterable<string>): void => signals.notify(keys)
  let { onEdit } = options
  let submission = options.submission
  const unit = cycle?.units.find(({ id }) => id === submission.unit)
  const previous = plainPrevious(options.previous)
  const more = { ...(cycle ? { cycle } : {}), previous }
  let input: Input = inputOf(submission, more)
  const live = session(compiled, input)
  const points = new Map(compiled.points.map((point) => [point.id, point]))
  const fields = new Map<string, FieldInfo>()
  const homes = new Map<string, string[]>()
  for (const point of compiled.points) for (const field of point.fields) {
    if (!fields.has(field.id)) fields.set(field.id, field)
    homes.set(field.id, [...(homes.get(field.id) ?? []), point.id])
  }
  const values = new Map<string, Record<string, unknown>>()
  const conflicts = new Map<string, Conflict>()
  const refused = new Map<string, string>()
  const alternatives = new Map<string, Node | undefined>()
  let summary: ReturnType<typeof setTimeout> | undefined

  const changed = (nodes: readonly string[], calculations: readonly string[], keys: string[]): void => {
    alternatives.clear()
    for (const id of nodes) keys.push(`node:${id}`)
    for (const id of calculations) keys.push(`calc:${id}`)
    keys.push(...made.pointsTouched(calculations).map((id) => `point:${id}`))
    notify(keys)
    summary ??= setTimeout(() => {
      summary = undefined
      store.tick += 1
      notify(['summary'])
      options.onOutcome?.(live.outcome)
    }, 150)
  }

  function put(id: string, answer: Answer | undefined): void {
    const before = submission.answers[id]?.value
    if (answer) submission = { ...submission, answers: { ...submission.answers, [id]: answer } }
    const keys = [`answer:${id}`]
    for (const point of homes.get(id) ?? []) {
      const shown = values.get(point)
      const now = answer?.value
      if (shown && shown[id] !== now) {
        values.set(point, { ...shown, [id]: now })
        keys.push(`point:${point}`)
      }
    }
    if (before === answer?.value) return changed([], [], keys)
    input = { ...input, answers: { ...input.answers, [id]: answer?.value } }
    const change = live.set(id, answer?.value)
    changed(change.nodes, change.calculations, keys)
  }

  function edit(id: string, answer: Answer): void {
    refused.delete(id)
    put(id, answer)
    onEdit?.(changeOf(id, answer))
  }

  function recount(evidence: Evidence): void {
    for (const requirement of evidence.requirements) {
      const [point = '', name = ''] = requirement.split('/')
      if (!points.has(point)) continue
      const count = submission.evidence.filter(({ requirements }) => requirements.includes(requirement)).length
      const change = live.setEvidence(point, name, count)
      input = { ...input, evidence: { ...input.evidence, [point]: { ...input.evidence?.[point], [name]: count } } }
      changed(change.nodes, change.calculations, [`evidence`])
    }
  }

  const store: Store = {
    compiled, issues, framework: options.framework, cycle, unit, locale, conflicts, refused, previous, lens: made, save: { kind: 'idle', pending: 0, ...(submission.updatedAt ? { at: new Date(submission.updatedAt) } : {}) },
    tick: 0,
    view: { point: compiled.points[0]?.id ?? '', mode: 'all', panel: 'form', outline: false, verdict: false, onlyTodo: false },
    setView(patch) {
      store.view = { ...store.view, ...patch }
      notify(['view'])
    },
    subscribe: (key, listener) => signals.subscribe(key, listener),
    notify: (...keys) => notify(keys),
    submission: () => submission,
    outcome: () => live.outcome,
    point: (id) => points.get(id),
    field: (id) => fields.get(id),
    pointsOf: (field) => homes.get(field) ?? [],
    answer: (id) => submission.answers[id],
    values(point) {
      const known = values.get(point)
      if (known) return known
      const fresh: Record<string, unknown> = {}
      for (const { id } of points.get(point)?.fields ?? []) fresh[id] = submission.answers[id]?.value
      values.set(point, fresh)
      return fresh
    },
    node: (id) => live.outcome.nodes[id],
    calculation: (id) => live.outcome.calculations[id],
    editable: (point) => !readOnly && (submission.state === 'draft' || (submission.state === 'returned' && submission.points[point]?.state === 'returned')),
    evidenceOf: (point, requirement) => submission.evidence.filter(({ requirements }) => requirements.includes(`${point}/${requirement}`)),
    explain: (node) => explain(compiled, input, live.outcome, node, locale),
    alternative(point, basis) {
      const key = `${basis}/${point}`
      if (alternatives.has(key)) return alternatives.get(key)
      const wanted = basis === 'official' ? 'corrected' : 'disputed'
      const differs = points.get(point)?.fields.some(({ id }) => submission.answers[id]?.status === wanted && (basis === 'official' || submission.answers[id]?.claim !== undefined))
      const node = differs ? evaluate(compiled, inputOf(submission, { ...more, basis })).nodes[point] : undefined
      alternatives.set(key, node)
      return node
    },
    nodeIf: (point, field, value) => evaluate(compiled, { ...input, answers: { ...input.answers, [field]: value } }).nodes[point],
    type(id, value) {
      const element = fields.get(id)?.schema
      if (element && !Object.is(submission.answers[id]?.value, value)) edit(id, typed(submission.answers[id], value, element))
    },
    claim(id, value) {
      const answer = submission.answers[id]
      if (answer?.status === 'disputed') edit(id, { ...answer, claim: value })
    },
    stance(id, stance) {
      const answer = submission.answers[id]
      const element = fields.get(id)?.schema
      if (answer && element && isPrefilled(answer)) edit(id, take(answer, stance, element))
    },
    reason(id, reason) {
      const answer = submission.answers[id]
      if (answer) edit(id, { ...answer, reason })
    },
    attach(evidence) {
      const before = submission.evidence.find(({ id }) => id === evidence.id)
      submission = { ...submission, evidence: before ? submission.evidence.map((each) => (each.id === evidence.id ? evidence : each)) : [...submission.evidence, evidence] }
      recount({ ...evidence, requirements: [...new Set([...evidence.requirements, ...(before?.requirements ?? [])])] })
    },
    detach(id) {
      const gone = submission.evidence.find((each) => each.id === id)
      submission = { ...submission, evidence: submission.evidence.filter((each) => each.id !== id) }
      if (gone) recount(gone)
    },
    judge(point, level) {
      const change = live.judge(point, level === undefined ? undefined : { level })
      changed(change.nodes, change.calculations, [])
    },
    stored(answers, newer) {
      for (const [id, answer] of Object.entries(answers)) {
        const mine = submission.answers[id]
        if (newer(id) && mine) put(id, { ...mine, revision: answer.revision })
        else put(id, answer)
      }
    },
    restore(changes) {
      for (const change of changes) if (fields.has(change.id)) put(change.id, applied(submission.answers[change.id], change, fields.get(change.id)?.schema))
    },
    conflict(id, mine, theirs) {
      if (same(mine, theirs)) {
        options.onYield?.(id)
        return put(id, theirs)
      }
      conflicts.set(id, { mine, theirs })
      notify([`answer:${id}`, 'save', 'summary'])
    },
    resolve(id, whose) {
      const conflict = conflicts.get(id)
      if (!conflict) return
      conflicts.delete(id)
      const { mine, theirs } = conflict
      if (whose === 'theirs') {
        put(id, theirs)
        options.onYield?.(id)
      } else edit(id, { ...applied(theirs, mine, fields.get(id)?.schema), revision: theirs.revision })
      notify(['save', 'summary'])
    },
    refuse(id, why) {
      if (why === undefined) refused.delete(id)
      else refused.set(id, why)
      notify([`answer:${id}`, 'save', 'summary'])
    },
    setEditing(next) {
      onEdit = next
    },
  }
  return store
}

function plainPrevious(previous: Submission | Record<string, unknown> | undefined): Record<string, unknown> {
  if (!previous) return {}
  if (previous['format'] !== 'yardstick/submission@1') return previous as Record<string, unknown>
  return Object.fromEntries(Object.entries((previous as Submission).answers).map(([id, { value }]) => [id, value]))
}

const same = (mine: AnswerChange, theirs: Answer): boolean =>
  JSON.stringify([mine.value, mine.status ?? theirs.status, mine.reason, mine.claim]) === JSON.stringify([theirs.value, theirs.status, theirs.reason, theirs.claim])

