import { compile, coverage, type Compiled, type Uncovered } from '../../engine/index.ts'
import type { EvaluationPoint, Framework, GoldenCase } from '../../schemas/index.ts'

/** An expectation that no case of the point has any more. */
export type GivenUp = Uncovered | { kind: 'status'; status: GoldenCase['expect']['status'] }

/**
 * What no case covers any more once the one at `index` expects `next`: the level (or status) that only it expected, and thresholds
 * and branches that the cases reached under the edition the draft is based on and miss under the rules as they are now.
 */
export function givenUp(point: EvaluationPoint, index: number, next: GoldenCase['expect'], compiled: Compiled, base: Framework | undefined): GivenUp[] {
  const others = (point.examples ?? []).map(({ expect }, i) => (i === index ? next : expect))
  const old = point.examples?.[index]?.expect
  const gone: GivenUp[] = []
  if (old?.level !== undefined && !others.some(({ level }) => level === old.level)) {
    const name = compiled.point(point.id)?.rubric.levels.find(({ id }) => id === old.level)?.label ?? old.level
    gone.push({ kind: 'level', level: old.level, name })
  }
  if (old && old.level === undefined && !others.some(({ status }) => status === old.status)) gone.push({ kind: 'status', status: old.status })
  const before = base && compile(base, {}, { checked: true }).compiled
  const missed = (of: Compiled | undefined): Uncovered[] => (of?.point(point.id) ? coverage(of, point.id)[0]?.open ?? [] : []).filter(({ kind }) => kind !== 'level')
  const known = new Set(before?.point(point.id) ? missed(before).map(nameOf) : [])
  return [...gone, ...missed(compiled).filter((one) => !known.has(nameOf(one)))]
}

/** What was missing already is the same condition or number, wherever its threshold stood. */
const nameOf = (one: Uncovered): string => `${one.kind} ${one.name} ${one.kind === 'branch' ? one.holds : ''}`
