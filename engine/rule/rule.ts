import type { Issue, Rule, Traced } from '../../schemas/index.ts'
import { assign } from '../slots.ts'
import { bind } from './bind.ts'
import { isDecimal } from './accuracy.ts'
import { start, type Closure } from './closure.ts'
import { compiler } from './compiler.ts'
import { environment } from './environment.ts'
import { isFallible } from './fallible.ts'
import type { Rational } from './rational.ts'
import { readsOf } from './reads.ts'
import { run } from './run.ts'
import { traced } from './trace.ts'
import type { Type } from './type.ts'
import { fraction, isNumber, plain, type Plain, type Value } from './value.ts'
import type { Frame, Node, Scope, Variable } from './contract.ts'

/** 0 false, 1 unknown, 2 true. */
export type Truth = 0 | 1 | 2

export interface RuleOptions {
  /** What kind the result must be; any if left out. */
  expect?: Type['kind']
  /** JSON pointer of the rule in its document. */
  path?: string
}

const truthType: Type = { kind: 'boolean' }

/** A rule that is ready to run on frames of one layout. Create with compileRule. */
export class CompiledRule {
  readonly source: Rule
  readonly type: Type
  /** Slots this rule depends on directly (calculated columns included). */
  readonly reads: readonly number[]
  /** Whether the stored double stands for exactly one decimal, so that it need not be worked out again. */
  readonly decimal: boolean
  /** Whether the result can be unknown although all inputs are there. */
  readonly fallible: boolean
  /** Where a whole evaluation leaves the result; -1 if the rule is in no program. */
  register = -1
  private truths: Closure | undefined
  private numbers: Closure | undefined
  private bound: Node | undefined
  private readonly scope: Scope
  private readonly path: string

  constructor(source: Rule, node: Node, scope: Scope, path: string) {
    this.source = source
    this.bound = node
    this.scope = scope
    this.path = path
    this.type = node.type.kind === 'boolean' ? truthType : node.type
    this.reads = readsOf(node)
    this.decimal = isDecimal(node)
    this.fallible = isFallible(node)
  }

  /** The bound tree, for lint, words and exact arithmetic; bound again where it was let go. */
  get node(): Node {
    this.bound ??= bind(this.source, this.scope, this.path).node
    if (!this.bound) throw new Error(`a rule that could be bound no longer can: ${this.path}`)
    return this.bound
  }

  /** Lets the tree go, the largest part of a rule: a framework's rules run from its program, most never need theirs again. */
  forget(): void {
    this.bound = undefined
  }

  /** The truth of a condition. */
  truth(frame: Frame): Truth {
    if (frame.fresh && this.register >= 0) return frame.numbers[this.register] as Truth
    start(frame)
    return (this.truths ??= compiler.truth(this.node))(frame.numbers) as Truth
  }

  /** A numeric result to within the rounding of doubles, a date as days; NaN is unknown. */
  number(frame: Frame): number {
    if (frame.fresh && this.register >= 0) return frame.numbers[this.register] as number
    start(frame)
    return (this.numbers ??= compiler.number(this.node))(frame.numbers)
  }

  /** Any result; a number is the double nearest to the exact one. undefined is unknown. */
  value(frame: Frame): Plain | undefined {
    const value = run(this.node, environment(frame))
    return value === undefined ? undefined : plain(value)
  }

  /** A numeric result, exactly. */
  exact(frame: Frame): Rational | undefined {
    const value = run(this.node, environment(frame))
    return isNumber(value) ? fraction(value) : undefined
  }

  /** Assigns the result to a calculation's slot; false if nobody downstream needs to look again. */
  store(frame: Frame, variable: Variable): boolean {
    const { kind } = this.type
    const { numbers, objects } = frame
    const before = numbers[variable.slot] as number
    if (kind === 'number' || kind === 'boolean' || kind === 'date') {
      const after = kind === 'boolean' ? this.truth(frame) : this.number(frame)
      numbers[variable.slot] = after
      return !(Object.is(before, after) && (kind !== 'number' || this.decimal || Number.isNaN(after)))
    }
    const held = objects[variable.slot]
    const value = run(this.node, environment(frame))
    assign(frame, variable, value)
    return kind !== 'text' || held !== value
  }

  /** What each part of the rule came to. */
  trace(frame: Frame): Traced {
    return traced(this.node, environment(frame))
  }

  /** Why the result is unknown although the inputs are there: rule.divideByZero, rule.empty, limit.steps … */
  runtimeIssues(frame: Frame): readonly Issue[] {
    if (!this.fallible) return nothingWrong
    const issues: Issue[] = []
    const value: Value | undefined = run(this.node, environment(frame, issues))
    return value === undefined ? issues : []
  }
}

const nothingWrong: readonly Issue[] = Object.freeze([])

/** Binds and type-checks a rule; it is there unless an issue is an error. */
export function compileRule(source: Rule, scope: Scope, { expect, path = '' }: RuleOptions = {}): { rule?: CompiledRule; issues: Issue[] } {
  const { node, issues } = bind(source, scope, path)
  if (node && expect && !fits(node.type, expect)) {
    const code = expect === 'boolean' ? 'rule.condition' : 'rule.type'
    issues.push({ code, severity: 'error', path, params: { expected: [expect], actual: node.type.kind } })
  }
  if (!node || issues.some(({ severity }) => severity === 'error')) return { issues }
  return { rule: new CompiledRule(source, node, scope, path), issues }
}

const fits = (type: Type, expect: Type['kind']): boolean =>
  type.kind === expect || type.kind === 'nothing' || (expect === 'boolean' && type.kind === 'list')
