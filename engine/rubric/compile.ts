import type { Framework, Issue, Rubric, Rule } from '../../schemas/index.ts'
import type { CompiledLimit, CompiledRubric } from '../compiled.ts'
import { issue } from '../issue.ts'
import { compileBands } from '../rule/bands.ts'
import { compileRule, type CompiledRule } from '../rule/rule.ts'
import type { Scope } from '../rule/contract.ts'

/** A rubric with its levels resolved and its rules compiled; what is wrong is reported and makes it `broken`. */
export function compileRubric(rubric: Rubric, framework: Framework, scope: Scope, pointer: string, point: string, issues: Issue[]): CompiledRubric {
  const before = issues.length
  const report = (code: string, path: string, params?: Record<string, unknown>): number => (issues.push(issue(code, 'error', `${pointer}${path}`, params, point)), -1)
  const scale = rubric.scale === undefined ? undefined : Object.hasOwn(framework.scales, rubric.scale) ? framework.scales[rubric.scale] : undefined
  const levels = scale?.levels ?? []
  const needsScale = rubric.method !== 'narrative' && rubric.method !== 'score'
  if (needsScale && !scale) report('rubric.scale', '/scale', { name: rubric.scale ?? '' })
  const positionOf = (id: string, path: string): number => {
    const position = levels.findIndex((level) => level.id === id)
    return position >= 0 || !scale ? position : report('rubric.level', path, { name: id, scale: rubric.scale })
  }
  const rule = (source: Rule, expect: 'boolean' | 'number', path: string): CompiledRule | undefined => {
    const made = compileRule(source, scope, { expect, path: `${pointer}${path}` })
    issues.push(...made.issues.map((one) => ({ ...one, point })))
    return made.rule
  }

  const limits = (['veto', 'cap', 'floor'] as const).flatMap((kind) =>
    (rubric[kind] ?? []).map((limit, i): CompiledLimit => {
      const made = rule(limit.when, 'boolean', `/${kind}/${i}/when`)
      return { kind, limit, level: positionOf(limit.level, `/${kind}/${i}/level`), ...(made && { rule: made }) }
    }))
  const criteria = rubric.method === 'criteria' ? (rubric.criteria ?? []).map(({ level, levelIf }, i) => {
    const made = rule(levelIf, 'boolean', `/criteria/${i}/levelIf`)
    return { level: positionOf(level, `/criteria/${i}/level`), ...(made && { rule: made }) }
  }) : []
  if (rubric.method === 'criteria' && criteria.length === 0) report('rubric.incomplete', '/criteria', { part: 'criteria' })
  const otherwise = rubric.otherwise === undefined ? undefined : positionOf(rubric.otherwise, '/otherwise')
  const score = rubric.score === undefined ? undefined : rule(rubric.score, 'number', '/score')
  if (rubric.method === 'score' && rubric.score === undefined) report('rubric.incomplete', '/score', { part: 'score' })
  const banded = rubric.method === 'bands' ? bandsOf(rubric, scope, pointer, point, issues, report) : undefined
  const bandLevels = rubric.method === 'bands' ? (rubric.bands ?? []).map(({ level }, i) => positionOf(level, `/bands/${i}/level`)) : []

  return {
    source: rubric, levels, bandLevels, criteria, limits,
    ...(banded && { bands: banded }), ...(otherwise !== undefined && { otherwise }), ...(score && { score }),
    broken: issues.slice(before).some(({ severity }) => severity === 'error'),
  }
}

function bandsOf(rubric: Rubric, scope: Scope, pointer: string, point: string, issues: Issue[], report: (code: string, path: string, params?: Record<string, unknown>) => number) {
  const { value, bands = [] } = rubric
  if (value === undefined || bands.length === 0) {
    report('rubric.incomplete', value === undefined ? '/value' : '/bands', { part: value === undefined ? 'value' : 'bands' })
    return undefined
  }
  const ends: Rule[] = []
  for (const [i, { from }] of bands.entries()) {
    if ((i === 0) !== (from === undefined)) report('rubric.ends', `/bands/${i}/from`)
    if (i > 0 && from !== undefined) ends.push(from)
  }
  const made = compileBands(value, ends, scope, {
    ...(rubric.includes && { includes: rubric.includes }), path: `${pointer}/value`, endPaths: ends.map((_, i) => `${pointer}/bands/${i + 1}/from`),
  })
  issues.push(...made.issues.map((one) => ({ ...one, point })))
  const fixed = made.bands?.ends.map(({ node }) => (node.kind === 'constant' ? node.constant : undefined))
  const numbers = made.bands?.ends.map((end, i) => (fixed?.[i] === undefined ? NaN : constantNumber(end)))
  for (const [i, end] of (numbers ?? []).entries()) if (i > 0 && end <= (numbers?.[i - 1] ?? NaN)) report('rubric.order', `/bands/${i + 1}/from`, { end, before: numbers?.[i - 1] })
  return made.bands
}

const constantNumber = ({ type }: CompiledRule): number => (type.kind === 'number' && type.min !== undefined && type.min === type.max ? type.min : NaN)
