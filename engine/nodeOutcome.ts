import type { Aggregation, Issue, Level, Node } from '../schemas/index.ts'
import { aggregators } from './aggregators/index.ts'
import type { Part } from './aggregators/aggregator.ts'
import { bandEnd } from './compile.ts'
import type { Compiled } from './compiled.ts'
import { issue } from './issue.ts'
import { add, compare, rational, toNumber, zero, type Rational } from './rule/rational.ts'
import { rounded } from './rounded.ts'
import type { Scored, Spans } from './spans.ts'
import type { TreeNode } from './tree.ts'

/** The outcome of an indicator (or the whole) from its children's, which stand at their positions in the tree. */
export function nodeOutcome(compiled: Compiled, node: TreeNode, { outcomes, spans }: Scored): Node {
  const quick = mean(compiled, node, spans)
  if (quick) return quick
  const ends: Ends = { low: undefined, high: undefined }
  const made = aggregated(compiled, node, outcomes, spans, ends)
  spans.note(node.index, made, ends.low, ends.high)
  return made
}

function aggregated(compiled: Compiled, node: TreeNode, outcomes: Scored['outcomes'], spans: Spans, ends: Ends): Node {
  const children = node.children.map((child): Child => ({ child, outcome: outcomes[child.index] ?? nothing })).filter(({ outcome }) => outcome.status !== 'notApplicable')
  if (children.length === 0) return { status: 'notApplicable', possible: [], issues: [] }
  const { aggregation } = node
  const counted = children.filter(({ child, outcome }) => child.weight > 0 && !isNarrative(child, outcome))
  if (!aggregation || counted.length === 0) return plain(children.map(({ outcome }) => outcome))
  if (aggregation.missing !== 'skipAll' && counted.some(({ outcome }) => outcome.status === 'failed')) return failed(node, aggregation, 'aggregation.child')
  switch (aggregation.method) {
    case 'count':
      return counting(compiled, aggregation, counted.map(({ outcome }) => outcome))
    case 'copeland':
      return { ...scaleOf(aggregation), status: 'undetermined', possible: [], issues: [issue('aggregation.cohort', 'info', `${node.pointer}/aggregation`)] }
    case 'lowest': {
      const byLevel = lowestLevel(compiled, counted.map(({ outcome }) => outcome))
      if (byLevel) return byLevel
      break
    }
    case 'weightedMean':
    case 'sum':
    case 'geometric':
    case 'harmonic':
    case 'generalised':
      break
  }
  return combined(compiled, node, aggregation, counted, spans, ends)
}

/** The ordinary weighted mean: every child has a score or the ends of one, all numbers are small; undefined otherwise. */
function mean(compiled: Compiled, { aggregation, children, index }: TreeNode, spans: Spans): Node | undefined {
  if (aggregation?.method !== 'weightedMean') return undefined
  const { missing = 'skipAny', availability = 0, round, bands, scale } = aggregation
  if (availability > 1) return undefined
  const known = spans.mean(index, children)
  if (known === 0 || (known === 1 && (missing !== 'skipAny' || availability > 0))) return undefined
  if (!round && !bands && scale === undefined) {
    return known === 2 ? { status: 'determined', possible: [], score: spans.near(index, 0), issues: [] } : { status: 'undetermined', possible: [], scoreRange: [spans.near(index, 0), spans.near(index, 1)], issues: [] }
  }
  const [low, high] = [spans.end(index, 0), spans.end(index, 1)]
  if (!low || !high) return undefined
  const made = known === 2 ? levelled(compiled, aggregation, low) : between(compiled, aggregation, low, high, [], true)
  if (round) spans.note(index, made, rounded(low, round), rounded(high, round))
  return made
}

interface Child { child: TreeNode; outcome: Node }
/** What an aggregated score, or its range, is exactly. */
interface Ends { low: Rational | undefined; high: Rational | undefined }

const nothing: Node = { status: 'undetermined', possible: [], issues: [] }
const scaleOf = ({ scale }: Aggregation): { scale?: string } => (scale === undefined ? {} : { scale })
const isNarrative = (child: TreeNode, outcome: Node): boolean =>
  child.kind === 'point' ? child.point?.rubric.method === 'narrative' : outcome.score === undefined && outcome.scoreRange === undefined && outcome.status === 'determined' && outcome.level === undefined

/** Where nothing is aggregated: determined when every child is. */
function plain(outcomes: readonly Node[]): Node {
  const status = outcomes.some((one) => one.status === 'failed') ? 'failed' : outcomes.every((one) => one.status === 'determined') ? 'determined' : 'undetermined'
  return { status, possible: [], issues: [] }
}

