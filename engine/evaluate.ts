import type { Node, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { hash } from './hash.ts'
import type { Input } from './input.ts'
import { nodeOutcome, type Scored } from './nodeOutcome.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { CompiledRule } from './rule/rule.ts'
import { borrowed, get } from './slots.ts'
import { settleVisibility, stateOf, type State } from './state.ts'
import { walk } from './tree.ts'

export interface EvaluateOptions {
  /** Give the value of every rule of these points (or of all). */
  trace?: boolean | readonly string[]
  /** Fill in the hashes of framework and inputs. */
  hash?: boolean
}

/** Evaluates one submission. The same framework and input give the same outcome, everywhere and always; nothing throws. */
export function evaluate(compiled: Compiled, input: Input, options: EvaluateOptions = {}): Outcome {
  const state = stateOf(compiled, input, borrowed(compiled.layout))
  return outcomeOf(state, run(state), options)
}

/** The phases, in the order of every evaluation. */
export function run(state: State): Scored {
  const { compiled, frame } = state
  const scored: Scored = { outcomes: [], exact: [] }
  scored.outcomes.length = scored.exact.length = compiled.nodes.size
  // 1. Applicability and 2. visibility: what does not apply or is hidden is absent from here on.
  settleVisibility(state)
  // 3. Calculations, each after those it reads, and what all other rules come to.
  compiled.layout.program?.run(frame)
  // 4. Checks, 5. evidence requirements and 6. rubric, point by point.
  for (const point of compiled.points) scored.outcomes[point.index] = pointOutcome(state, point, scored.exact)
  // 7. Aggregation, children before parents.
  for (const node of compiled.upward) scored.outcomes[node.index] = nodeOutcome(compiled, node, scored)
  return scored
}

/** An outcome document from the nodes of a finished evaluation. */
export function outcomeOf(state: State, { outcomes }: Scored, options: EvaluateOptions = {}): Outcome {
  const { compiled, frame, input } = state
  const { framework } = compiled
  const outcome: Outcome = {
    format: 'yardstick/outcome@1',
    framework: { id: framework.id, edition: framework.edition, ...(options.hash && { hash: hash(framework) }) },
    inputs: options.hash ? hash({ input, profile: compiled.profile }) : '',
    nodes: {}, calculations: {}, issues: [],
  }
  for (const { id, index } of compiled.points) add(outcome, id, outcomes[index])
  for (const { id, index } of compiled.upward) add(outcome, id, outcomes[index])
  for (const { id, variable } of compiled.calculations) {
    const number = frame.numbers[variable.slot] as number
    outcome.calculations[id] = variable.type.kind === 'number' ? (number === number ? number : null) : ((get(frame, variable) ?? null) as Outcome['calculations'][string])
  }
  if (options.trace !== undefined && options.trace !== false) trace(state, outcome, options.trace)
  return outcome
}

function add(outcome: Outcome, id: string, node: Node | undefined): void {
  if (!node) return
  outcome.nodes[id] = node
  for (const issue of node.issues) outcome.issues.push(issue)
}

function trace(state: State, outcome: Outcome, wanted: true | readonly string[]): void {
  for (const { id, kind } of walk(state.compiled.root)) {
    const [node, point] = [outcome.nodes[id], state.compiled.point(id)]
    if (kind === 'point' && node && point && (wanted === true || wanted.includes(id))) outcome.nodes[id] = { ...node, trace: traceOf(state, point) }
  }
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
