import { expect, test } from 'vitest'
import { compile, untouched, withFiles } from '../../engine/index.ts'
import type { EvaluationPoint, Evidence, Framework, Submission } from '../../schemas/index.ts'

const point = (id: string): EvaluationPoint => ({ id, code: id, title: id, requirement: '示例。', rubric: { method: 'narrative' }, schema: { type: 'object', properties: { [`${id}Text`]: { type: 'string', title: '情况' } } } })
const framework: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {}, elements: {},
  indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [point('p1'), point('p2')] }],
}
const file = (id: string, ...requirements: string[]): Evidence => ({ id, name: 'a.pdf', type: 'pdf', bytes: 1, sha256: 'a'.repeat(64), requirements, at: '2025-01-01T00:00:00.000Z' })
const back = { state: 'returned' as const, feedback: [{ text: '请补充', at: '2025-02-01T00:00:00.000Z' }] }
const returned: Submission = {
  format: 'yardstick/submission@1', id: 's', cycle: 'c', unit: 'u', state: 'returned', revision: 1, points: { p1: back, p2: back }, judgements: {},
  evidence: [file('old', 'p1/report'), file('spare')], answers: {},
}
const left = (submission: Submission): string[] => untouched(compile(framework).compiled!, submission).map(({ id }) => id)

test('an answer given since is work done, one from before is not', () => {
  const answered = (at: string): Submission => ({ ...returned, answers: { p1Text: { value: '有', status: 'confirmed', source: 'district', revision: 1, at } } })
  expect([left(returned), left(answered('2025-01-31T00:00:00.000Z')), left(answered('2025-02-02T00:00:00.000Z'))]).toEqual([['p1', 'p2'], ['p1', 'p2'], ['p2']])
})
test.each<[string, Evidence[], string[]]>([
  ['a file taken away', [file('spare')], ['p2']],
  ['a file uploaded long ago and cited now', [file('old', 'p1/report'), file('spare', 'p2/plan')], ['p1']],
  ['a file moved from one requirement to another', [file('old', 'p1/plan'), file('spare')], ['p2']],
  ['a file put to no point', [file('old', 'p1/report'), file('spare'), file('new')], ['p1', 'p2']],
])('%s', (_, evidence, expected) => {
  expect(left(withFiles(returned, evidence))).toEqual(expected)
})
test('what is accepted or open is not marked', () => {
  const points = { p1: { state: 'accepted' as const }, p2: back }
  expect(withFiles({ ...returned, points }, []).points).toEqual(points)
})
