import type { GoldenCase } from '../schemas/index.ts'
import { runCases } from './cases.ts'
import type { Compiled, PointInfo } from './compiled.ts'
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
  /** Levels, boundaries and branches no case reaches. */
  open: Uncovered[]
}

/** What no case reaches: a level, a threshold to stand on, or a condition to hold or not to hold. */
export type Uncovered = { kind: 'level'; level: string; name: string } | { kind: 'boundary'; name: string; at: number } | { kind: 'branch'; name: string; holds: boolean }

/** A number a level turns on, and a value at which it turns. */
export interface Boundary { node: RuleNode; name: string; at: number }

/** Which levels the cases of all points (or of one) come out at, and which thresholds they stand on exactly. */
export function coverage(compiled: Compiled, only?: string): Coverage[] {
  const results = runCases(compiled, only)
  return compiled.points.filter(({ id }) => only === undefined || id === only).map((point) => {
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
      open: [
        ...levels.filter(({ id }) => !reached.has(id)).map(({ id, label }): Uncovered => ({ kind: 'level', level: id, name: label })),
        ...boundaries.filter((_, i) => !standing[i]).map(({ name, at }): Uncovered => ({ kind: 'boundary', name, at })),
        ...taken.flatMap(({ name, yes, no }) => [...(yes ? [] : [true]), ...(no ? [] : [false])].map((holds): Uncovered => ({ kind: 'branch', name, holds }))),
      ],
    }
  })
}

/** A condition a level hangs on, by the name of what it decides. */
export interface Branch { node: RuleNode; name: string }

export function branchesOf({ rubric, calculations }: PointInfo): Branch[] {
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

export function branchesTaken(compiled: Compiled, point: PointInfo): { name: string; yes: boolean; no: boolean }[] {
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

export const inputOfCase = (point: string, { answers, previous, evidence, judgement }: Pick<GoldenCase, 'answers' | 'previous' | 'evidence' | 'judgement'>): Input => ({
  answers, ...(previous && { previous }), ...(evidence && { evidence: { [point]: evidence } }), ...(judgement !== undefined && { judgements: { [point]: { level: judgement } } }),
})

/** What the numbers come to for an input; undefined where unknown. */
export function valuesAt(compiled: Compiled, point: PointInfo, boundaries: readonly Boundary[], input: Input): (number | undefined)[] {
  const open = probe(compiled, input, point)
  return boundaries.map(({ node }) => open.number(node))
}
