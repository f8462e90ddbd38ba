import type { Issue, Rule, Traced } from '../../schemas/index.ts'
import type { Frame } from '../slots.ts'
import type { Node } from './node.ts'
import type { Rational } from './rational.ts'
import type { Scope, Variable } from './scope.ts'
import type { Type } from './type.ts'
import type { Plain } from './value.ts'

export type Truth = 0 | 1 | 2
/** 0 false, 1 unknown, 2 true. */
export interface CompiledRule {
  readonly source: Rule
  readonly type: Type
  /** The bound tree, for lint and words. */
  readonly node: Node
  /** Slots this rule depends on directly (calculated columns included); fixed once compiled. */
  readonly reads: readonly number[]
  /** Boolean rules. */
  truth(frame: Frame): Truth
  /** Numeric rules, to within the rounding of doubles; NaN is unknown. Dates as days. */
  number(frame: Frame): number
  /** Any rule, exactly; numbers are the double nearest to the exact result. undefined is unknown. */
  value(frame: Frame): Plain | undefined
  /** Numeric rules: the exact result. */
  exact(frame: Frame): Rational | undefined
  /** Assigns the result to a calculation's slot; returns whether it may have changed (false = nobody downstream needs to look). */
  store(frame: Frame, variable: Variable): boolean
  trace(frame: Frame): Traced
  /** Why the result is unknown although the inputs are there: rule.divideByZero, rule.empty, limit.steps, limit.size … Call it when a result is unknown. */
  runtimeIssues(frame: Frame): readonly Issue[]
}
export interface RuleOptions {
  /** What kind the result must be; any if left out. */
  expect?: Type['kind']
  /** JSON pointer of the rule in its document. */
  path?: string
}
/** Binds and type-checks a rule. `rule` is there unless an issue is an error. */
export declare function compileRule(rule: Rule, scope: Scope, options?: RuleOptions): { rule?: CompiledRule; issues: Issue[] }

/** A numeric rule compared exactly with ascending band ends. */
export interface CompiledBands {
  readonly reads: readonly number[]
  readonly value: CompiledRule
  readonly ends: readonly CompiledRule[]
  /** Index of the band (0 = below the first end), -1 when unknown. */
  index(frame: Frame): number
  /** Bands still possible, ascending. */
  possible(frame: Frame): readonly number[]
}
/** `ends`: the lower ends of the second, third … band. `includes` lower: [a,b), upper: (a,b]. */
export declare function compileBands(value: Rule, ends: readonly Rule[], scope: Scope, options?: { includes?: 'lower' | 'upper'; path?: string; endPaths?: readonly string[] }): { bands?: CompiledBands; issues: Issue[] }
