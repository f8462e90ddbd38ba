import type { Framework } from '../../schemas/index.ts'
import type { Compiled } from '../compiled.ts'
import { absent } from './absent.ts'
import { constant } from './constant.ts'
import { rulesOf, type Check, type Finding, type FixEdit } from './finding.ts'
import { limits } from './limits.ts'
import { rubrics } from './rubrics.ts'
import { texts } from './texts.ts'
import { units } from './units.ts'
import { unused } from './unused.ts'
import { zero } from './zero.ts'

const checks: readonly Check[] = [units, constant, zero, absent, unused, rubrics, limits, texts]

/**
 * What a framework that compiles could still get wrong: units that do not fit, comparisons that never change, divisors
 * that may be zero, levels that wait for ever, gaps, overlaps and levels nobody can reach, names nobody uses. Every finding
 * has a place; where they exist, an input that shows it and edits that mend it. Findings about rubrics that rest on
 * calculations (whose values hang together) say `proven: false`.
 */
export function lint(compiled: Compiled): Finding[] {
  const subject = { compiled, rules: rulesOf(compiled) }
  return [...compiled.issues.map(withFix(compiled.framework)), ...checks.flatMap((check) => check(subject))]
}

/** An unknown name with a likely meaning can be replaced by it. */
const withFix = (framework: Framework) => (one: Finding): Finding => {
  const suggestion = one.params?.['suggestion']
  if (one.code !== 'rule.name' || typeof suggestion !== 'string') return one
  const path = /\/var(\/0)?$/.test(one.path) ? one.path : `${one.path}/var`
  const value = get(framework, path)
  return typeof value === 'string' ? { ...one, fix: { title: suggestion, edits: [{ path, value: suggestion }] } } : one
}

const keysOf = (path: string): string[] => path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

function get(value: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), value)
}

/** The document with a finding's edits made; everything they do not touch is shared. */
export function applyFix(framework: Framework, edits: readonly FixEdit[]): Framework {
  return edits.reduce<Framework>((document, { path, value }) => set(document, keysOf(path), value) as Framework, framework)
}

function set(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(target)) return target.map((item: unknown, i) => (String(i) === key ? set(item, rest, value) : item))
  const object = (target ?? {}) as Record<string, unknown>
  if (rest.length === 0 && value === undefined) {
    const { [key]: _, ...others } = object
    return others
  }
  return { ...object, [key]: set(object[key], rest, value) }
}
