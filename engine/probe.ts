import type { Node } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import type { Input } from './input.ts'
import { namesRead } from './lint/subjects.ts'
import { pointOutcome } from './pointOutcome.ts'
import type { Node as RuleNode } from './rule/contract.ts'
import { environment } from './rule/environment.ts'
import { toNumber } from './rule/rational.ts'
import { run } from './rule/run.ts'
import { fraction, isNumber } from './rule/value.ts'
import { get } from './slots.ts'
import { enter, settleVisibility, stateOf } from './state.ts'

/** One point asked again and again with other answers; nothing else of the framework is worked out. */
export interface Probe {
  readonly input: Input
  /** Names the level turns on, through calculations and through what shows a field; calculations are marked with `=`. */
  readonly names: ReadonlySet<string>
  /** Sets answers; undefined makes one absent. */
  fill(answers: Readonly<Record<string, unknown>>): void
  judge(level: string | undefined): void
  outcome(): Node
  value(name: string): unknown
  hidden(field: string): boolean
  /** What a spot of a rule comes to; undefined where unknown or no number. */
  number(node: RuleNode): number | undefined
  /** Whether a condition in a rule holds; undefined where unknown. */
  truth(node: RuleNode): boolean | undefined
}

/** Opens a probe on an input; its names are those the level turns on, or these nodes of the point's rules. */
export function probe(compiled: Compiled, input: Input, point: PointInfo, nodes?: readonly RuleNode[]): Probe {
  const answers: Record<string, unknown> = { ...input.answers }
  const state = stateOf(compiled, { ...input, answers })
  const names = namesBehind(compiled, point, nodes)
  const worked = compiled.calculations.filter(({ id, point: own }) => own === point.id || names.has(`=${id}`))
  let stale = true
  const settle = (): void => {
    if (!stale) return
    settleVisibility(state)
    for (const { rule, variable } of worked) rule?.store(state.frame, variable)
    stale = false
  }
  return {
    input, names,
    fill(values) {
      for (const [id, value] of Object.entries(values)) {
        answers[id] = value
        const field = compiled.fields.get(id)
        if (field && !state.hidden.has(id)) enter(state, field)
      }
      stale = true
    },
    judge(level) {
      const { [point.id]: _, ...others } = state.input.judgements ?? {}
      state.input = { ...state.input, judgements: level === undefined ? others : { ...others, [point.id]: { level } } }
    },
    outcome() {
      settle()
      return pointOutcome(state, point)
    },
    value(name) {
      settle()
      const variable = compiled.scope.variable(name)
      return variable && get(state.frame, variable)
    },
    hidden(field) {
      settle()
      return state.hidden.has(field)
    },
    number(node) {
      settle()
      const value = run(node, environment(state.frame))
      return isNumber(value) ? toNumber(fraction(value)) : undefined
    },
    truth(node) {
      settle()
      const value = run(node, environment(state.frame))
      return typeof value === 'boolean' ? value : undefined
    },
  }
}

function levelNodes(point: PointInfo): RuleNode[] {
  const { rubric } = point
  const rules = [rubric.bands?.value, ...(rubric.bands?.ends ?? []), ...rubric.criteria.map(({ rule }) => rule), ...rubric.limits.map(({ rule }) => rule), rubric.score, ...point.evidence.map(({ requirement, requiredIf }) => (requirement.forLevels ? requiredIf : undefined)), point.visibleIf]
  return rules.flatMap((rule) => rule?.node ?? [])
}

/** Names the level turns on, or these nodes, through calculations and through what shows a field. */
export function namesBehind(compiled: Compiled, point: PointInfo, nodes: readonly RuleNode[] = levelNodes(point)): Set<string> {
  const found = new Set<string>()
  const look = (node: RuleNode | undefined): void => void (node && namesRead(node, found))
  nodes.forEach(look)
  // A set grows while it is walked, so what shows a field that shows a field is found too.
  for (const name of found) for (const { fields } of compiled.points) look(fields.find(({ id }) => id === name)?.visibleIf?.node)
  return found
}
