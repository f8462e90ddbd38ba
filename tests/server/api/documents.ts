import type { Cycle, Framework } from '../../../schemas/index.ts'

/** Two points: one computed from two figures, of which one is official; one judged under a cap, with evidence. */
export const framework: Framework = {
  format: 'yardstick/framework@1', id: 'sample', edition: '2025', title: '测试指标体系', tiers: [{ id: 'one', title: '一级指标' }, { id: 'point', title: '评价要点' }],
  elements: {
    pupils: { type: 'integer', title: '学生数', minimum: 0, 'x-unit': '人', 'x-source': 'official' },
    teachers: { type: 'integer', title: '教师数', minimum: 0, 'x-unit': '人', 'x-source': 'district' },
    trained: { type: 'integer', title: '参训教师数', minimum: 0, 'x-unit': '人', 'x-source': 'district' },
    schools: { type: 'array', title: '学校', items: { type: 'object', properties: { name: { type: 'string', title: '校名' }, rooms: { type: 'integer', title: '教室', minimum: 0 } } } },
  },
  parameters: {},
  scales: { four: { title: '四级', levels: [
    { id: 'a', mark: 'A', label: '优秀', score: 100, colour: 'a', passing: true }, { id: 'b', mark: 'B', label: '良好', score: 80, colour: 'b', passing: true },
    { id: 'c', mark: 'C', label: '合格', score: 60, colour: 'c', passing: true }, { id: 'd', mark: 'D', label: '不合格', score: 0, colour: 'd' },
  ] } },
  aggregation: { method: 'lowest', scale: 'four' },
  indicators: [{ id: 'staff', code: '1', title: '师资', evaluationPoints: [
    {
      id: 'ratio', code: '1.1', title: '教师占比', requirement: '按标准配齐教师。',
      schema: { type: 'object', properties: { pupils: { $ref: '#/elements/pupils' }, teachers: { $ref: '#/elements/teachers' } }, required: ['pupils', 'teachers'] },
      calculations: { teacherShare: { title: '占比', rule: { share: [{ var: 'teachers' }, { var: 'pupils' }] }, unit: '%' } },
      checks: [{ id: 'fewer', severity: 'error', rule: { '<=': [{ var: 'teachers' }, { var: 'pupils' }] }, message: '教师数不能大于学生数。', fields: ['teachers'] }],
      rubric: { scale: 'four', method: 'bands', value: { var: 'teacherShare' }, bands: [{ level: 'd' }, { level: 'c', from: 5 }, { level: 'b', from: 7 }, { level: 'a', from: 9 }] },
      examples: [{ name: '良好', answers: { pupils: 1000, teachers: 80 }, expect: { status: 'determined', level: 'b' } }, { name: '空白', answers: {}, expect: { status: 'undetermined' } }],
    },
    {
      id: 'training', code: '1.2', title: '培训', requirement: '组织培训。',
      schema: { type: 'object', properties: { trained: { $ref: '#/elements/trained' }, schools: { $ref: '#/elements/schools' } } },
      evidence: [{ id: 'plan', title: '计划', accept: ['pdf', 'docx', 'xlsx', 'png', 'jpg'], max: 3, maxBytes: 200_000 }],
      rubric: { scale: 'four', method: 'judged', cap: [{ id: 'none', title: '无人参训', when: { '==': [{ var: 'trained' }, 0] }, level: 'c' }] },
      examples: [{ name: '空白', answers: {}, expect: { status: 'undetermined' } }],
    },
  ] }],
}

export const cycleOf = (document: Framework): Cycle => ({
  format: 'yardstick/cycle@1', id: 'year', title: '年度监测', framework: { id: document.id, edition: document.edition }, year: 2025, profile: {},
  units: [{ id: 'east', title: '东区' }, { id: 'west', title: '西区' }], deadlines: { submission: '2099-12-31' },
})

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
