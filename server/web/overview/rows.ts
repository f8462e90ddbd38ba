import type { Framework, Node, Outcome, Submission, Unit } from '../../../schemas/index.ts'
import type { SubmissionState, SubmissionSummary, UnitOutcome } from '../api.ts'

export type Stage = 'notStarted' | SubmissionState
/** One unit of the matrix with its results. */
export interface Row { unit: Unit; submission?: string; stage: Stage; /** Disputes that wait for a decision. */ disputed?: number; nodes: Outcome['nodes']; outcome?: Outcome }
export interface Filter { units?: readonly string[]; stages?: readonly Stage[]; levels?: readonly string[]; open?: boolean }
export interface Sort { column: string; direction: 'best' | 'worst' }
export interface Count { level: string; count: number }

export const stages: Stage[] = ['accepted', 'submitted', 'returned', 'draft', 'notStarted']

/** One row per unit of the cycle, with its submission and outcome where there is one. A unit that has not begun has no result yet, whatever official data would come to. */
export function rowsOf(units: readonly Unit[], submissions: readonly SubmissionSummary[], outcomes: readonly UnitOutcome[]): Row[] {
  const summary = new Map(submissions.map((one) => [idOf(one.unit), one]))
  const results = new Map(outcomes.map((one) => [idOf(one.unit), one]))
  return units.map((unit) => {
    const own = summary.get(unit.id)
    const result = results.get(unit.id)
    const id = own?.id ?? result?.submission ?? result?.id
    const stage = own ? stageOf(own) : (result?.state ?? 'notStarted')
    const outcome = stage === 'notStarted' ? undefined : result?.outcome
    return { unit, stage, nodes: outcome?.nodes ?? {}, ...(id ? { submission: id } : {}), ...(own?.disputed ? { disputed: own.disputed } : {}), ...(outcome ? { outcome } : {}) }
  })
}

/** A draft nobody has touched has not started. */
export function stageOf(summary: Pick<SubmissionSummary, 'state' | 'done' | 'evidenceBytes'>): Stage {
  return summary.state === 'draft' && summary.done === 0 && summary.evidenceBytes === 0 ? 'notStarted' : summary.state
}

/** The same of a whole submission: a value that was only put there for the unit is nothing it has done. */
export function stageOfSubmission({ state, answers, evidence }: Pick<Submission, 'state' | 'answers' | 'evidence'>): Stage {
  const touched = evidence.length > 0 || Object.values(answers).some(({ status, value }) => status !== 'proposed' && value !== null)
  return state === 'draft' && !touched ? 'notStarted' : state
}

export function idOf(unit: Unit | string): string {
  return typeof unit === 'string' ? unit : unit.id
}

/** Undetermined or failed: what still needs someone. */
export function isOpen(node: Node | undefined): boolean {
  return node?.status === 'undetermined' || node?.status === 'failed'
}

/** How good a result is: 1 the best level, 0 the worst; a set of possible levels lies between; nothing for failed or absent. */
export function rank(framework: Framework, node: Node | undefined): number | undefined {
  if (!node || node.status === 'failed' || node.status === 'notApplicable') return undefined
  const levels = node.scale ? (framework.scales[node.scale]?.levels ?? []) : []
  const places = (node.status === 'determined' ? [node.level] : node.possible).map((id) => levels.findIndex((level) => level.id === id)).filter((place) => place >= 0)
  if (!places.length || levels.length < 2) return undefined
  return 1 - places.reduce((sum, place) => sum + place, 0) / places.length / (levels.length - 1)
}

/** The rows a filter leaves, in the order asked for; ties by score, then the order of the cycle. */
export function arrange(framework: Framework, rows: readonly Row[], columns: readonly string[], filter: Filter, sort?: Sort): Row[] {
  const kept = rows.filter((row) =>
    (!filter.units?.length || filter.units.includes(row.unit.id)) &&
    (!filter.stages?.length || filter.stages.includes(row.stage)) &&
    (!filter.levels?.length || columns.some((id) => fits(row.nodes[id], filter.levels))) &&
    (!filter.open || columns.some((id) => isOpen(row.nodes[id]))))
  if (!sort) return kept
  const key = (row: Row) => rank(framework, row.nodes[sort.column])
  const sign = sort.direction === 'best' ? 1 : -1
  return kept.toSorted((left, right) => {
    const [a, b] = [key(left), key(right)]
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * (b - a || (right.nodes[sort.column]?.score ?? 0) - (left.nodes[sort.column]?.score ?? 0))
  })
}

/** Whether a cell has one of the levels looked for. */
export function fits(node: Node | undefined, levels: readonly string[] | undefined): boolean {
  return Boolean(node?.status === 'determined' && node.level && levels?.includes(`${node.scale}/${node.level}`))
}

/** How many units have each level of a column, in the order of its scale, then the undetermined and the failed. */
export function distribution(framework: Framework, rows: readonly Row[], column: string): { levels: Count[]; open: number; failed: number; scale: string | undefined } {
  const nodes = rows.map(({ nodes: all }) => all[column]).filter((node) => node !== undefined)
  const scale = nodes.find((node) => node.scale)?.scale
  const levels = (scale ? (framework.scales[scale]?.levels ?? []) : []).map(({ id }) => ({ level: id, count: nodes.filter((node) => node.status === 'determined' && node.level === id).length }))
  return { scale, levels, open: nodes.filter(({ status }) => status === 'undetermined').length, failed: nodes.filter(({ status }) => status === 'failed').length }
}

/** The middle of the units whose level is determined; a level that is still open takes no place. */
export function middleOf(framework: Framework, rows: readonly Row[], column: string): number | undefined {
  return median(rows.flatMap(({ nodes }) => (nodes[column]?.status === 'determined' ? [rank(framework, nodes[column])] : [])).filter((value) => value !== undefined))
}

/** The middle value; between two, their mean. */
export function median(values: readonly number[]): number | undefined {
  if (!values.length) return undefined
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
