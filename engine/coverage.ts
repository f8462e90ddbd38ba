import type { Element, GoldenCase } from '../schemas/index.ts'
import { runCases } from './cases.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { evaluate } from './evaluate.ts'
import type { Input } from './input.ts'
import { keyOf } from './lint/finding.ts'
import { constantOf, subjectsOf } from './lint/subjects.ts'
import { probe } from './probe.ts'
import type { Node as RuleNode } from './rule/contract.ts'

/** How far the golden cases of a point reach. */
export interface Coverage {
  point: string
  cases: number
  levels: { covered: number; all: number }
  boundaries: { covered: number; all: number }
  /** Ways a condition that a level hangs on can come out: limits, criteria, and every `if` of the point's calculations, each true and false. */
  branches: { covered: number; all: number }
  /** Levels, boundaries and branches no case reaches, in words. */
  open: string[]
}

/** A number a level turns on, and a value at which it turns. */
export interface Boundary { node: RuleNode; name: string; at: number }

/** Which levels the cases come out at, and which thresholds they stand on exactly. */
export function coverage(compiled: Compiled): Coverage[] {
  const results = runCases(compiled)
  return compiled.points.map((point) => {
    const own = results.filter((one) => one.point === point.id)
    const reached = new Set(own.flatMap(({ actual }) => actual.level ?? []))
    const levels = point.rubric.levels
    const boundaries = boundariesOf(point)
    const values = (point.point.examples ?? []).map((example) => valuesAt(compiled, point, boundaries, inputOfCase(point.id, example)))
    const taken = branchesTaken(compiled, point)
    const standing = boundaries.map(({ at }, i) => values.some((list) => list[i] === at))
    return {
      point: point.id, cases: own.length,
      levels: { covered: levels.filter(({ id }) => reached.has(id)).length, all: levels.length },
      boundaries: { covered: standing.filter(Boolean).length, all: boundaries.length },
      branches: { covered: taken.filter(({ yes }) => yes).length + taken.filter(({ no }) => no).length, all: 2 * taken.length },
      open: [...levels.filter(({ id }) => !reached.has(id)).map(({ label }) => label), ...boundaries.filter((_, i) => !standing[i]).map(({ name, at }) => `${name} = ${at}`), ...taken.flatMap(({ name, yes, no }) => [...(yes ? [] : [`${name} ✓`]), ...(no ? [] : [`${name} ✗`])])],
    }
  })
}

/** A condition a level hangs on, by the name of what it decides. */
interface Branch { node: RuleNode; name: string }

function branchesOf({ rubric, calculations }: PointInfo): Branch[] {
  const asked = (root: RuleNode | undefined, name: string): Branch[] => {
    if (!root) return []
    const own = root.operator?.name === 'if' || root.operator?.name === '?:' ? root.parts.filter((_, i) => i % 2 === 0 && i + 1 < root.parts.length).map((node) => ({ node, name })) : []
    return [...own.filter(({ node }) => node.kind !== 'constant' && !readsRow(node)), ...root.parts.flatMap((part) => asked(part, name))]
  }
  return [
    ...rubric.limits.flatMap(({ limit, rule }) => (rule ? [{ node: rule.node, name: limit.title }] : [])),
    ...rubric.criteria.flatMap(({ level, rule }) => (rule ? [{ node: rule.node, name: rubric.levels[level]?.label ?? '' }] : [])),
    ...calculations.flatMap(({ title, rule }) => asked(rule?.node, title)),
    ...asked(rubric.bands?.value.node, ''), ...asked(rubric.score?.node, ''),
  ]
}

/** A condition on a row has no one way to come out. */
const readsRow = (node: RuleNode): boolean => node.kind === 'item' || node.parts.some(readsRow)

function branchesTaken(compiled: Compiled, point: PointInfo): { name: string; yes: boolean; no: boolean }[] {
  const branches = branchesOf(point)
  if (branches.length === 0) return []
  const probes = (point.point.examples ?? []).map((example) => probe(compiled, inputOfCase(point.id, example), point))
  return branches.map(({ node, name }) => {
    const truths = probes.map((open) => open.truth(node))
    return { name, yes: truths.includes(true), no: truths.includes(false) }
  })
}

