import type { Issue, Node } from '../schemas/index.ts'
import { answers, isBlank } from './answers.ts'
import type { PointInfo, Shared } from './compiled.ts'
import { issue } from './issue.ts'
import { judge, type Verdict } from './rubric/judge.ts'
import { leaving } from './rubric/shared.ts'
import { rational, toNumber, type Rational } from './rule/rational.ts'
import { rounded } from './rounded.ts'
import type { Spans } from './spans.ts'
import type { State } from './state.ts'

/** The outcome of one evaluation point: what is missing, what is odd, the level or the levels still possible, the score. */
export function pointOutcome(state: State, point: PointInfo, spans?: Spans): Node {
  const { frame } = state
  if (state.inapplicable.size > 0 && state.inapplicable.has(point.id)) return noted(spans, point, { status: 'notApplicable', possible: [], issues: [] })
  let issues: Issue[] | undefined
  if (point.demanding.length > 0 || state.answerIssues.size > 0) answers(state, point, (issues = []))
  for (const check of point.checks) if (check.rule?.truth(frame) === 0) (issues ??= []).push(check.issue)
  if (point.evidence.length > 0) evidence(state, point, (issues ??= []))
  const simple = simply(state, point)
  return simple ? noted(spans, point, issues && issues.length > 0 ? { ...simple, issues } : simple) : judged(state, point, issues ?? [], spans)
}

function noted(spans: Spans | undefined, { index }: PointInfo, made: Node, exact?: Rational): Node {
  spans?.note(index, made, made.score === undefined ? undefined : exact)
  return made
}

/** The ordinary case: only conditions say which levels are possible, and none of them failed to. */
function simply(state: State, point: PointInfo): Node | undefined {
  const { shared, rubric: { criteria, otherwise } } = point
  if (!shared || (point.evidence.length > 0 && lacking(state, point).size > 0)) return undefined
  let set = 0
  for (const { level, rule } of criteria) {
    const truth = rule?.truth(state.frame) ?? 1
    if (truth === 0) continue
    set |= 1 << level
    if (truth === 2) return simplest(state, point, shared, set)
    if (rule?.fallible) return undefined
  }
  return simplest(state, point, shared, otherwise === undefined ? set : set | (1 << otherwise))
}

/** The outcome these levels leave, unless that takes a closer look: there are none, or only a passing one and nothing was answered. */
function simplest(state: State, point: PointInfo, shared: Shared, set: number): Node | undefined {
  const single = (set & (set - 1)) === 0
  return set === 0 || (single && (set & shared.passing) !== 0 && nothingAnswered(state, point)) ? undefined : leaving(shared, set)
}

function judged(state: State, point: PointInfo, issues: Issue[], spans: Spans | undefined): Node {
  const { frame, input } = state
  const verdict = judge(point, frame, input.judgements && input.judgements[point.id]?.level, point.evidence.length > 0 ? lacking(state, point) : nothingLacking)
  for (const one of verdict.issues) issues.push({ ...one, point: point.id })
  if (point.issues.length > 0) {
    const broken = point.issues.filter(({ severity }) => severity === 'error')
    if (broken.length > 0) return noted(spans, point, { ...scaleOf(point), status: 'failed', possible: [], issues: [...broken.map((one) => ({ ...one })), ...issues] })
  }
  if (verdict.failure !== undefined) return noted(spans, point, { ...scaleOf(point), status: 'failed', possible: [], limits: verdict.limits, issues: [...issues, issue(verdict.failure, 'error', `${point.pointer}/rubric`, valueOf(verdict), point.id)] })
  const exact = scoreOf(state, point, verdict)
  return noted(spans, point, settle(state, point, verdict, issues, exact), exact)
}

const nothingLacking: ReadonlyMap<string, readonly string[]> = new Map()

const scaleOf = (point: PointInfo): { scale?: string } => (point.point.rubric.scale === undefined ? {} : { scale: point.point.rubric.scale })
const valueOf = ({ value }: Verdict): Record<string, unknown> => (value === undefined ? {} : { value })

