import { layout, frame, put, type Frame, type Layout } from '../../engine/slots.ts'
import { compileRule, type CompiledRule } from '../../engine/rule/rule.ts'
import { nearest } from './fraction.ts'
import { data as dataOf, numberOf, reference } from './reference.ts'
import type { Sample } from './generate.ts'

export interface Prepared { layout: Layout; frame: Frame; calculations: [string, CompiledRule][]; rules: CompiledRule[] }

/** Compiles a sample's calculations and rules, and fills a frame with its data. */
export function prepare({ declarations, data, calculations, rules }: Sample): Prepared {
  const layoutOf = layout([...declarations, ...Object.keys(calculations).map((path) => ({ path, type: { kind: 'number' as const } }))])
  const frameOf = frame(layoutOf)
  const compiled = Object.entries(calculations).map(([name, rule]): [string, CompiledRule] => {
    const made = must(rule, layoutOf)
    const variable = layoutOf.variable(name)
    if (variable) [variable.rule, variable.type] = [made, made.type]
    return [name, made]
  })
  for (const { path } of declarations) {
    const variable = layoutOf.variable(path)
    const issues = variable ? put(frameOf, variable, data[path]) : []
    if (issues.length > 0) throw new Error(JSON.stringify(issues))
  }
  for (const [name, rule] of compiled) {
    const variable = layoutOf.variable(name)
    if (variable) rule.store(frameOf, variable)
  }
  return { layout: layoutOf, frame: frameOf, calculations: compiled, rules: rules.map((rule) => must(rule, layoutOf)) }
}

function must(source: Sample['rules'][number], layoutOf: Layout): CompiledRule {
  const { rule, issues } = compileRule(source, layoutOf)
  if (!rule) throw new Error(`${JSON.stringify(source)}: ${JSON.stringify(issues)}`)
  return rule
}

/** What the engine and the reference disagree about, in words; undefined if nothing. */
export function difference(sample: Sample, prepared: Prepared, index: number): string | undefined {
  const [source, rule] = [sample.rules[index], prepared.rules[index]]
  if (source === undefined || !rule) return undefined
  const expected = reference(source, { data: sample.data, rules: sample.calculations, rows: [] })
  const value = rule.value(prepared.frame) ?? null
  const wanted = dataOf(expected)
  const say = (what: string, got: unknown): string => `${what}: engine ${JSON.stringify(got)}, reference ${JSON.stringify(wanted)} for ${JSON.stringify(source)} with ${JSON.stringify(sample.calculations)} on ${JSON.stringify(sample.data)}`
  if (!same(value, wanted)) return say('value', value)
  if (rule.type.kind === 'boolean' || rule.type.kind === 'list') {
    const truth = rule.truth(prepared.frame)
    const isTrue = Array.isArray(wanted) ? wanted.length > 0 : wanted
    return truth === (wanted === null ? 1 : isTrue === true ? 2 : 0) ? undefined : say('truth', truth)
  }
  if (rule.type.kind !== 'number') return undefined
  const fast = rule.number(prepared.frame)
  const exact = numberOf(expected)
  if (!exact) return Number.isNaN(fast) ? undefined : say('number', fast)
  const near = exact.root ? Math.sqrt(nearest(exact.fraction)) : nearest(exact.fraction)
  if (rule.decimal && !Object.is(fast, near)) return say('decimal', fast)
  return close(fast, near) ? undefined : say('number', fast)
}

/** Doubles that may have been rounded on the way: verdicts are exact, shown numbers are within a hair. */
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= Math.abs(b) * 1e-15
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]))
  return a === b
}