/** The thresholds a point's level turns on: band ends, and numbers its conditions and limits compare with. */
export function boundariesOf({ rubric }: PointInfo): Boundary[] {
  const found: Boundary[] = []
  const add = (node: RuleNode, at: number): void => {
    const name = node.variable?.title ?? keyOf(node)
    if (!found.some((one) => keyOf(one.node) === keyOf(node) && one.at === at)) found.push({ node, name, at })
  }
  for (const end of rubric.bands?.ends ?? []) {
    const at = constantOf(end.node)
    if (rubric.bands && typeof at === 'number') add(rubric.bands.value.node, at)
  }
  const conditions = [...rubric.criteria.flatMap(({ rule }) => rule?.node ?? []), ...rubric.limits.flatMap(({ rule }) => rule?.node ?? [])]
  for (const { node, kind, thresholds } of subjectsOf(conditions)) if (kind === 'number') for (const at of new Set(thresholds)) add(node, at)
  return found
}

const inputOfCase = (point: string, { answers, previous, evidence, judgement }: Pick<GoldenCase, 'answers' | 'previous' | 'evidence' | 'judgement'>): Input => ({
  answers, ...(previous && { previous }), ...(evidence && { evidence: { [point]: evidence } }), ...(judgement !== undefined && { judgements: { [point]: { level: judgement } } }),
})

/** What the numbers come to for an input; undefined where unknown. */
function valuesAt(compiled: Compiled, point: PointInfo, boundaries: readonly Boundary[], input: Input): (number | undefined)[] {
  const open = probe(compiled, input, point)
  return boundaries.map(({ node }) => open.number(node))
}

/** A case that stands on a threshold no case stands on yet, or takes a branch none takes, to be accepted by a person. */
export interface CaseProposal { example: GoldenCase; why: 'boundary' | 'branch' | 'empty' }

/**
 * Boundary cases that are missing: from a case that is determined, one field is moved so that a number a level turns on
 * stands exactly on its threshold, or a condition it hangs on comes out the way it never did. What is expected is what comes out now; a person decides whether it is right.
 */
export function proposeCases(compiled: Compiled, pointId: string): CaseProposal[] {
  const point = compiled.point(pointId)
  if (!point) return []
  const examples = point.point.examples ?? []
  const proposals: CaseProposal[] = []
  if (!examples.some(({ answers }) => Object.keys(answers).length === 0)) proposals.push({ why: 'empty', example: expected(compiled, pointId, { name: '什么都没填', answers: {} }) })
  const boundaries = boundariesOf(point)
  const values = examples.map((example) => valuesAt(compiled, point, boundaries, inputOfCase(pointId, example)))
  for (const [i, boundary] of boundaries.entries()) {
    if (values.some((list) => list[i] === boundary.at)) continue
    for (const [k, base] of examples.entries()) {
      if (values[k]?.[i] === undefined) continue
      const answers = reach(compiled, point, boundary, base)
      if (!answers) continue
      const { name: _, expect: _e, ...rest } = base
      proposals.push({ why: 'boundary', example: expected(compiled, pointId, { ...rest, name: `${boundary.name}恰为 ${boundary.at}`, answers }) })
      break
    }
  }
  return [...proposals, ...branchProposals(compiled, point)]
}

function branchProposals(compiled: Compiled, point: PointInfo): CaseProposal[] {
  const examples = point.point.examples ?? []
  const proposals: CaseProposal[] = []
  const branches = branchesOf(point)
  for (const [i, { name, yes, no }] of branchesTaken(compiled, point).entries()) {
    for (const wanted of [...(yes ? [] : [true]), ...(no ? [] : [false])]) {
      for (const base of examples) {
        const answers = turned(compiled, point, branches[i]?.node, wanted, base)
        if (!answers) continue
        const { name: _, expect: _e, ...rest } = base
        proposals.push({ why: 'branch', example: expected(compiled, point.id, { ...rest, name: `${name}：${wanted ? '成立' : '不成立'}`, answers }) })
        break
      }
    }
  }
  return proposals
}

