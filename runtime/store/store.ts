import { compile, evaluate, explain, type Compilation, type Compiled } from '../../engine/index.ts'
import type { Framework, Issue, Profile } from '../../schemas/index.ts'
import { adopting } from './adopting.ts'
import { alternatives } from './alternatives.ts'
import { answering } from './answering.ts'
import { attaching } from './attaching.ts'
import type { Store, StoreOptions } from './contract.ts'
import { lens, type Lens } from './lens.ts'
import { stateOf } from './state.ts'

export function createStore(options: StoreOptions): Store | { issues: readonly Issue[] } {
  const made = lens(options.framework)
  const { compiled, issues } = compiledOf(made.framework, options.profile ?? options.cycle?.profile, options.checked)
  return compiled ? open(options, compiled, made, issues) : { issues }
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

function open(options: StoreOptions, compiled: Compiled, made: Lens, issues: readonly Issue[]): Store {
  const { cycle, framework, locale = 'zh' } = options
  let { readOnly = false } = options
  const state = stateOf(options, compiled, made)
  const { points, fields, homes, session: live, signals, unit, previous } = state
  const { updatedAt, answers: given, evidence } = state.submission
  const begun = evidence.length > 0 || Object.values(given).some(({ status, source }) => status !== 'proposed' && source !== 'survey')
  const answers = answering(state, options)
  // Lists are copied out of the session: once per change, not once per row that shows them.
  const values = new Map<string, unknown>()
  signals.subscribe('changed', () => values.clear())
  const store: Store = {
    compiled, issues, framework, cycle, unit, locale, previous, lens: made,
    ...answers, ...attaching(state, answers.cite), ...adopting(state), ...alternatives(state),
    save: { kind: 'idle', pending: 0, ...(updatedAt && begun ? { at: new Date(updatedAt) } : {}) },
    view: { point: compiled.points[0]?.id ?? '', mode: 'all', panel: 'form', outline: false, verdict: false, onlyTodo: false },
    uploads: [],
    setUploads(change) {
      store.uploads = change(store.uploads)
      signals.notify(['uploads'])
    },
    setView(patch) {
      store.view = { ...store.view, ...patch }
      signals.notify(['view'])
    },
    present(language, locked) {
      if (language === store.locale && locked === readOnly) return
      store.locale = language
      readOnly = locked
      state.tick += 1
      signals.notify(['summary', 'editable'])
    },
    subscribe: (keys, listener) => signals.subscribe(keys, listener),
    notify: (...keys) => signals.notify(keys),
    tick: () => state.tick,
    heard: () => state.heard,
    submission: () => state.submission,
    outcome: () => live.outcome,
    digest: () => evaluate(compiled, state.inputOf('current'), { hash: true }).inputs,
    point: (id) => points.get(id),
    field: (id) => fields.get(id),
    pointsOf: (field) => homes.get(field) ?? [],
    answer: (id) => state.submission.answers[id],
    node: (id) => live.node(id),
    calculation(id) {
      if (!values.has(id)) values.set(id, live.value(id))
      return values.get(id)
    },
    editable(point) {
      const { state: stage, points: reviews } = state.submission
      return !readOnly && (stage === 'draft' || (stage === 'returned' && reviews[point]?.state === 'returned'))
    },
    explain: (node) => explain(compiled, live.input, live.outcome, node, store.locale),
    judge(point, level) {
      const change = live.judge(point, level === undefined ? undefined : { level })
      state.changed(change.nodes, change.calculations, [])
    },
  }
  return store
}
