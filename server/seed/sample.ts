import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { compile, evaluate, type Compiled } from '../../engine/index.ts'
import type { Answer, Cycle, EvaluationPoint, Evidence, Framework, GoldenCase, Submission } from '../../schemas/index.ts'
import { fieldsOf, pointsOf, type Field } from '../fields.ts'
import type { Store } from '../store/port.ts'
import { smallPdf } from './pdf.ts'

/** How far a unit has come in the sample year, by its place in the list. */
const stages = ['some', 'most', 'submitted', 'submitted', 'returned', 'accepted', 'some', 'none', 'submitted', 'most', 'some', 'submitted', 'accepted', 'some', 'none', 'none'] as const
type Stage = (typeof stages)[number]
const share: Record<Stage, number> = { none: 0, some: 0.4, most: 0.85, submitted: 1, returned: 1, accepted: 1 }
const demo = '示例数据'

interface Ground { framework: Framework; cycle: Cycle; compiled: Compiled }
interface Chosen { point: EvaluationPoint; example: GoldenCase }
export type Sample = (cycle: Cycle, unit: string) => Partial<Submission>

/** Invented answers, put together from the framework's own golden cases, so that they fit whatever framework is shipped. */
export async function sampleOf(store: Store, framework: Framework, at: string): Promise<Sample> {
  const file = await store.blobs.put(Readable.from([smallPdf('Synthetic sample, not a real document')]))
  const place = (cycle: Cycle, unit: string) => cycle.units.findIndex(({ id }) => id === unit)
  const grounds = new Map<string, Ground>()
  const groundOf = (cycle: Cycle): Ground => {
    const { compiled } = grounds.get(cycle.id) ?? compile(framework, cycle.profile)
    if (!compiled) throw new Error('the shipped framework does not compile')
    const ground = { framework, cycle, compiled }
    grounds.set(cycle.id, ground)
    return ground
  }
  return (cycle, unit) => {
    const index = place(cycle, unit)
    const stage = stages[index % stages.length] ?? 'none'
    const chosen = choose(groundOf(cycle), index)
    const filled = chosen.slice(0, Math.round(chosen.length * share[stage]))
    const fields = fieldsOf(framework, chosen.map(({ point }) => point))
    const values = answersIn(chosen)
    const entered = new Set(fieldsOf(framework, filled.map(({ point }) => point)).keys())
    const answers = answersOf(values, fields, 1, at, entered)
    if (stage === 'none' || stage === 'some' || stage === 'most') return { answers, evidence: evidenceOf(filled, file, at) }
    const done = { ...handedIn(chosen, file, at), answers }
    if (stage === 'accepted') return { ...done, state: 'accepted', points: Object.fromEntries(chosen.map(({ point }) => [point.id, { state: 'accepted' as const }])) }
    const judgements = stage === 'submitted' ? Object.fromEntries(Object.entries(done.judgements ?? {}).slice(0, index % 3)) : (done.judgements ?? {})
    if (stage === 'submitted') return { ...done, judgements, state: 'submitted' }
    const back = chosen.slice(0, 2).map(({ point }) => [point.id, { state: 'returned' as const, feedback: [{ text: `${demo}：请核对数据口径并补充佐证材料。`, by: demo, at }] }])
    return { ...done, state: 'returned', points: Object.fromEntries(back) }
  }
}

/** One golden case with answers per point; units differ by turning through them, as far as the cases of several points agree with each other. */
function choose({ framework, cycle, compiled }: Ground, index: number): Chosen[] {
  const points = pointsOf(framework, cycle.profile)
  const plain = new Set<string>()
  for (;;) {
    const chosen = points.flatMap((point, order) => {
      const cases = (point.examples ?? []).filter(({ answers, expect }) => Object.keys(answers).length > 0 && expect.status === 'determined')
      const example = cases[plain.has(point.id) || (index + order) % 5 < 3 ? 0 : (index * 3 + order) % Math.max(1, cases.length)]
      return example ? [{ point, example }] : []
    })
    const { issues } = evaluate(compiled, { answers: answersIn(chosen) })
    const odd = issues.filter(({ code, severity, point }) => point !== undefined && !plain.has(point) && (severity === 'error' || code === 'answer.required'))
    if (!odd.length) return chosen
    for (const { point = '' } of odd) plain.add(point)
  }
}

const answersIn = (chosen: readonly Chosen[]): Record<string, unknown> => Object.assign({}, ...chosen.map(({ example }) => example.answers)) as Record<string, unknown>

/** Official figures are proposed until somebody stands by them; the unit's own are there once entered. */
function answersOf(values: Record<string, unknown>, fields: ReadonlyMap<string, Field>, revision: number, at: string, entered: ReadonlySet<string> = new Set(fields.keys())): Record<string, Answer> {
  return Object.fromEntries(Object.entries(values).flatMap(([id, value]): [string, Answer][] => {
    const source = fields.get(id)?.element['x-source'] ?? 'district'
    if (!fields.has(id) || value === null) return []
    if (source === 'official' || source === 'survey') return [[id, { value, official: value, status: entered.has(id) ? 'confirmed' : 'proposed', source, by: demo, at, revision }]]
    return entered.has(id) ? [[id, { value, status: 'confirmed', source, by: demo, at, revision }]] : []
  }))
}

function handedIn(chosen: readonly Chosen[], file: { sha256: string; bytes: number }, at: string): Partial<Submission> {
  const judgements = chosen.flatMap(({ point, example }) => (example.judgement === undefined ? [] : [[point.id, { level: example.judgement, reason: demo, by: demo, at }] as const]))
  return { evidence: evidenceOf(chosen, file, at), judgements: Object.fromEntries(judgements), submittedBy: demo, submittedAt: at }
}

function evidenceOf(chosen: readonly Chosen[], file: { sha256: string; bytes: number }, at: string): Evidence[] {
  return chosen.flatMap(({ point, example }) => (point.evidence ?? []).filter(({ accept }) => accept.includes('pdf')).flatMap((requirement) => {
    const count = Math.min(example.evidence?.[requirement.id] ?? 0, requirement.max ?? 10, 3)
    return Array.from({ length: count }, (_, index): Evidence => ({
      id: randomUUID(), name: `${requirement.title}（示例${count > 1 ? index + 1 : ''}）.pdf`, type: 'pdf', ...file, requirements: [`${point.id}/${requirement.id}`], by: demo, at,
    }))
  }))
}
