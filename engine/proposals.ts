import type { Element, GoldenCase } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { runCases } from './cases.ts'
import { boundariesOf, branchesOf, branchesTaken, inputOfCase, valuesAt } from './coverage.ts'
import { evaluate } from './evaluate.ts'
import { probe } from './probe.ts'
import type { Node as RuleNode } from './rule/contract.ts'
import { supply } from './supply.ts'
import { standings, type Side, type Standing } from './standing.ts'

/** A case that stands where no case stands yet, on a threshold or one step beside it, or takes a branch none takes, or comes out at a level none does; to be accepted by a person. */
export interface CaseProposal { example: GoldenCase; why: 'boundary' | 'beside' | 'branch' | 'level' | 'empty' }

/**
 * Cases that are missing: from cases that are there, answers are moved so that a number a level turns on stands exactly on its
 * threshold, one step below and one step above it, a condition it hangs on comes out the way it never did, or a level comes out that never did. What is expected is
 * what comes out now; a person decides whether it is right.
 */
export function proposeCases(compiled: Compiled, pointId: string): CaseProposal[] {
  const point = compiled.point(pointId)
  if (!point) return []
  const examples = point.point.examples ?? []
  const empty = examples.some(({ answers }) => Object.keys(answers).length === 0)
  return [
    ...(empty ? [] : [{ why: 'empty' as const, example: expected(compiled, pointId, { name: '什么都没填', answers: {} }) }]),
    ...boundaryProposals(compiled, point), ...branchProposals(compiled, point), ...levelProposals(compiled, point),
  ]
}

/** Cases tried as the place to start from, the nearest to the threshold first. */
const basesTried = 4

const sides: Readonly<Record<Side, string>> = { on: '恰为', below: '略低于', above: '略高于' }

function boundaryProposals(compiled: Compiled, point: PointInfo): CaseProposal[] {
  const examples = point.point.examples ?? []
  const boundaries = boundariesOf(point)
  const values = examples.map((example) => valuesAt(compiled, point, boundaries, inputOfCase(point.id, example)))
  return boundaries.flatMap((boundary, i) => {
    const found: Partial<Record<Side, Standing & { base: GoldenCase }>> = {}
    const distances = examples.map((_, k) => Math.abs((values[k]?.[i] ?? Infinity) - boundary.at))
    const bases = [...examples.keys()].filter((k) => distances[k] !== Infinity).toSorted((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0)).slice(0, basesTried)
    for (const k of bases) {
      if (found.on && (found.below || found.above)) break
      const base = examples[k] as GoldenCase
      const own = standings(compiled, point, boundary, inputOfCase(point.id, base))
      for (const side of ['on', 'below', 'above'] as const) {
        const standing = own[side]
        if (standing && (!found[side] || (side !== 'on' && nearer(standing, found[side], boundary.at)))) found[side] = { ...standing, base }
      }
    }
    return (['on', 'below', 'above'] as const).flatMap((side): CaseProposal[] => {
      const made = found[side]
      if (!made || values.some((list) => stands(list[i], made.value, boundary.at))) return []
      const { name: _, expect: _e, ...rest } = made.base
      return [{ why: side === 'on' ? 'boundary' : 'beside', example: expected(compiled, point.id, { ...rest, name: `${boundary.name}${sides[side]} ${boundary.at}`, answers: made.answers }) }]
    })
  })
}

const nearer = (a: Standing, b: Standing, at: number): boolean => Math.abs(a.value - at) < Math.abs(b.value - at)

/** Whether a number is where the proposed one is, or nearer to the threshold on the same side. */
const stands = (value: number | undefined, proposed: number, at: number): boolean =>
  value !== undefined && Math.sign(value - at) === Math.sign(proposed - at) && Math.abs(value - at) <= Math.abs(proposed - at)

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

/** Levels no case comes out at: where a person judges, the first case so judged; else answers that bring the level about. */
function levelProposals(compiled: Compiled, point: PointInfo): CaseProposal[] {
  const examples = point.point.examples ?? []
  const reached = new Set(runCases(compiled, point.id).flatMap(({ actual }) => actual.level ?? []))
  const missing = point.rubric.levels.filter(({ id }) => !reached.has(id))
  if (missing.length === 0) return []
  const judged = point.rubric.source.method === 'judged'
  const base = examples.find(({ judgement, expect: { status } }) => status === 'determined' && (judgement !== undefined) === judged)
  const { name: _, expect: _e, ...rest } = base ?? { answers: {} } as GoldenCase
  const found = supply(compiled, inputOfCase(point.id, { ...rest, answers: {} }), point.id)?.reachable ?? []
  return missing.flatMap(({ id, label }): CaseProposal[] => {
    const own = found.find(({ level }) => level === id)
    for (const example of [...(judged && base ? [{ ...rest, judgement: id }] : []), ...(own ? [{ ...rest, answers: own.answers, ...(own.judgement !== undefined && { judgement: own.judgement }) }] : [])]) {
      const made = expected(compiled, point.id, { ...example, name: `${point.title}：${label}` })
      if (made.expect.level === id) return [{ why: 'level', example: made }]
    }
    return []
  })
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

/** Other values a field could have: the other answer, other options, numbers nearby and at its ends, tables with no row or one cell of the first row changed. */
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
  return [[], ...Object.entries(schema.items?.properties ?? {}).flatMap(([column, own]) => others(own, row?.[column]).map((cell) => [{ ...row, [column]: cell }, ...rows]))]
}

function expected(compiled: Compiled, point: string, example: Omit<GoldenCase, 'expect'>): GoldenCase {
  const node = evaluate(compiled, inputOfCase(point, example)).nodes[point]
  return { ...example, expect: { status: node?.status ?? 'failed', ...(node?.level !== undefined && { level: node.level }), ...(node?.status === 'undetermined' && node.possible.length > 0 && { possible: node.possible }) } }
}