/** Answers with one value changed so that a condition comes out as wanted; undefined where no single value does it. */
function turned(compiled: Compiled, point: PointInfo, node: RuleNode | undefined, wanted: boolean, { answers, ...rest }: GoldenCase): Record<string, unknown> | undefined {
  if (!node) return undefined
  const open = probe(compiled, inputOfCase(point.id, { ...rest, answers }), point)
  for (const { id, schema } of point.fields) {
    for (const value of others(schema, answers[id])) {
      open.fill({ [id]: value })
      const came = open.truth(node)
      open.fill({ [id]: answers[id] })
      if (came === wanted) return { ...answers, [id]: value }
    }
  }
  return undefined
}

/** Other values a field could have: the other answer, other options, numbers nearby and at its ends, tables with one cell of the first row changed. */
function others(schema: Element, value: unknown): unknown[] {
  if (value === undefined) return []
  if (schema.type === 'boolean') return [value !== true]
  if (schema.oneOf) return schema.oneOf.map((option) => option.const).filter((option) => option !== value)
  if (typeof value === 'number') {
    const places = schema.type === 'integer' ? 0 : (schema['x-decimals'] ?? 2)
    const near = [value - 10 ** -places, value + 10 ** -places, value * 0.98, value * 0.9, value / 2, value * 1.1, value * 2, 0, schema.minimum ?? 0]
    return [...new Set(near.map((x) => Number(x.toFixed(places))))].filter((x) => x !== value && x >= (schema.minimum ?? -Infinity) && x <= (schema.maximum ?? Infinity))
  }
  if (!Array.isArray(value) || typeof value[0] !== 'object' || value[0] === null) return []
  const [row, ...rows] = value as Record<string, unknown>[]
  return Object.entries(schema.items?.properties ?? {}).flatMap(([column, own]) => others(own, row?.[column]).map((cell) => [{ ...row, [column]: cell }, ...rows]))
}

function expected(compiled: Compiled, point: string, example: Omit<GoldenCase, 'expect'>): GoldenCase {
  const node = evaluate(compiled, inputOfCase(point, example)).nodes[point]
  return { ...example, expect: { status: node?.status ?? 'failed', ...(node?.level !== undefined && { level: node.level }), ...(node?.status === 'undetermined' && node.possible.length > 0 && { possible: node.possible }) } }
}

/** Answers with one number moved so that the boundary is met exactly; undefined where no single field does it. */
function reach(compiled: Compiled, point: PointInfo, boundary: Boundary, { answers, ...rest }: GoldenCase): Record<string, unknown> | undefined {
  const open = probe(compiled, inputOfCase(point.id, { ...rest, answers }), point)
  const valueWith = (id: string, x: number): number | undefined => {
    open.fill({ [id]: x })
    const value = open.number(boundary.node)
    open.fill({ [id]: answers[id] })
    return value
  }
  for (const { id, schema } of point.fields) {
    const x0 = answers[id]
    if ((schema.type !== 'number' && schema.type !== 'integer') || typeof x0 !== 'number') continue
    const places = schema.type === 'integer' ? 0 : (schema['x-decimals'] ?? 2)
    const step = Math.max(10 ** -places, Math.abs(x0) / 100)
    const x1 = Number((x0 + step).toFixed(places))
    const [y0, y1] = [valueWith(id, x0), valueWith(id, x1)]
    if (y0 === undefined || y1 === undefined || y0 === y1) continue
    const x = Number((x0 + ((boundary.at - y0) * (x1 - x0)) / (y1 - y0)).toFixed(places))
    if (x >= (schema.minimum ?? -Infinity) && x <= (schema.maximum ?? Infinity) && valueWith(id, x) === boundary.at) return { ...answers, [id]: x }
  }
  return undefined
}
