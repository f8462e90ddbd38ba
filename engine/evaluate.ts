import type { Node, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { hash } from './hash.ts'
import type { Input } from './input.ts'
import { nodeOutcome } from './nodeOutcome.ts'
import { LazyOutcome } from './outcome.ts'
import { judgeAll } from './plan.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { CompiledRule } from './rule/rule.ts'
import { borrowed, get } from './slots.ts'
import { Spans, type Scored } from './spans.ts'
import { settleVisibility, stateOf, type State } from './state.ts'

/** What an evaluation gives beside the outcome itself; both cost time and are left out unless asked for. */
export interface EvaluateOptions {
  /** Give the value of every rule of these points (or of all). */
  trace?: boolean | readonly string[]
  /** Fill in the hashes of framework and inputs. */
  hash?: boolean
}

/** Evaluates one submission. The same framework and input give the same outcome, everywhere and always; nothing throws. */
export function evaluate(compiled: Compiled, input: Input, options: EvaluateOptions = {}): Outcome {
  const state = stateOf(compiled, input, borrowed(compiled.layout))
  return outcomeOf(state, run(state, spare(compiled)), options, true)
}

/** The outcome of one point as a whole evaluation gives it, without working out the others'. */
export function evaluatePoint(compiled: Compiled, input: Input, point: PointInfo): Node {
  const state = stateOf(compiled, input, borrowed(compiled.layout))
  settleVisibility(state)
  compiled.layout.program?.run(state.frame)
  return pointOutcome(state, point)
}

/** Whole evaluations of a framework, one after the other, share the place of their exact scores: each writes all of it. */
function spare(compiled: Compiled): Spans {
  const known = spares.get(compiled)
  if (known) return known
  const made = new Spans(compiled.nodes.size)
  spares.set(compiled, made)
  return made
}
const spares = new WeakMap<Compiled, Spans>()

/** The phases, in the order of every evaluation. */
export function run(state: State, spans = new Spans(state.compiled.nodes.size)): Scored {
  const { compiled, frame } = state
  const scored: Scored = { outcomes: [], spans }
  scored.outcomes.length = compiled.nodes.size
  // 1. Applicability and 2. visibility: what does not apply or is hidden is absent from here on.
  settleVisibility(state)
  // 3. Calculations, each after those it reads, and what all other rules come to.
  compiled.layout.program?.run(frame)
  // 4. Checks, 5. evidence requirements and 6. rubric, point by point.
  judgeAll(state, scored)
  // 7. Aggregation, children before parents.
  for (const node of compiled.upward) scored.outcomes[node.index] = nodeOutcome(compiled, node, scored)
  return scored
}

/** The outcome document of an evaluation; `last` if nobody goes on changing the nodes. */
export function outcomeOf(state: State, { outcomes }: Scored, options: EvaluateOptions = {}, last = false): Outcome {
  const { compiled, input, frame } = state
  const { framework: { id, edition }, places: { first, last: end, others: odd } } = compiled
  const others: unknown[] = []
  const numbers: number[] = []
  numbers.length = end + 1 - first
  for (let i = 0; i < numbers.length; i++) numbers[i] = frame.numbers[first + i] as number
  for (const i of odd) {
    const variable = compiled.calculations[i]?.variable
    others[i] = variable && get(frame, variable)
  }
  return new LazyOutcome(options.hash ? { id, edition, hash: hash(compiled.framework) } : { id, edition }, options.hash ? hash({ input, profile: compiled.profile }) : '', {
    compiled, others, numbers, nodes: last ? outcomes : outcomes.slice(),
    traces: options.trace === undefined || options.trace === false ? undefined : tracesOf(state, options.trace),
  })
}

function tracesOf(state: State, wanted: true | readonly string[]): Map<string, Traced[]> {
  const points = state.compiled.points.filter(({ id }) => wanted === true || wanted.includes(id))
  return new Map(points.map((point) => [point.id, traceOf(state, point)]))
}

/** What every rule of a point came to, by its place in the document. */
export function traceOf({ frame }: State, point: PointInfo): Traced[] {
  const { rubric } = point
  const rules: (CompiledRule | undefined)[] = [
    point.visibleIf, ...point.calculations.map(({ rule }) => rule), ...point.checks.map(({ rule }) => rule), ...point.evidence.map(({ requiredIf }) => requiredIf),
    rubric.bands?.value, ...(rubric.bands?.ends ?? []), ...rubric.criteria.map(({ rule }) => rule), rubric.score, ...rubric.limits.map(({ rule }) => rule),
  ]
  return rules.flatMap((rule) => (rule ? [rule.trace(frame)] : []))
}
