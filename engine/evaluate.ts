import type { Issue, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { hash } from './hash.ts'
import type { Input } from './input.ts'
import { nodeOutcome, type Scored } from './nodeOutcome.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { CompiledRule } from './rule/rule.ts'
import { borrowed, get } from './slots.ts'
import { settleVisibility, stateOf, type State } from './state.ts'

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

/** An outcome document from the nodes of a finished evaluation. Its long parts are put together when first looked at. */
export function outcomeOf(state: State, { outcomes }: Scored, options: EvaluateOptions = {}): Outcome {
  const { compiled, input } = state
  const { framework } = compiled
  const values = valuesOf(state)
  const issues: Issue[] = []
  for (const place of compiled.places.nodes) gather(outcomes[place], issues)
  const traces = options.trace === undefined || options.trace === false ? undefined : tracesOf(state, options.trace)
  // A session goes on changing its list of nodes, this outcome does not.
  const kept = outcomes.slice()
  let nodes: Outcome['nodes'] | undefined
  let calculations: Outcome['calculations'] | undefined
  return {
    format: 'yardstick/outcome@1',
    framework: { id: framework.id, edition: framework.edition, ...(options.hash && { hash: hash(framework) }) },
    inputs: options.hash ? hash({ input, profile: compiled.profile }) : '',
    get nodes() {
      return (nodes ??= nodesOf(compiled, kept, traces))
    },
    get calculations() {
      return (calculations ??= calculationsOf(compiled, values))
    },
    issues,
  }
}

function gather(node: Scored['outcomes'][number], issues: Issue[]): void {
  if (node && node.issues.length > 0) for (const one of node.issues) issues.push(one)
}

function nodesOf(compiled: Compiled, outcomes: Scored['outcomes'], traces: ReadonlyMap<string, Traced[]> | undefined): Outcome['nodes'] {
  const record: Outcome['nodes'] = {}
  for (const list of [compiled.points, compiled.upward]) {
    for (const { id, index } of list) {
      const node = outcomes[index]
      if (!node) continue
      const trace = traces?.get(id)
      record[id] = trace ? { ...node, trace } : node
    }
  }
  return record
}

/** What the calculations came to, numbers apart from the rest. */
function valuesOf({ compiled, frame }: State): { numbers: Float64Array; others: unknown[] } {
  const { numbers: slots, others: odd } = compiled.places
  const numbers = new Float64Array(slots.length)
  for (let i = 0; i < slots.length; i++) numbers[i] = frame.numbers[slots[i] as number] as number
  const others: unknown[] = []
  for (const i of odd) {
    const variable = compiled.calculations[i]?.variable
    others[i] = variable && get(frame, variable)
  }
  return { numbers, others }
}

function calculationsOf({ calculations }: Compiled, { numbers, others }: ReturnType<typeof valuesOf>): Outcome['calculations'] {
  const record: Record<string, unknown> = {}
  for (const [i, { id, variable }] of calculations.entries()) {
    const number = numbers[i] as number
    record[id] = variable.type.kind !== 'number' ? (others[i] ?? null) : Number.isNaN(number) ? null : number
  }
  return record as Outcome['calculations']
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
