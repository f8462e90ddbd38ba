import type { Issue, Node } from '../schemas/index.ts'
import type { Plan, PointInfo, Shared } from './compiled.ts'
import { nothingAnswered, pointOutcome } from './pointOutcome.ts'
import { leaving } from './rubric/shared.ts'
import type { Scored } from './spans.ts'
import type { State } from './state.ts'

/** The plan of a framework's points, once their rules are in the program. */
export function planOf(points: readonly PointInfo[]): Plan {
  const tables = [...new Set(points.flatMap(({ shared }) => shared ?? []))]
  return { code: Int32Array.from(points.flatMap((point) => stepsOf(point, tables))), tables, issues: points.flatMap((point) => (isPlain(point) ? point.checks.map(({ issue }) => issue) : [])) }
}

/**
 * Position in the tree; table; how many checks, their registers; how many conditions, register and bit of each (negative where
 * it can fail to say); bit of the level otherwise, 0 if none. For a point with more to look at: position and -1.
 */
function stepsOf(point: PointInfo, tables: readonly Shared[]): number[] {
  const { index, shared, checks, rubric: { criteria, otherwise } } = point
  if (!shared || !isPlain(point)) return [index, -1]
  const registers = checks.map(({ rule }) => rule?.register ?? -1)
  return [
    index, tables.indexOf(shared), checks.length, ...registers,
    criteria.length, ...criteria.flatMap(({ level, rule }) => [rule?.register ?? -1, rule?.fallible ? -(1 << level) : 1 << level]),
    otherwise === undefined ? 0 : 1 << otherwise,
  ]
}

/** Whether nothing but conditions, all of them in the program, says what comes of a point. */
const isPlain = ({ shared, demanding, evidence, checks, rubric: { criteria } }: PointInfo): boolean =>
  shared !== undefined && demanding.length === 0 && evidence.length === 0 && [...checks, ...criteria].every(({ rule }) => rule !== undefined && rule.register >= 0)

/** Judges every point from what the program just worked out. */
export function judgeAll(state: State, { outcomes, spans }: Scored): void {
  const { compiled: { plan: { code, tables, issues }, points }, frame: { numbers } } = state
  const plain = state.inapplicable.size === 0 && state.answerIssues.size === 0
  let [at, first] = [0, 0]
  for (let i = 0; i < points.length; i++) {
    const index = code[at++] as number
    const table = tables[code[at++] as number]
    let simple: Node | undefined
    if (table) {
      let [failing, set, settled, silent] = [0, 0, false, false]
      const checks = at
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
        if (failing > 0) simple = { ...simple, issues: failed(issues, first, numbers, code, checks) }
      }
      first += code[checks] as number
    }
    outcomes[index] = simple ?? pointOutcome(state, points[i] as PointInfo, spans)
  }
}

/** The issues of failing checks, the first of which is at `first`; their number and registers stand in the plan. */
function failed(issues: readonly Issue[], first: number, numbers: Float64Array, code: Int32Array, at: number): Issue[] {
  const found: Issue[] = []
  for (let k = 0; k < (code[at] as number); k++) if (numbers[code[at + 1 + k] as number] === 0) found.push(issues[first + k] as Issue)
  return found
}
