import { layout, frame, put } from '../../engine/slots.ts'
import { accuracyOf } from '../../engine/rule/accuracy.ts'
import { compileRule, type CompiledRule } from '../../engine/rule/rule.ts'
import { link, type Step } from '../../engine/rule/program.ts'
import { nearest } from './fraction.ts'
import { data as dataOf, numberOf, reference, type Maybe } from './reference.ts'
import type { Sample } from './generate.ts'
import type { Frame, Layout } from '../../engine/rule/contract.ts'

export interface Prepared { frame: Frame; steps: Step[]; rules: CompiledRule[] }

/** Compiles a sample's calculations and rules, and fills a frame with its data. */
export function prepare({ declarations, data, calculations, rules }: Sample): Prepared {
  const layoutOf = layout([...declarations, ...Object.keys(calculations).map((path) => ({ path, type: { kind: 'number' as const } }))])
  const steps = Object.entries(calculations).map(([name, rule]): Step => {
    const made = must(rule, layoutOf)
    const variable = layoutOf.variable(name)
    if (!variable) return { rule: made }
    variable.rule = made
    variable.type = made.type
    return { rule: made, variable }
  })
  const compiled = rules.map((rule) => must(rule, layoutOf))
  link(layoutOf, [...steps, ...compiled.map((rule) => ({ rule }))])
  const frameOf = frame(layoutOf)
  for (const { path } of declarations) {
    const variable = layoutOf.variable(path)
    const issues = variable ? put(frameOf, variable, data[path]) : []
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
  }
  return { frame: frameOf, steps, rules: compiled }
}

/** Works out everything, rule by rule or all at once. */
export function compute({ frame: frameOf, steps }: Prepared, way: 'closures' | 'program'): void {
  if (way === 'program') return frameOf.layout.program?.run(frameOf)
  frameOf.fresh = false
  for (const { rule, variable } of steps) if (variable) rule.store(frameOf, variable)
}

function must(source: Sample['rules'][number], layoutOf: Layout): CompiledRule {
  const { rule, issues } = compileRule(source, layoutOf)
  if (!rule) throw new Error(`${JSON.stringify(source)}: ${JSON.stringify(issues)}`)
  return rule
}

/** What the engine, both ways, and the reference disagree about, in words. */
export function differences(sample: Sample, prepared: Prepared): string[] {
  const scope = { data: sample.data, rules: sample.calculations, rows: [] }
  const expected = sample.rules.map((rule) => reference(rule, scope))
  return (['program', 'closures'] as const).flatMap((way) => {
    compute(prepared, way)
    return prepared.rules.flatMap((rule, i) => {
      const found = difference(rule, prepared.frame, expected[i], way === 'closures')
      return found === undefined ? [] : [`${way}, ${found} for ${JSON.stringify(sample.rules[i])} with ${JSON.stringify(sample.calculations)} on ${JSON.stringify(sample.data)}`]
    })
  })
}

function difference(rule: CompiledRule, frameOf: Frame, expected: Maybe, interpreted: boolean): string | undefined {
  const wanted = dataOf(expected)
  const say = (what: string, got: unknown): string => `${what}: engine ${JSON.stringify(got)}, reference ${JSON.stringify(wanted)}`
  if (interpreted) {
    const value = rule.value(frameOf) ?? null
    if (!same(value, wanted)) return say('value', value)
  }
  if (rule.type.kind === 'boolean' || rule.type.kind === 'list') {
    const truth = rule.truth(frameOf)
    const isTrue = Array.isArray(wanted) ? wanted.length > 0 : wanted
    return truth === (wanted === null ? 1 : isTrue === true ? 2 : 0) ? undefined : say('truth', truth)
  }
  if (rule.type.kind !== 'number') return undefined
  const fast = rule.number(frameOf)
  const exact = numberOf(expected)
  if (!exact) return Number.isNaN(fast) ? undefined : say('number', fast)
  const near = exact.root ? Math.sqrt(nearest(exact.fraction)) : nearest(exact.fraction)
  if (rule.decimal && !Object.is(fast, near)) return say('decimal', fast)
  return close(rule, fast, near) ? undefined : say('number', fast)
}

/** Verdicts are exact; a shown number lies within the bound its comparisons rely on. */
function close(rule: CompiledRule, fast: number, exact: number): boolean {
  const { absolute, relative } = accuracyOf(rule.node)
  return Math.abs(fast - exact) <= absolute + (relative + 2 ** -51) * Math.abs(exact)
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= Math.abs(b) * 1e-15
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]))
  return a === b
}
