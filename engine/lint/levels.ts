import type { CompiledLimit, PointInfo } from '../compiled.ts'
import { shifted } from '../rubric/judge.ts'
import { affordable, assignmentsOf } from './assignments.ts'
import { decide, valueOf, type Assignment } from './decide.ts'
import { constantOf, subjectsOf } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

/** Which levels of a point can come out, and which of its limits can change one; undefined where there were too many ways to look at them all. */
export interface Levels {
  /** By position in the scale. */
  reached: ReadonlySet<number>
  /** By place among the point's limits: whether it ever changes a level, and whether it ever holds. */
  limits: readonly { moves: boolean; holds: boolean }[]
}

/** Most combinations looked at for one limit, and most limits of a point held against each other. */
const [most, compared] = [4000, 20]

/** Each limit is looked at with the method alone, so a level or limit that only several together rule out is taken as possible. */
export function levelsOf(point: PointInfo): Levels | undefined {
  if (!known.has(point)) known.set(point, workedOut(point))
  return known.get(point)
}

const known = new WeakMap<PointInfo, Levels | undefined>()

function workedOut(point: PointInfo): Levels | undefined {
  const { rubric } = point
  const { conditions, measured, base } = methodOf(point)
  const every = (1 << rubric.levels.length) - 1
  const barred = point.point.evidence?.some(({ forLevels }) => forLevels?.length) === true
  const setAt = (values: Assignment): number => {
    const set = base(values)
    return barred && set !== 0 ? every & ~((set & -set) - 1) : set
  }
  const first = assignmentsOf(subjectsOf(conditions, measured), affordable(conditions, most))
  if (!first.complete) return undefined
  let reached = 0
  for (const values of first) reached |= setAt(values)
  const raised = (kinds: readonly string[]): number => rubric.limits.reduce((set, { kind, level }) => (kinds.includes(kind) && level >= 0 ? set | (1 << level) : set), 0)
  const before = { floor: 0, cap: raised(['floor']), veto: raised(['floor', 'cap']) }
  let given = 0
  const limits = rubric.limits.map(({ kind, level, rule }) => {
    const all = rule && level >= 0 ? assignmentsOf(subjectsOf([...conditions, rule.node], measured), affordable([...conditions, rule.node], most)) : undefined
    if (!rule || !all?.complete) return { moves: true, holds: true, survived: every, level }
    let [moves, holds, survived] = [false, false, 0]
    for (const values of all) {
      const set = setAt(values)
      const truth = decide(rule.node, values)
      if (truth !== true) survived |= set
      if (truth === false || set === 0) continue
      holds = true
      const open = set | before[kind]
      moves ||= shifted(kind, open, level) !== open
      survived |= set & shifted(kind, set, level)
    }
    return { moves, holds, survived, level }
  })
  if (rubric.limits.length <= compared) for (const [i, limit] of limits.entries()) if (limit.moves && rubric.limits.some((other, k) => k !== i && covers(other, rubric.limits[i], k < i))) limit.moves = false
  for (const { survived } of limits) reached &= survived
  for (const { moves, level } of limits) if (moves && level >= 0) given |= 1 << level
  return { reached: new Set(rubric.levels.flatMap((_, i) => (((reached | given) >> i) & 1 ? [i] : []))), limits }
}

/** Whether a limit of the same kind holds wherever the other does and goes at least as far; of two that are as one, the earlier covers. */
function covers(strong: CompiledLimit, weak: CompiledLimit | undefined, earlier: boolean): boolean {
  if (!weak?.rule || !strong.rule || strong.kind !== weak.kind || strong.level < 0 || weak.level < 0) return false
  const [rule, other] = [strong.rule.node, weak.rule.node]
  const [further, as] = strong.kind === 'cap' ? [strong.level > weak.level, strong.level === weak.level] : strong.kind === 'floor' ? [strong.level < weak.level, strong.level === weak.level] : [!earlier, false]
  if (!further && !as) return false
  const all = assignmentsOf(subjectsOf([rule, other]), affordable([rule, other], most))
  if (!all.complete) return false
  let same = true
  for (const values of all) {
    const [holds, inner] = [decide(rule, values), decide(other, values)]
    if (inner !== false && holds !== true) return false
    same &&= inner === true || holds === false
  }
  return further || !same || earlier
}

/** What the method alone turns on, and the levels it gives, as bits, for each way that can be. */
function methodOf({ rubric }: PointInfo): { conditions: Node[]; measured: { node: Node; ends: number[] }[]; base: (values: Assignment) => number } {
  const every = (1 << rubric.levels.length) - 1
  if (rubric.source.method === 'criteria') {
    const conditions = rubric.criteria.flatMap(({ rule }) => rule?.node ?? [])
    return { conditions, measured: [], base: (values) => chosenBy(rubric, values) }
  }
  const ends = rubric.bands?.ends.map(({ node }) => constantOf(node))
  if (rubric.source.method !== 'bands' || !rubric.bands || !ends?.every((end) => typeof end === 'number')) return { conditions: [], measured: [], base: () => every }
  const { node } = rubric.bands.value
  const upper = rubric.source.includes === 'upper'
  return {
    conditions: [], measured: [{ node, ends }],
    base: (values) => {
      const value = valueOf(node, values)
      if (typeof value !== 'number') return every
      return 1 << (rubric.bandLevels[ends.filter((end) => (upper ? value > end : value >= end)).length] ?? 0)
    },
  }
}

function chosenBy({ criteria, source, otherwise }: PointInfo['rubric'], values: Assignment): number {
  let set = 0
  let settled = false
  for (const { rule, level } of criteria) {
    const truth = rule ? decide(rule.node, values) : undefined
    if (truth === false) continue
    if (!(settled && source.policy !== 'unique')) set |= 1 << level
    settled ||= truth === true
  }
  return settled || otherwise === undefined ? set : set | (1 << otherwise)
}
