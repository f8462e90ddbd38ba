import type { Framework } from '../../schemas/index.ts'
import type { Compiled } from '../compiled.ts'
import { absent } from './absent.ts'
import { columns } from './columns.ts'
import { constant } from './constant.ts'
import { keysIn, rulesOf, valueAt, type Check, type Finding, type FixEdit } from './finding.ts'
import { limits } from './limits.ts'
import { rubrics } from './rubrics.ts'
import { texts } from './texts.ts'
import { units } from './units.ts'
import { unnamed } from './unnamed.ts'
import { unused } from './unused.ts'
import { weights } from './weights.ts'
import { searchAnew } from './witness.ts'
import { zero } from './zero.ts'

const checks: readonly Check[] = [units, columns, constant, zero, absent, unused, rubrics, limits, texts, unnamed, weights]

/**
 * What a framework that compiles could still get wrong: units that do not fit, comparisons that never change, divisors
 * that may be zero, levels that wait for ever, gaps, overlaps and levels nobody can reach, names nobody uses. Every finding
 * has a place; where they exist, an input that shows it and edits that mend it. Findings about rubrics that rest on
 * calculations (whose values hang together) say `proven: false`.
 */
export function lint(compiled: Compiled): Finding[] {
  searchAnew(compiled)
  const subject = { compiled, rules: rulesOf(compiled) }
  return [...compiled.issues.map(withFix(compiled)), ...checks.flatMap((check) => check(subject))]
}

/** An unknown name or operator with a likely meaning can be replaced by it; a title stands for its name. */
const withFix = ({ framework, layout }: Compiled) => (one: Finding): Finding => {
  const { name, operator } = one.params ?? {}
  const titled = one.code === 'rule.name' ? layout.variables.filter(({ title }) => title === name) : []
  const suggestion = titled.length === 1 ? titled[0]?.path : one.params?.['suggestion']
  if (typeof suggestion !== 'string') return one
  const found = { ...one, params: { ...one.params, suggestion } }
  const mend = (path: string, value: unknown): Finding => ({ ...found, fix: { title: suggestion, edits: [{ path, value }] } })
  if (one.code === 'rule.operator' && typeof operator === 'string') {
    const rule = valueAt(framework, one.path) as Readonly<Record<string, unknown>> | undefined
    return rule && Object.hasOwn(rule, operator) ? mend(one.path, { [suggestion]: rule[operator] }) : found
  }
  const path = [one.path, `${one.path}/var`, `${one.path}/var/0`].find((place) => valueAt(framework, place) === name)
  return one.code === 'rule.name' && path !== undefined ? mend(path, suggestion) : found
}

/** The document with a finding's edits made; everything they do not touch is shared. */
export function applyFix(framework: Framework, edits: readonly FixEdit[]): Framework {
  return edits.reduce<Framework>((document, { path, value }) => set(document, keysIn(path), value) as Framework, framework)
}

function set(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(target) && rest.length === 0 && value === undefined) return target.filter((_, i) => String(i) !== key)
  if (Array.isArray(target)) return target.map((item: unknown, i) => (String(i) === key ? set(item, rest, value) : item))
  const object = (target ?? {}) as Record<string, unknown>
  if (rest.length === 0 && value === undefined) {
    const { [key]: _, ...others } = object
    return others
  }
  return { ...object, [key]: set(object[key], rest, value) }
}
