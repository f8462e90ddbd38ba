import type { Node, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { hash } from './hash.ts'
import type { Input } from './input.ts'
import { nodeOutcome } from './nodeOutcome.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { CompiledRule } from './rule/rule.ts'
import { get } from './slots.ts'
import { settleVisibility, stateOf, type State } from './state.ts'

export interface EvaluateOptions {
  /** Give the value of every rule of these points (or of all). */
  trace?: boolean | readonly string[]
  /** Fill in the hashes of framework and inputs. */
  hash?: boolean
}

/** Evaluates one submission. The same framework and input give the same outcome, everywhere and always; nothing throws. */
export function evaluate(compiled: Compiled, input: Input, options: EvaluateOptions = {}): Outcome {
  const state = stateOf(compiled, input)
  const nodes = run(state)
  return outcomeOf(state, nodes, options)
}

/** The phases, in the order of every evaluation. */
export function run(state: State): Map<string, Node> {
  const { compiled, frame } = state
  const nodes = new Map<string, Node>()
  // 1. Applicability and 2. visibility: what does not apply or is hidden is absent from here on.
  settleVisibility(state)
  // 3. Calculations, each after those it reads.
  for (const { rule, variable } of compiled.calculations) rule?.store(frame, variable)
  // 4. Checks, 5. evidence requirements and 6. rubric, point by point.
  for (const point of compiled.points) nodes.set(point.id, pointOutcome(state, point))
  // 7. Aggregation, children before parents.
  for (const node of compiled.upward) nodes.set(node.id, nodeOutcome(compiled, node, (id) => nodes.get(id)))
  return nodes
}

/** An outcome document from the nodes of a finished evaluation. */
export function outcomeOf(state: State, nodes: ReadonlyMap<string, Node>, options: EvaluateOptions = {}): Outcome {
  const { compiled, frame, input } = state
  const { framework } = compiled
  const wanted = (id: string): boolean => options.trace === true || (Array.isArray(options.trace) && options.trace.includes(id))
  return {
    format: 'yardstick/outcome@1',
    framework: { id: framework.id, edition: framework.edition, ...(options.hash && { hash: hash(framework) }) },
    inputs: options.hash ? hash({ input, profile: compiled.profile }) : '',
    nodes: Object.fromEntries([...nodes].map(([id, node]) => {
      const point = wanted(id) ? compiled.point(id) : undefined
      return [id, point ? { ...node, trace: traceOf(state, point) } : node]
    })),
    calculations: Object.fromEntries(compiled.calculations.map(({ id, variable }) => [id, (get(frame, variable) ?? null) as Outcome['calculations'][string]])),
    issues: [...nodes.values()].flatMap(({ issues }) => issues),
  }
}

/** What every rule of a point came to, by its place in the document. */
function traceOf({ frame }: State, point: PointInfo): Traced[] {
  const { rubric } = point
  const rules: (CompiledRule | undefined)[] = [
    point.visibleIf, ...point.calculations.map(({ rule }) => rule), ...point.checks.map(({ rule }) => rule), ...point.evidence.map(({ requiredIf }) => requiredIf),
    rubric.bands?.value, ...(rubric.bands?.ends ?? []), ...rubric.criteria.map(({ rule }) => rule), rubric.score, ...rubric.limits.map(({ rule }) => rule),
  ]
  return rules.flatMap((rule) => (rule ? [rule.trace(frame)] : []))
}
