import type { Element, EvaluationPoint, Framework, Indicator, Rule } from '../../schemas/index.ts'
import { random } from '../fuzz/random.ts'

const v = (path: string): Rule => ({ var: path })
const number = (title: string, minimum: number, maximum: number, decimals: number): Element => ({ type: decimals === 0 ? 'integer' : 'number', title, minimum, maximum, 'x-decimals': decimals })

export interface PointRules { calculations: [string, Rule][]; checks: Rule[]; levels: [string, Rule][] }

/** What one point of the workload computes: two calculations, three checks, four levels. */
export function rulesOf(i: number): PointRules {
  const before = i === 0 ? 0 : i - 1
  const [ratio, rise] = [v(`ratio${i}`), v(`rise${i}`)]
  return {
    calculations: [
      [`ratio${i}`, { '*': [{ '/': [v(`part${i}`), v(`whole${i}`)] }, 100] }],
      [`rise${i}`, { '*': [{ '/': [{ '-': [v(`now${i}`), v(`last${i}`)] }, v(`last${i}`)] }, 100] }],
    ],
    checks: [
      { '<=': [v(`part${i}`), v(`whole${i}`)] },
      { or: [v(`open${i}`), { '==': [v(`kind${i}`), 'rural'] }] },
      { '>=': [{ '+': [v(`now${i}`), v(`now${before}`)] }, v(`last${i}`)] },
    ],
    levels: [
      ['a', { and: [{ '>=': [ratio, 95] }, { '>=': [rise, 5] }, v(`open${i}`)] }],
      ['b', { and: [{ '>=': [ratio, 85] }, { '>=': [rise, 0] }] }],
      ['c', { or: [{ '>=': [ratio, 70] }, { and: [{ '==': [v(`kind${i}`), 'rural'] }, { '>=': [ratio, 60] }] }] }],
      ['d', { '<': [ratio, 70] }],
    ],
  }
}

const scores: Readonly<Record<string, number>> = { a: 100, b: 80, c: 60, d: 30 }
export const scoreOf = (level: string): number => scores[level] ?? 0

/** A framework of so many points in groups of five, its rules plain JSON-Logic. */
export function workload(points: number): Framework {
  const elements: Record<string, Element> = {}
  const indicators: Indicator[] = []
  for (let i = 0; i < points; i++) {
    elements[`part${i}`] = number('部分', 0, 1e6, 0)
    elements[`whole${i}`] = number('全体', 1, 1e6, 0)
    elements[`now${i}`] = number('今年', 0, 1e9, 2)
    elements[`last${i}`] = number('去年', 1, 1e9, 2)
    elements[`open${i}`] = { type: 'boolean', title: '公开' }
    elements[`kind${i}`] = { type: 'string', title: '类型', oneOf: [{ const: 'urban', title: '城' }, { const: 'rural', title: '乡' }] }
    const rules = rulesOf(i)
    const fields = ['part', 'whole', 'now', 'last', 'open', 'kind'].map((name) => `${name}${i}`)
    const point: EvaluationPoint = {
      id: `p${i}`, code: `${i}`, title: `要点 ${i}`, requirement: '…', weight: (i % 3) + 1,
      schema: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, { $ref: `#/elements/${field}` }])) },
      calculations: Object.fromEntries(rules.calculations.map(([id, rule]) => [id, { title: id, rule }])),
      checks: rules.checks.map((rule, n) => ({ id: `c${n}`, severity: 'warning', rule, message: '请核对' })),
      rubric: { scale: 'four', method: 'criteria', criteria: rules.levels.map(([level, levelIf]) => ({ level, levelIf })) },
    }
    if (i % 5 === 0) indicators.push({ id: `g${i}`, code: `g${i}`, title: `指标 ${i}`, weight: 1, evaluationPoints: [] })
    indicators.at(-1)?.evaluationPoints?.push(point)
  }
  return {
    format: 'yardstick/framework@1', id: 'bench', edition: '1', title: '测速', tiers: [{ id: 't1', title: '指标' }, { id: 't2', title: '要点' }],
    elements, parameters: {}, aggregation: { method: 'weightedMean' },
    scales: { four: { title: '四级', levels: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, score: scoreOf(id) })) } },
    indicators,
  }
}

/**
 * Random answers; `tied` puts every ratio on a threshold, `absent` leaves some out. They are read from JSON, as a server reads
 * them: how V8 keeps an object put together by hand depends on what else ran before.
 */
export function answersFor(points: number, seed: number, { absent = 0, tied = false } = {}): Record<string, unknown> {
  const draw = random(seed)
  const answers: Record<string, unknown> = {}
  for (let i = 0; i < points; i++) {
    const whole = tied ? 200 * (1 + draw.below(50)) : 50 + draw.below(2000)
    const part = tied ? (whole * draw.pick([95, 85, 70])) / 100 : Math.round(whole * (0.55 + draw.next() * 0.45))
    const last = Math.round(draw.next() * 1e8 + 100) / 100
    const given: Record<string, unknown> = { part, whole, now: Math.round(last * (0.95 + draw.next() * 0.2) * 100) / 100, last, open: draw.chance(0.8), kind: draw.chance(0.5) ? 'urban' : 'rural' }
    for (const [name, value] of Object.entries(given)) if (!draw.chance(absent)) answers[`${name}${i}`] = value
  }
  return JSON.parse(JSON.stringify(answers)) as Record<string, unknown>
}
