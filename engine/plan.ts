import type { Issue } from '../schemas/index.ts'
import type { PointInfo } from './compiled.ts'
import type { Scored } from './nodeOutcome.ts'
import { pointOutcome, simplest } from './pointOutcome.ts'
import type { State } from './state.ts'

/**
 * Where the program leaves what each point's checks and conditions came to, one point behind the other: how many checks, their
 * registers; how many conditions, then register and bit of each (negative where it can fail to say); the bit of the level
 * otherwise, 0 if none. Of points that have more to look at only `other`.
 */
export type Plan = Int32Array
const other = -1

export const planOf = (points: readonly PointInfo[]): Plan => Int32Array.from(points.flatMap(stepsOf))

function stepsOf({ shared, demanding, evidence, checks, rubric: { criteria, otherwise } }: PointInfo): number[] {
  const registers = [...checks, ...criteria].map(({ rule }) => rule?.register ?? -1)
  if (!shared || demanding.length > 0 || evidence.length > 0 || registers.some((register) => register < 0)) return [other]
  return [
    checks.length, ...registers.slice(0, checks.length),
    criteria.length, ...criteria.flatMap(({ level, rule }) => [rule?.register ?? -1, rule?.fallible ? -(1 << level) : 1 << level]),
    otherwise === undefined ? 0 : 1 << otherwise,
  ]
}

/** Judges every point from what the program just worked out. */
export function judgeAll(state: State, { outcomes, spans }: Scored): void {
  const { compiled: { plan, points }, frame: { numbers } } = state
  const plain = state.inapplicable.size === 0 && state.answerIssues.size === 0
  let at = 0
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as PointInfo
    const checks = plan[at++] as number
    if (checks === other) {
      outcomes[point.index] = pointOutcome(state, point, spans)
      continue
    }
    let failing = 0
    for (let k = 0; k < checks; k++) if (numbers[plan[at++] as number] === 0) failing++
    const conditions = plan[at++] as number
    const end = at + 2 * conditions
    let [set, settled, silent] = [0, false, false]
    for (; at < end; at += 2) {
      const truth = numbers[plan[at] as number] as number
      if (truth === 0) continue
      const bit = plan[at + 1] as number
      set |= bit < 0 ? -bit : bit
      settled = truth === 2
      if (settled) break
      if (bit < 0) silent = true
    }
    at = end
    const otherwise = plan[at++] as number
    if (!settled) set |= otherwise
    const simple = plain && !silent && point.shared ? simplest(state, point, point.shared, set) : undefined
    const made = simple ? (failing > 0 ? { ...simple, issues: failed(point, numbers) } : simple) : pointOutcome(state, point, spans)
    if (simple) spans.note(point.index, made)
    outcomes[point.index] = made
  }
}

function failed({ checks }: PointInfo, numbers: Float64Array): Issue[] {
  const issues: Issue[] = []
  for (const { rule, issue } of checks) if (rule && numbers[rule.register] === 0) issues.push(issue)
  return issues
}
