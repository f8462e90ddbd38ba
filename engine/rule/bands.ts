import type { Issue, Rule } from '../../schemas/index.ts'
import { compareReal } from './root.ts'
import { accuracyOf } from './accuracy.ts'
import { zone } from './decide.ts'
import { environment } from './environment.ts'
import { Rational, toNumber } from './rational.ts'
import { compileRule, type CompiledRule } from './rule.ts'
import { run } from './run.ts'
import { isNumber, type Value } from './value.ts'
import type { Frame, Node, Scope } from './contract.ts'

export interface BandOptions {
  /** lower: [a,b); upper: (a,b]. */
  includes?: 'lower' | 'upper'
  /** JSON pointer of the value's rule. */
  path?: string
  /** JSON pointers of the ends. */
  endPaths?: readonly string[]
}

/** A numeric rule against ascending band ends, compared exactly. Create with compileBands. */
export class CompiledBands {
  readonly value: CompiledRule
  /** Lower ends of the second, third … band. */
  readonly ends: readonly CompiledRule[]
  readonly reads: readonly number[]
  private readonly upper: boolean
  /** Around each constant end, where doubles cannot tell; undefined where an end is not constant. */
  private readonly zones: { low: number; high: number }[] | undefined

  constructor(value: CompiledRule, ends: readonly CompiledRule[], upper: boolean) {
    this.value = value
    this.ends = ends
    this.upper = upper
    this.zones = zonesOf(value.node, ends.map(({ node }) => node))
    this.reads = [...new Set([value, ...ends].flatMap(({ reads }) => reads))].toSorted((a, b) => a - b)
  }

  /** Index of the band, 0 being below the first end; -1 when unknown. */
  index(frame: Frame): number {
    const { zones } = this
    if (zones) {
      const value = this.value.number(frame)
      if (value !== value) return this.ends.length === 0 ? 0 : -1
      let index = 0
      for (const { low, high } of zones) {
        if (value < low) return index
        if (value <= high) return this.exactly(frame)
        index++
      }
      return index
    }
    return this.exactly(frame)
  }

  private exactly(frame: Frame): number {
    const [least, most] = this.range(frame)
    return least === most ? least : -1
  }

  /** Bands still possible, ascending. */
  possible(frame: Frame): readonly number[] {
    const index = this.zones ? this.index(frame) : -1
    if (index >= 0) return [index]
    const [least, most] = this.range(frame)
    return Array.from({ length: most - least + 1 }, (_, i) => least + i)
  }

  private range(frame: Frame): [least: number, most: number] {
    const env = environment(frame)
    const value = run(this.value.node, env)
    if (!isNumber(value)) return [0, this.ends.length]
    let [least, most] = [0, this.ends.length]
    for (const [i, end] of this.ends.entries()) {
      const passed = this.passed(value, run(end.node, env))
      if (passed === true) least = i + 1
      if (passed === false) most = Math.min(most, i)
    }
    return [Math.min(least, most), most]
  }

  private passed(value: Value, end: Value | undefined): boolean | undefined {
    if (!isNumber(value) || !isNumber(end)) return undefined
    const order = compareReal(value, end)
    return this.upper ? order > 0 : order >= 0
  }
}

/** Binds a value and the lower ends of its second, third … band. */
export function compileBands(value: Rule, ends: readonly Rule[], scope: Scope, { includes = 'lower', path = '', endPaths = [] }: BandOptions = {}): { bands?: CompiledBands; issues: Issue[] } {
  const main = compileRule(value, scope, { expect: 'number', path })
  const lower = ends.map((end, i) => compileRule(end, scope, { expect: 'number', path: endPaths[i] ?? path }))
  const issues = [main, ...lower].flatMap((made) => made.issues)
  const rules = lower.flatMap(({ rule }) => rule ?? [])
  if (!main.rule || rules.length < ends.length) return { issues }
  return { bands: new CompiledBands(main.rule, rules, includes === 'upper'), issues }
}

function zonesOf(value: Node, ends: readonly Node[]): { low: number; high: number }[] | undefined {
  const accuracy = accuracyOf(value)
  const zones = ends.flatMap(({ kind, constant }) => (kind === 'constant' && constant instanceof Rational ? [zone(toNumber(constant), accuracy)] : []))
  const ascending = zones.every(({ high }, i) => (zones[i + 1]?.low ?? Infinity) > high)
  return zones.length === ends.length && ascending ? zones : undefined
}
