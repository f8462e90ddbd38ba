import type { PointInfo } from '../compiled.ts'
import { intervalOf } from '../rule/interval.ts'
import { decide, type Assignment } from './decide.ts'
import { finding, type Check, type Finding } from './finding.ts'
import { constantOf, fieldsOf, subjectsOf, type Subject } from './subjects.ts'

/** The most assignments looked at for one rubric; beyond, the search is a sample and says so. */
const limit = 20_000

/** Gaps, overlaps and levels no answer can reach, each with values that show it. */
export const rubrics: Check = ({ compiled }) => compiled.points.flatMap((point) => {
  if (point.rubric.broken) return []
  return point.rubric.source.method === 'bands' ? bands(point) : point.rubric.source.method === 'criteria' ? criteria(point) : []
})

/** A band outside the limits of its number is never reached; a level with no way to it neither. */
function bands(point: PointInfo): Finding[] {
  const { rubric, pointer } = point
  const { bands: made } = rubric
  if (!made) return []
  const [low, high] = intervalOf(made.value.node)
  const ends = made.ends.map(({ node }) => constantOf(node))
  const upper = rubric.source.includes === 'upper'
  const found: Finding[] = []
  for (const [i, level] of rubric.bandLevels.entries()) {
    const [from, to] = [i === 0 ? -Infinity : ends[i - 1], ends[i] ?? Infinity]
    if (typeof from !== 'number' || typeof to !== 'number') continue
    const empty = upper ? low > to || high <= from : low >= to || high < from
    if (empty && (i > 0 || low >= to)) found.push(finding('rubric.unreachable', 'warning', `${pointer}/rubric/bands/${i}`, point, { level: rubric.levels[level]?.label ?? '', low, high }))
  }
  return [...found, ...idleLevels(point, new Set(rubric.bandLevels))]
}

/** Levels of the scale that no band, condition or limit names; evidence that bars levels may lead to any below. */
function idleLevels(point: PointInfo, reached: Set<number>): Finding[] {
  const { rubric, pointer } = point
  for (const limit of rubric.limits) reached.add(limit.level)
  if (rubric.otherwise !== undefined) reached.add(rubric.otherwise)
  if (point.point.evidence?.some(({ forLevels }) => forLevels?.length)) return []
  return rubric.levels.flatMap(({ label }, i) => (reached.has(i) ? [] : [finding('rubric.unreachable', 'warning', `${pointer}/rubric`, point, { level: label })]))
}

function criteria(point: PointInfo): Finding[] {
  const { rubric, pointer } = point
  const rules = rubric.criteria.flatMap(({ rule }) => rule ?? [])
  if (rules.length < rubric.criteria.length) return []
  const subjects = subjectsOf(rules.map(({ node }) => node))
  const proven = independent(subjects)
  const unique = rubric.source.policy === 'unique'
  const first = new Set<number>()
  const found: Finding[] = []
  let [gap, overlap] = [false, false]
  let complete = true
  for (const values of assignments(subjects, () => { complete = false })) {
    const truths = rules.map(({ node }) => decide(node, values))
    const open = truths.includes(undefined)
    const holding = truths.flatMap((truth, i) => (truth === true ? [i] : []))
    for (const [i, truth] of truths.entries()) {
      if (truth !== false && truths.slice(0, i).every((before) => before !== true)) first.add(i)
      if (truth === true) break
    }
    const params = { ...shown(subjects, values), proven }
    if (!gap && holding.length === 0 && !open && rubric.otherwise === undefined) {
      gap = true
      found.push(finding('rubric.gap', 'error', `${pointer}/rubric/criteria`, point, params, { reproduction: reproduction(subjects, values), fix: { title: '', edits: [{ path: `${pointer}/rubric/otherwise`, value: rubric.levels.at(-1)?.id }] } }))
    }
    if (!overlap && unique && holding.length > 1) {
      overlap = true
      const [a, b] = holding
      found.push(finding('rubric.overlap', 'error', `${pointer}/rubric/criteria/${b}`, point, { ...params, first: rubric.levels[rubric.criteria[a ?? 0]?.level ?? 0]?.label, second: rubric.levels[rubric.criteria[b ?? 0]?.level ?? 0]?.label }, { related: [`${pointer}/rubric/criteria/${a}`], reproduction: reproduction(subjects, values) }))
    }
  }
  if (complete) for (const [i, { level }] of rubric.criteria.entries()) if (!first.has(i)) found.push(finding('rubric.unreachable', 'warning', `${pointer}/rubric/criteria/${i}`, point, { level: rubric.levels[level]?.label ?? '' }))
  return [...found, ...idleLevels(point, new Set(rubric.criteria.map(({ level }) => level)))]
}

/** Every combination of candidate values, up to the limit. */
function* assignments(subjects: readonly Subject[], truncated: () => void): Generator<Assignment> {
  const sizes = subjects.map(({ candidates }) => Math.max(1, candidates.length))
  const total = sizes.reduce((product, size) => product * size, 1)
  if (total > limit) truncated()
  // A step that shares no factor with the number of combinations visits them all before it repeats.
  const stride = total > limit ? Math.floor(total / limit) | 1 : 1
  for (let n = 0, at = 0; n < Math.min(total, limit); n++, at = (at + stride) % total) {
    let rest = at
    yield new Map(subjects.flatMap(({ key, candidates }, i) => {
      const value = candidates[rest % (sizes[i] ?? 1)]
      rest = Math.floor(rest / (sizes[i] ?? 1))
      return value === undefined ? [] : [[key, value] as const]
    }))
  }
}

/** Whether any combination of the subjects' values can really be answered: each is a field of its own. */
const independent = (subjects: readonly Subject[]): boolean => {
  const seen = new Set<string>()
  return subjects.every(({ node, free }) => free && [...fieldsOf(node)].every((field) => !seen.has(field) && seen.add(field)))
}

const nameOf = ({ node, key }: Subject): string => node.variable?.path ?? key
const reproduction = (subjects: readonly Subject[], values: Assignment): Record<string, unknown> => Object.fromEntries(subjects.map((subject) => [nameOf(subject), values.get(subject.key) ?? null]))
const shown = (subjects: readonly Subject[], values: Assignment): Record<string, unknown> => ({
  input: subjects.map((subject) => `${subject.node.variable?.title ?? nameOf(subject)} = ${String(values.get(subject.key))}`),
})
