import type { Answer, EvaluationPoint, Evidence, Submission } from '../../types.ts'
import type { District } from './districts.ts'
import { round, type Random } from './random.ts'
import type { Ground } from './values.ts'

type Kind = Evidence['type']
export type Files = Readonly<Partial<Record<Kind, { bytes: number; sha256: string }>>>
interface Made { cycle: string; unit: string; at: string; stage: District['stage']; quality: number; values: Readonly<Record<string, unknown>>; files: Files }
const demo = '示例数据'
const share: Record<District['stage'], number> = { none: 0, some: 0.45, most: 0.85, submitted: 1, returned: 1, accepted: 1 }

/** One unit's submission. Official figures are there from the start; its own only as far as it has come. */
export function submissionOf({ points, elements }: Ground, made: Made, random: Random): Submission {
  const { cycle, unit, at, stage, quality, values, files } = made
  const filled = points.slice(0, Math.round(points.length * share[stage]))
  const entered = new Set(filled.flatMap(({ schema }) => Object.keys(schema.properties)))
  const answers: Record<string, Answer> = {}
  for (const [id, element] of elements) {
    const value = values[id]
    const source = element['x-source'] ?? 'district'
    if (value === undefined || (!entered.has(id) && (source === 'district' || source === 'rollup'))) continue
    answers[id] = source === 'district' || source === 'rollup' ? { value, status: 'confirmed', source, revision: 1 } : prefilled(value, source, entered.has(id), element['x-decimals'] ?? 0, random)
  }
  const handedIn = stage === 'submitted' || stage === 'returned' || stage === 'accepted'
  const judged = stage === 'accepted' ? filled : stage === 'submitted' ? filled.slice(0, Math.round(filled.length * random.next())) : filled.slice(0, 3)
  return {
    format: 'yardstick/submission@1', id: `${cycle}-${unit}`, cycle, unit, state: handedIn ? stage : 'draft', revision: 1, answers,
    evidence: filled.flatMap((point) => evidenceOf(point, files, quality, random)),
    points: reviews(filled, stage, at),
    judgements: handedIn ? Object.fromEntries(judged.filter(({ rubric }) => rubric.method === 'judged').map(({ id }) => [id, { level: level(quality, random), reason: `${demo}：对照等级描述评定。` }])) : {},
    note: demo, ...(handedIn ? { submittedBy: demo, submittedAt: at } : {}), updatedAt: at,
  }
}

/** Most official figures are confirmed; a few are corrected, a few disputed, with both values kept. */
function prefilled(value: unknown, source: 'official' | 'survey', entered: boolean, decimals: number, random: Random): Answer {
  const luck = random.next()
  if (!entered) return { value, official: value, status: 'proposed', source, revision: 1 }
  if (typeof value === 'number' && value > 50 && source === 'official' && luck < 0.03) {
    return { value, official: round(value * 1.01, decimals), status: 'corrected', source, reason: `${demo}：市级数含已转出的部分，按年末台账更正。`, revision: 2 }
  }
  if (typeof value === 'number' && value > 50 && luck < 0.05) {
    return { value, official: value, claim: round(value * 0.99, decimals), status: 'disputed', source, reason: `${demo}：与区台账口径不一致，请复核。`, revision: 2 }
  }
  return { value, official: value, status: 'confirmed', source, revision: 2 }
}

function evidenceOf({ id, evidence = [] }: EvaluationPoint, files: Files, quality: number, random: Random): Evidence[] {
  return evidence.flatMap((requirement) => {
    const type = requirement.accept.find((kind) => files[kind])
    const file = type && files[type]
    const wanted = requirement.min ?? 0
    const count = wanted > 0 ? (random.chance((1 - quality) * 0.08) ? wanted - 1 : wanted) : random.chance(quality * quality) ? 1 : 0
    if (!file) return []
    return Array.from({ length: count }, (_, index): Evidence => ({ id: `${id}-${requirement.id}-${index + 1}`, name: `示例-${requirement.title}.${type}`.slice(0, 120), type, ...file, requirements: [`${id}/${requirement.id}`] }))
  })
}

function reviews(points: readonly EvaluationPoint[], stage: District['stage'], at: string): Submission['points'] {
  if (stage === 'accepted') return Object.fromEntries(points.map(({ id }) => [id, { state: 'accepted' as const }]))
  if (stage !== 'returned') return {}
  return Object.fromEntries(points.filter((_, index) => index % 7 === 2).map(({ id }) => [id, { state: 'returned' as const, feedback: [{ text: `${demo}：请核对数据口径，补充佐证材料后重新提交。`, by: demo, at }] }]))
}

/** The person's level; the computed limits come on top. */
function level(quality: number, random: Random): string {
  const place = quality + random.normal() * 0.1
  return place > 0.85 ? 'a' : place > 0.66 ? 'b' : place > 0.45 ? 'c' : 'd'
}
