import { compile, evaluate, explain, inputOf, type Compiled, type Explanation } from '../../../engine/index.ts'
import type { Cycle, EvaluationPoint, Framework, Level, Node, Outcome, Submission, Unit } from '../../../schemas/index.ts'
import { lens, type Lens } from '../../../runtime/index.ts'
import type { OpenSubmission } from '../api.ts'
import { fieldsOf } from '../value.tsx'
import type { Locale } from '../language.tsx'
import { allPoints, selectedPoints } from '../overview/columns.ts'

/** A submission as its reviewer reads it: evaluated here, so that a judgement shows its effect at once. */
export interface Reading { framework: Framework; cycle: Cycle; submission: Submission; previous: Record<string, unknown> | undefined; compiled: Compiled | undefined; outcome: Outcome | undefined; before: Outcome['calculations']; points: EvaluationPoint[]; /** What a table's computed column comes to, row by row. */ column: (point: string, field: string, column: string) => readonly unknown[] }
export type PointState = 'accepted' | 'returned' | 'open'
export interface Choice { level: Level; barred?: 'above' | 'below' | 'outside' }

export function readingOf(open: OpenSubmission): Reading {
  const { framework, cycle, submission, previous } = open
  const { compiled } = compile(framework, cycle.profile)
  const outcome = compiled ? evaluate(compiled, input(open), { hash: true }) : undefined
  const before = compiled && previous ? evaluate(compiled, { answers: previous, ...unitOf(open) }).calculations : {}
  const chosen = selectedPoints(framework, cycle.profile.points)
  return {
    framework, cycle, submission, previous, compiled, outcome, before, column: columnsOf(open),
    points: allPoints(framework).filter(({ id }) => chosen.has(id) && outcome?.nodes[id]?.status !== 'notApplicable'),
  }
}

/** Computed columns, worked out when the first is asked for. */
function columnsOf(open: OpenSubmission): Reading['column'] {
  let seen: Lens | undefined
  let calculations: Outcome['calculations'] | undefined
  return (point, field, column) => {
    seen ??= lens(open.framework)
    const id = seen.column(point, field, column)
    if (id === undefined) return []
    if (!calculations) {
      const { compiled } = compile(seen.framework, open.cycle.profile, { checked: true })
      calculations = compiled ? evaluate(compiled, input(open)).calculations : {}
    }
    const values = calculations[id]
    return Array.isArray(values) ? values : []
  }
}

/** The unit's attributes, which rules may read. */
function unitOf({ cycle, submission }: OpenSubmission): { unit: Unit } | undefined {
  const unit = cycle.units.find(({ id }) => id === submission.unit)
  return unit ? { unit } : undefined
}

export function explanationOf(reading: Reading, point: string, locale: Locale): Explanation | undefined {
  return reading.compiled && reading.outcome ? explain(reading.compiled, input(reading), reading.outcome, point, locale) : undefined
}

/** The result under the other of two values, where it differs. */
export function otherVerdict(reading: Reading, point: string, basis: 'official' | 'claim'): Node | undefined {
  if (!reading.compiled) return undefined
  const other = evaluate(reading.compiled, input(reading, basis)).nodes[point]
  const own = reading.outcome?.nodes[point]
  return other && own && (other.status !== own.status || other.level !== own.level || other.possible.join() !== own.possible.join()) ? other : undefined
}

/** Disputes at a point, or at all, that nobody has decided. */
export function undecided({ framework, submission, points }: Pick<Reading, 'framework' | 'submission' | 'points'>, only?: EvaluationPoint): string[] {
  const asked = new Set((only ? [only] : points).flatMap((point) => fieldsOf(framework, point).map(({ id }) => id)))
  return [...asked].filter((id) => submission.answers[id]?.status === 'disputed' && !submission.answers[id].decision)
}

/** Whether a value counts at a point that is accepted, so that its dispute is no longer decided. */
export function isAccepted({ framework, submission, points }: Pick<Reading, 'framework' | 'submission' | 'points'>, element: string): boolean {
  return points.some((point) => pointState(submission, point.id) === 'accepted' && fieldsOf(framework, point).some(({ id }) => id === element))
}

export function pointState(submission: Submission, point: string): PointState {
  return submission.points[point]?.state ?? 'open'
}

/** The levels of a judged point, each barred with its side where the computed limits exclude it. */
export function choicesOf(reading: Reading, point: EvaluationPoint): Choice[] {
  const levels = point.rubric.scale ? (reading.framework.scales[point.rubric.scale]?.levels ?? []) : []
  const allowed = openLevels(reading, point.id)
  const places = levels.flatMap(({ id }, place) => (allowed.has(id) ? [place] : []))
  return levels.map((level, place) => {
    if (allowed.has(level.id)) return { level }
    return { level, barred: !places.length ? 'outside' : place < Math.min(...places) ? 'above' : place > Math.max(...places) ? 'below' : 'outside' }
  })
}

/** What the limits leave open: the levels possible before anyone has judged. */
function openLevels(reading: Reading, point: string): Set<string> {
  if (!reading.compiled) return new Set()
  const { [point]: _, ...judgements } = reading.submission.judgements
  return new Set(evaluate(reading.compiled, input({ ...reading, submission: { ...reading.submission, judgements } })).nodes[point]?.possible)
}

function input(of: Pick<OpenSubmission, 'submission' | 'cycle' | 'previous'> | Reading, basis?: 'official' | 'claim') {
  return inputOf(of.submission, { cycle: of.cycle, ...(of.previous ? { previous: of.previous } : {}), ...(basis ? { basis } : {}) })
}
