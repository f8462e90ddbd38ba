import { expect, test } from 'vitest'
import { compile, inputOf, messageOf, unconfirmed } from '../../engine/index.ts'
import type { EvaluationPoint, Framework, Submission } from '../../schemas/index.ts'

const point = (id: string, layout?: EvaluationPoint['layout']): EvaluationPoint => ({
  id, code: id, title: id, requirement: '示例。', rubric: { method: 'narrative' }, ...(layout ? { layout } : {}),
  schema: { type: 'object', properties: { asked: { type: 'boolean', title: '有' }, pupils: { $ref: '#/elements/pupils' }, poll: { $ref: '#/elements/poll' } } },
})
const framework: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {},
  elements: { pupils: { type: 'integer', title: '学生', 'x-source': 'official' }, poll: { type: 'number', title: '满意度', 'x-source': 'survey' } },
  indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [point('p1', [{ field: 'asked' }, { field: 'pupils', visibleIf: { '==': [{ var: 'asked' }, true] } }, { field: 'poll' }]), point('p2')] }],
}
const answer = (value: unknown, source: 'official' | 'survey' | 'district' = 'official', status: 'proposed' | 'confirmed' = 'proposed') => ({ value, status, source, revision: 1 })
const waits = (answers: Submission['answers']): string[] => {
  const { compiled } = compile(framework)
  const submission: Submission = { format: 'yardstick/submission@1', id: 's', cycle: 'c', unit: 'u', state: 'draft', revision: 1, points: {}, judgements: {}, evidence: [], answers }
  return unconfirmed(compiled!, submission, inputOf(submission)).map((one) => `${one.point} ${messageOf(one, 'zh', compiled)}`)
}

test('a prefilled value waits in every point that shows it; hidden ones, survey results, empty and confirmed ones do not', () => {
  expect(waits({ pupils: answer(3), poll: answer(90, 'survey') })).toEqual(['p1 学生：市级数据还没有确认', 'p2 学生：市级数据还没有确认'])
  expect(waits({ pupils: answer(3), asked: answer(false, 'district', 'confirmed') })).toEqual(['p2 学生：市级数据还没有确认'])
  expect(waits({ pupils: answer(null) })).toEqual([])
  expect(waits({ pupils: answer(3, 'official', 'confirmed') })).toEqual([])
})