/** From a verdict to a status: a level that is certain, a score with it, or what is still possible. */
function settle(state: State, point: PointInfo, verdict: Verdict, issues: Issue[], fraction: Rational | undefined): Node {
  const { rubric: { source: { method, scale, score: scored }, levels } } = point
  const exact = fraction && toNumber(fraction)
  const node: Node = { status: 'undetermined', possible: [], issues }
  if (scale !== undefined) node.scale = scale
  if (verdict.value !== undefined) node.value = verdict.value
  if (verdict.limits.length > 0) node.limits = verdict.limits
  if (verdict.judgement !== undefined) node.judgement = levels[verdict.judgement]?.id
  for (const position of verdict.possible) {
    const level = levels[position]
    if (level) node.possible.push(level.id)
  }
  if (method === 'narrative') {
    if (!owes(issues) && !isBlankPoint(state, point, verdict)) node.status = 'determined'
    return node
  }
  if (method === 'score') {
    if (exact === undefined) return node
    node.status = 'determined'
    node.score = exact
    return node
  }
  const [position] = verdict.possible
  const level = position === undefined ? undefined : levels[position]
  // An empty answer never reaches a passing level, whatever the rules say.
  if (verdict.possible.length === 1 && level && verdict.unsettled !== true && !(level.passing === true && isBlankPoint(state, point, verdict))) {
    node.status = 'determined'
    node.level = level.id
    if (exact !== undefined) node.score = exact
    return node
  }
  const range = scored === undefined ? rangeOf(levels, verdict.possible) : undefined
  if (range) node.scoreRange = range
  if (verdict.awaiting !== undefined && verdict.awaiting) node.awaiting = !owes(issues)
  return node
}

const isBlankPoint = (state: State, point: PointInfo, verdict: Verdict): boolean =>
  nothingAnswered(state, point) && verdict.judgement === undefined && !verdict.limits.some(({ kind, state: own }) => kind === 'veto' && own === 'applies')

const owes = (issues: readonly Issue[]): boolean => issues.some(({ code }) => code === 'answer.required')

function rangeOf(levels: PointInfo['rubric']['levels'], positions: readonly number[]): [number, number] | undefined {
  let [least, most] = [Infinity, -Infinity]
  for (const position of positions) {
    const score = levels[position]?.score
    if (score === undefined) return undefined
    if (score < least) least = score
    if (score > most) most = score
  }
  return positions.length > 0 ? [least, most] : undefined
}

/** The score as published: from the score rule, else from the level. */
function scoreOf(state: State, { rubric }: PointInfo, verdict: Verdict): Rational | undefined {
  let exact: Rational | undefined
  if (rubric.score) exact = rubric.score.exact(state.frame)
  else if (verdict.possible.length === 1) {
    const score = rubric.levels[verdict.possible[0] ?? -1]?.score
    if (score !== undefined) exact = rational(score)
  }
  return exact && rounded(exact, rubric.source.round)
}

function evidence(state: State, point: PointInfo, issues: Issue[]): void {
  for (const { requirement, requiredIf, variable } of point.evidence) {
    const have = state.frame.numbers[variable.slot] as number
    const need = requirement.min ?? 0
    if (have >= need || (requiredIf && requiredIf.truth(state.frame) !== 2)) continue
    issues.push(issue('evidence.missing', 'info', `/evidence/${point.id}/${requirement.id}`, { title: requirement.title, have, need }, point.id))
  }
}

/** Requirements that bar levels because their evidence is not there, with those levels. */
function lacking(state: State, point: PointInfo): ReadonlyMap<string, readonly string[]> {
  let found: Map<string, readonly string[]> | undefined
  for (const { requirement, requiredIf, variable } of point.evidence) {
    if (!requirement.forLevels?.length || requiredIf?.truth(state.frame) === 0) continue
    if ((state.frame.numbers[variable.slot] as number) < Math.max(1, requirement.min ?? 1)) (found ??= new Map()).set(requirement.id, requirement.forLevels)
  }
  return found ?? nothingLacking
}

/** Whether a point has no answer and no evidence at all. */
export function nothingAnswered(state: State, point: PointInfo): boolean {
  for (const field of point.fields) if (!isBlank(state, field)) return false
  return point.evidence.every(({ variable }) => state.frame.numbers[variable.slot] === 0)
}