const failed = (node: TreeNode, aggregation: Aggregation, code: string): Node => ({ ...scaleOf(aggregation), status: 'failed', possible: [], issues: [issue(code, 'error', `${node.pointer}/aggregation`)] })

function combined(compiled: Compiled, node: TreeNode, aggregation: Aggregation, counted: readonly Child[], spans: Spans, ends: Ends): Node {
  const { missing = 'skipAny', availability = 0 } = aggregation
  const method = aggregators[aggregation.method as keyof typeof aggregators]
  const parts = counted.map(({ child: { index, weight }, outcome }): Part => {
    const [low, high] = [spans.end(index, 0), spans.end(index, 1)]
    const scored = outcome.status === 'determined' && outcome.score !== undefined
    return { weight: rational(weight), ...(low && high && (scored ? { score: low } : outcome.scoreRange && { range: [low, high] as const })) }
  })
  const known = parts.filter((part): part is Part & { score: Rational } => part.score !== undefined)
  const open = parts.length - known.length
  const share = weightOf(parts) === 0 ? 0 : weightOf(known) / weightOf(parts)
  const enough = share >= availability
  let used: { weight: Rational; score: Rational }[] | undefined
  if (open === 0) used = known
  else if (missing === 'skipAll' && known.length > 0) used = known
  else if (missing === 'neverSkip') used = parts.map(({ weight, score }) => ({ weight, score: score ?? zero }))
  if (used && enough) {
    const score = method.combine(used, aggregation)
    if (score === undefined) return failed(node, aggregation, 'aggregation.positive')
    ends.low = ends.high = rounded(score, aggregation.round)
    return levelled(compiled, aggregation, score)
  }
  const issues: Issue[] = enough ? [] : [issue('aggregation.availability', 'info', `${node.pointer}/aggregation`, { share, availability })]
  const bounds = missing === 'skipAny' || missing === 'skipAll' ? ([0, 1] as const).map((end) => bound(parts, end, (list) => method.combine(list, aggregation))) : []
  const [low, high] = bounds
  if (!low || !high) return { ...scaleOf(aggregation), status: 'undetermined', possible: levelsOf(compiled, aggregation).map(({ id }) => id), issues }
  ends.low = rounded(low, aggregation.round)
  ends.high = rounded(high, aggregation.round)
  return between(compiled, aggregation, low, high, issues, enough)
}

const weightOf = (parts: readonly Part[]): number => toNumber(parts.reduce((sum, { weight }) => add(sum, weight), zero))

function bound(parts: readonly Part[], end: 0 | 1, combine: (list: { weight: Rational; score: Rational }[]) => Rational | undefined): Rational | undefined {
  const list: { weight: Rational; score: Rational }[] = []
  for (const { weight, score, range } of parts) {
    const value = score ?? range?.[end]
    if (value === undefined) return undefined
    list.push({ weight, score: value })
  }
  return combine(list)
}

/** A score with the level its band gives it. */
function levelled(compiled: Compiled, aggregation: Aggregation, exact: Rational): Node {
  const score = rounded(exact, aggregation.round)
  const level = bandOf(compiled, aggregation, score)
  const node: Node = { status: 'determined', possible: level ? [level.id] : [], score: toNumber(score), issues: [] }
  if (aggregation.scale !== undefined) node.scale = aggregation.scale
  if (level) node.level = level.id
  return node
}

/** A range of scores: determined where both ends lie in one band. */
function between(compiled: Compiled, aggregation: Aggregation, low: Rational, high: Rational, issues: Issue[], enough: boolean): Node {
  const [least, most] = [rounded(low, aggregation.round), rounded(high, aggregation.round)]
  const [from, to] = [bandIndex(compiled, aggregation, least), bandIndex(compiled, aggregation, most)]
  const node: Node = { status: 'undetermined', possible: [], scoreRange: [toNumber(least), toNumber(most)], issues }
  if (aggregation.scale !== undefined) node.scale = aggregation.scale
  for (const { id } of levelsOf(compiled, aggregation)) if (aggregation.bands?.some(({ level }, i) => level === id && i >= from && i <= to) === true) node.possible.push(id)
  const [level] = node.possible
  if (node.possible.length === 1 && level !== undefined && enough) {
    node.status = 'determined'
    node.level = level
  }
  return node
}

function bandIndex(compiled: Compiled, aggregation: Aggregation, score: Rational): number {
  const ends = endsOf(compiled, aggregation)
  let index = ends.length > 0 ? 0 : -1
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]
    if (!end) continue
    const order = compare(score, end)
    if (aggregation.includes === 'upper' ? order > 0 : order >= 0) index = i
  }
  return index
}

