import type { Issue, Node } from '../schemas/index.ts'
import type { Plan, PointInfo, Shared } from './compiled.ts'
import { nothingAnswered, pointOutcome } from './pointOutcome.ts'
import { leaving } from './rubric/shared.ts'
import type { Scored } from './spans.ts'
import type { State } from './state.ts'

/** The plan of a framework's points, once their rules are in the program. */
export function planOf(points: readonly PointInfo[]): Plan {
  const tables = [...new Set(points.flatMap(({ shared }) => shared ?? []))]
  return { code: Int32Array.from(points.flatMap((point) => stepsOf(point, tables))), tables }
}

/**
 * Position in the tree; table; how many checks, their registers; how many conditions, register and bit of each (negative where
 * it can fail to say); bit of the level otherwise, 0 if none. For a point with more to look at: position and -1.
 */
function stepsOf({ index, shared, demanding, evidence, checks, rubric: { criteria, otherwise } }: PointInfo, tables: readonly Shared[]): number[] {
  const registers = [...checks, ...criteria].map(({ rule }) => rule?.register ?? -1)
  if (!shared || demanding.length > 0 || evidence.length > 0 || registers.some((register) => register < 0)) return [index, -1]
  return [
    index, tables.indexOf(shared), checks.length, ...registers.slice(0, checks.length),
    criteria.length, ...criteria.flatMap(({ level, rule }) => [rule?.register ?? -1, rule?.fallible ? -(1 << level) : 1 << level]),
    otherwise === undefined ? 0 : 1 << otherwise,
  ]
}

/** Judges every point from what the program just worked out. */
export function judgeAll(state: State, { outcomes, spans }: Scored): void {
  const { compiled: { plan: { code, tables }, points }, frame: { numbers } } = state
  const plain = state.inapplicable.size === 0 && state.answerIssues.size === 0
  let at = 0
  for (let i = 0; i < points.length; i++) {
    const index = code[at++] as number
    const table = tables[code[at++] as number]
    let simple: Node | undefined
    if (table) {
      let [failing, set, settled, silent] = [0, 0, false, false]
      for (let k = code[at++] as number; k > 0; k--) if (numbers[code[at++] as number] === 0) failing++
      const conditions = code[at++] as number
      const end = at + 2 * conditions
      for (; at < end && !settled; at += 2) {
        const truth = numbers[code[at] as number] as number
        if (truth === 0) continue
        const bit = code[at + 1] as number
        set |= bit < 0 ? -bit : bit
        if (truth === 2) settled = true
        else if (bit < 0) silent = true
      }
      at = end + 1
      if (!settled) set |= code[end] as number
      if (plain && !silent && set !== 0 && !((set & table.passing) === set && (set & (set - 1)) === 0 && nothingAnswered(state, points[i] as PointInfo))) {
        simple = leaving(table, set)
        spans.copy(index, table.spans, set)
        if (failing > 0) simple = { ...simple, issues: failed(points[i] as PointInfo, numbers) }
      }
    }
    outcomes[index] = simple ?? pointOutcome(state, points[i] as PointInfo, spans)
  }
}

function failed({ checks }: PointInfo, numbers: Float64Array): Issue[] {
  const issues: Issue[] = []
  for (const { rule, issue } of checks) if (rule && numbers[rule.register] === 0) issues.push(issue)
  return issues
}
