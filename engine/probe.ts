import type { Node } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import type { Input } from './input.ts'
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
  /** Sets answers; undefined makes one absent. */
  fill(answers: Readonly<Record<string, unknown>>): void
  judge(level: string | undefined): void
  outcome(): Node
  value(name: string): unknown
  hidden(field: string): boolean
  /** What a spot of a rule comes to; undefined where unknown or no number. */
  number(node: RuleNode): number | undefined
}

/** Opens a probe; `calculations` names those the answers to come are asked for. */
export function probe(compiled: Compiled, input: Input, point: PointInfo, calculations: ReadonlySet<string>): Probe {
  const answers: Record<string, unknown> = { ...input.answers }
  const state = stateOf(compiled, { ...input, answers })
  const worked = compiled.calculations.filter(({ id }) => calculations.has(id))
  let stale = true
  const settle = (): void => {
    if (!stale) return
    settleVisibility(state)
    for (const { rule, variable } of worked) rule?.store(state.frame, variable)
    stale = false
  }
  return {
    input,
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
      return pointOutcome(state, point, [])
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
  }
}