/** The numbers the bands of an aggregation begin at; undefined for the first. */
function endsOf(compiled: Compiled, aggregation: Aggregation): readonly (Rational | undefined)[] {
  let all = bandEnds.get(compiled)
  if (!all) bandEnds.set(compiled, (all = new Map()))
  let ends = all.get(aggregation)
  if (!ends) {
    ends = (aggregation.bands ?? []).map(({ from }) => {
      const end = from === undefined ? undefined : bandEnd(from, compiled.framework, compiled.profile)
      return end === undefined ? undefined : rational(end)
    })
    all.set(aggregation, ends)
  }
  return ends
}
const bandEnds = new WeakMap<Compiled, Map<Aggregation, readonly (Rational | undefined)[]>>()

const levelsOf = ({ framework }: Compiled, { scale }: Aggregation): readonly Level[] => (scale === undefined ? [] : (framework.scales[scale]?.levels ?? []))

function bandOf(compiled: Compiled, aggregation: Aggregation, score: Rational): Level | undefined {
  const id = aggregation.bands?.[bandIndex(compiled, aggregation, score)]?.level
  return levelsOf(compiled, aggregation).find((level) => level.id === id)
}

/** The worst level of children that share one scale; with some of them open, the set it may still be. */
function lowestLevel({ framework }: Compiled, outcomes: readonly Node[]): Node | undefined {
  const [scale] = [...new Set(outcomes.map((one) => one.scale))]
  if (scale === undefined || outcomes.some((one) => one.scale !== scale || one.possible.length === 0)) return undefined
  const levels = framework.scales[scale]?.levels ?? []
  const sets = outcomes.map((one) => one.possible.map((id) => levels.findIndex((level) => level.id === id)))
  const floor = Math.max(...sets.map((set) => Math.min(...set)))
  const possible = [...new Set(sets.flat())].filter((position) => position >= floor).toSorted((a, b) => a - b)
  const ids = possible.flatMap((position) => levels[position]?.id ?? [])
  const [level] = ids
  if (ids.length !== 1 || level === undefined) return { scale, status: 'undetermined', possible: ids, ...rangeOf(levels, possible), issues: [] }
  const score = levels[possible[0] ?? -1]?.score
  return { scale, status: 'determined', level, possible: ids, ...(score !== undefined && { score }), issues: [] }
}

function rangeOf(levels: readonly Level[], positions: readonly number[]): { scoreRange?: [number, number] } {
  const scores = positions.map((position) => levels[position]?.score)
  return scores.every((score) => score !== undefined) && scores.length > 0 ? { scoreRange: [Math.min(...scores), Math.max(...scores)] } : {}
}

/** How many children reach a passing level, against `atLeast` and the floor. */
function counting(compiled: Compiled, aggregation: Aggregation, outcomes: readonly Node[]): Node {
  const passes = (one: Node): boolean | undefined => {
    const levels = one.scale === undefined ? [] : (compiled.framework.scales[one.scale]?.levels ?? [])
    const passing = one.possible.map((id) => levels.find((level) => level.id === id)?.passing === true)
    return passing.length === 0 ? undefined : passing.every((pass) => pass === passing[0]) ? passing[0] : undefined
  }
  const floorHolds = (one: Node): boolean | undefined => {
    if (aggregation.floor === undefined) return true
    const [low, high] = one.score !== undefined ? [one.score, one.score] : (one.scoreRange ?? [-Infinity, Infinity])
    return low >= aggregation.floor ? true : high < aggregation.floor ? false : undefined
  }
  const results = outcomes.map(passes)
  const [least, most] = [results.filter((pass) => pass === true).length, results.filter((pass) => pass !== false).length]
  if (aggregation.bands) return least === most ? levelled(compiled, aggregation, rational(least)) : between(compiled, aggregation, rational(least), rational(most), [], true)
  const floors = outcomes.map(floorHolds)
  const need = aggregation.atLeast ?? outcomes.length
  const levels = levelsOf(compiled, aggregation)
  const [met, unmet] = [levels[0]?.id, levels.at(-1)?.id]
  const verdict = floors.includes(false) || most < need ? false : least >= need && floors.every((holds) => holds === true) ? true : undefined
  const possible = [verdict !== false ? met : undefined, verdict !== true ? unmet : undefined].filter((id) => id !== undefined)
  const shared = { ...scaleOf(aggregation), possible, issues: [] }
  if (verdict === undefined) return { ...shared, status: 'undetermined', scoreRange: [least, most] }
  return { ...shared, status: 'determined', ...(possible[0] !== undefined && { level: possible[0] }), ...(least === most ? { score: least } : { scoreRange: [least, most] as [number, number] }) }
}
