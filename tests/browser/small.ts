import type { Framework } from '../../schemas/index.ts'

/** A framework small enough to fill in by hand: one point, two figures, one file. */
export const small: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '2031', title: '小型指标体系', tiers: [{ id: 'one', title: '一级指标' }, { id: 'point', title: '评价要点' }],
  elements: {
    pupils: { type: 'integer', title: '在校学生数', minimum: 0, 'x-unit': '人', 'x-source': 'district' },
    teachers: { type: 'integer', title: '专任教师数', minimum: 0, 'x-unit': '人', 'x-source': 'district' },
  },
  parameters: { good: { title: '良好线', value: 7, unit: '%', basis: { kind: 'proposal' } } },
  scales: { four: { title: '四级量规', levels: [
    { id: 'a', mark: 'A', label: '优秀', score: 100, colour: 'a', passing: true }, { id: 'b', mark: 'B', label: '良好', score: 80, colour: 'b', passing: true },
    { id: 'c', mark: 'C', label: '合格', score: 60, colour: 'c', passing: true }, { id: 'd', mark: 'D', label: '不合格', score: 0, colour: 'd' },
  ] } },
  aggregation: { method: 'weightedMean', scale: 'four', bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: 80 }, { level: 'a', from: 95 }] },
  indicators: [{ id: 'staff', code: '1', title: '师资配备', evaluationPoints: [{
    id: 'ratio', code: '1.1', title: '师生比', requirement: '按标准配齐教师。',
    schema: { type: 'object', properties: { pupils: { $ref: '#/elements/pupils' }, teachers: { $ref: '#/elements/teachers' } }, required: ['pupils', 'teachers'] },
    calculations: { teacherShare: { title: '教师占比', rule: { share: [{ var: 'teachers' }, { var: 'pupils' }] }, unit: '%', decimals: 2 } },
    evidence: [{ id: 'roster', title: '教师名册', accept: ['pdf'], min: 1 }],
    rubric: { scale: 'four', method: 'bands', value: { var: 'teacherShare' }, bands: [{ level: 'd' }, { level: 'c', from: 5 }, { level: 'b', from: { var: 'params.good' } }, { level: 'a', from: 9 }] },
    examples: [{ name: '良好', answers: { pupils: 1000, teachers: 80 }, evidence: { roster: 1 }, expect: { status: 'determined', level: 'b' } }, { name: '空白', answers: {}, expect: { status: 'undetermined' } }],
  }] }],
}

/** The smallest file that passes for a PDF. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n')
