import type { Compiled, PointInfo } from '../compiled.ts'
import { print } from '../formula/print.ts'
import type { Probe } from '../probe.ts'
import { intervalOf } from '../rule/interval.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { affordable, assignmentsOf } from './assignments.ts'
import { decide, type Assignment } from './decide.ts'
import { finding, valueAt, type Check, type Finding } from './finding.ts'
import { levelsOf } from './levels.ts'
import { constantOf, orderOf, subjectsOf, type Subject } from './subjects.ts'
import { answersTo, saidAnswers, witness } from './witness.ts'
import type { Rule } from '../../schemas/index.ts'
import type { Node } from '../rule/contract.ts'

/** The most assignments looked at for one rubric. */
const most = 20_000

/** Gaps, overlaps and levels no answer can reach, each with values that show it. */
export const rubrics: Check = ({ compiled }) => compiled.points.flatMap((point) => {
  if (point.rubric.broken) return []
  const { method } = point.rubric.source
  const own = method === 'bands' ? bands(point) : method === 'criteria' ? criteria(compiled, point) : []
  return [...own, ...(method === 'bands' || method === 'criteria' || method === 'judged' ? unreached(point, own) : [])]
})

/** A band outside the limits of its number is never reached. */
function bands(point: PointInfo): Finding[] {
  const { rubric, pointer } = point
  const { bands: made } = rubric
  if (!made) return []
  const [low, high] = intervalOf(made.value.node)
  const ends = made.ends.map(({ node }) => constantOf(node))
  const upper = rubric.source.includes === 'upper'
  return rubric.bandLevels.flatMap((level, i): Finding[] => {
    const [from, to] = [i === 0 ? -Infinity : ends[i - 1], ends[i] ?? Infinity]
    if (typeof from !== 'number' || typeof to !== 'number') return []
    const empty = upper ? low > to || high <= from : low >= to || high < from
    return empty ? [finding('rubric.unreachable', 'warning', `${pointer}/rubric/bands/${i}`, point, { level: rubric.levels[level]?.label ?? '', low, high })] : []
  })
}

/** Levels that nothing leads to, or that a limit takes away whenever they would come out. */
function unreached(point: PointInfo, own: readonly Finding[]): Finding[] {
  const { rubric, pointer } = point
  const levels = levelsOf(point)
  if (!levels) return []
  const named = new Set(own.filter(({ code }) => code === 'rubric.unreachable').map(({ params }) => params?.['level']))
  return rubric.levels.flatMap(({ label }, i) => (levels.reached.has(i) || named.has(label) ? [] : [finding('rubric.unreachable', 'warning', `${pointer}/rubric`, point, { level: label })]))
}

function criteria(compiled: Compiled, point: PointInfo): Finding[] {
  const { rubric, pointer } = point
  const rules = rubric.criteria.flatMap(({ rule }) => rule ?? [])
  if (rules.length < rubric.criteria.length) return []
  const nodes = rules.map(({ node }) => node)
  const subjects = subjectsOf(nodes)
  const all = assignmentsOf(subjects, affordable(nodes, most))
  const first = new Set<number>()
  const gaps: Assignment[] = []
  const overlaps = new Map<string, Assignment[]>()
  for (const values of all) {
    const truths = nodes.map((node) => decide(node, values))
    for (const [i, truth] of truths.entries()) {
      if (truth !== false) first.add(i)
      if (truth === true) break
    }
    if (rubric.otherwise === undefined && truths.every((truth) => truth === false)) gaps.push(values)
    if (rubric.source.policy !== 'unique') continue
    const [a, b] = truths.flatMap((truth, i) => (truth === true ? [i] : []))
    if (a !== undefined && b !== undefined) overlaps.set(`${a} ${b}`, [...(overlaps.get(`${a} ${b}`) ?? []), values])
  }
  const show = shower(compiled, point, subjects, nodes)
  const found: Finding[] = []
  if (gaps.length > 0) {
    const shown = show(gaps, (open) => nodes.every((node) => open.truth(node) === false))
    if (shown) found.push(finding('rubric.gap', shown.proven ? 'error' : 'warning', `${pointer}/rubric/criteria`, point, { input: shown.input, proven: shown.proven }, { ...shown.reproduction, fix: { title: '', edits: [{ path: `${pointer}/rubric/otherwise`, value: rubric.levels.at(-1)?.id }] } }))
  }
  for (const [key, list] of overlaps) {
    const [a = 0, b = 0] = key.split(' ').map(Number)
    const shown = show(list, (open) => open.truth(nodes[a] as Node) === true && open.truth(nodes[b] as Node) === true)
    const label = (i: number): string => rubric.levels[rubric.criteria[i]?.level ?? 0]?.label ?? ''
    if (shown) found.push(finding('rubric.overlap', shown.proven ? 'error' : 'warning', `${pointer}/rubric/criteria/${b}`, point, { input: shown.input, proven: shown.proven, first: label(a), second: label(b) }, { related: [`${pointer}/rubric/criteria/${a}`], ...shown.reproduction, fix: { title: '', edits: [{ path: `${pointer}/rubric/policy`, value: 'first' }] } }))
  }
  if (all.complete) for (const [i, { level }] of rubric.criteria.entries()) if (!first.has(i)) found.push(finding('rubric.unreachable', 'warning', `${pointer}/rubric/criteria/${i}`, point, { level: rubric.levels[level]?.label ?? '' }))
  return found
}

interface Shown { proven: boolean; input: string[]; reproduction: { reproduction?: Record<string, unknown> } }

/** Shows a defect on answers where there are such, else on what it turns on; undefined where answers are few enough to know that none shows it. */
function shower(compiled: Compiled, point: PointInfo, subjects: readonly Subject[], nodes: readonly Node[]) {
  return (assignments: readonly Assignment[], shows: (open: Probe) => boolean): Shown | undefined => {
    const found = witness(compiled, point, subjects, assignments, shows)
    if (found === 'none') return undefined
    if (found !== 'unknown') {
      const reproduction = answersTo(found.answers, nodes)
      return { proven: true, input: saidAnswers(compiled, reproduction), reproduction: { reproduction } }
    }
    const [values] = assignments
    return { proven: false, input: values ? subjects.map((subject) => described(compiled, point, subject, values.get(subject.key))) : [], reproduction: {} }
  }
}

/** What a subject comes to, its rule as a formula. */
function described({ framework, ...compiled }: Compiled, point: PointInfo, { node, kind, key }: Subject, value: unknown): string {
  const formula = (one: Node): string => print((valueAt(framework, one.path) ?? null) as Rule, vocabularyOf(compiled as Compiled, point.id))
  const [a, b] = node.parts
  if (kind !== 'order' || !a || !b || typeof value !== 'number') return kind === 'truth' ? `${value === true ? '✓' : '✗'} ${formula(node)}` : `${formula(node)} = ${String(value)}`
  const apart = (orderOf(a, b).key === key ? orderOf(a, b).sign : 1) * value
  return `${formula(a)} ${apart < 0 ? '<' : apart > 0 ? '>' : '='} ${formula(b)}`
}
