import type { EvaluationPoint } from '../../schemas/index.ts'

const ref = (id: string) => ({ $ref: `#/elements/${id}` })

/** The sample's points: bands, criteria, judged with a cap, narrative, a survey's bands. */
export const points: EvaluationPoint[] = [
  {
    id: 'investment', code: '1.1.1', title: '完善教育投入增长机制', weight: 2,
    requirement: '教育支出和按在校学生人数平均的教育支出逐年只增不减；按标准拨付生均经费并完善动态调整机制。',
    schema: {
      type: 'object', required: ['budget', 'budgetBefore', 'students', 'stages', 'standards', 'mechanism'],
      properties: {
        budget: ref('budget'), budgetBefore: ref('budgetBefore'), students: ref('students'), stages: ref('stages'), standards: ref('standards'),
        mechanism: { type: 'boolean', title: '动态调整机制文件已印发', 'x-source': 'district' },
        scopeNote: { type: 'string', title: '口径变动说明', maxLength: 1500, 'x-source': 'district', 'x-widget': 'longText' },
      },
    },
    layout: [{ heading: '支出总量' }, { field: 'budget' }, { field: 'budgetBefore' }, { field: 'students' }, { field: 'stages' }, { field: 'standards' }, { heading: '机制' }, { field: 'mechanism' }, { field: 'scopeNote', requiredIf: { '>': [{ var: 'budgetGrowth' }, 20] } }],
    calculations: {
      budgetGrowth: { title: '教育支出增长率', rule: { growth: [{ var: 'budget' }, { var: 'budgetBefore' }] }, unit: '%', decimals: 2 },
      lowestGrowth: { title: '最低学段生均增长率', rule: { min: [{ map: [{ var: 'stages' }, { var: 'growth' }] }] }, unit: '%', decimals: 2 },
      lowestRate: { title: '最低学段足额拨付率', rule: { min: [{ map: [{ var: 'standards' }, { var: 'rate' }] }] }, unit: '%', decimals: 2 },
    },
    checks: [{ id: 'within', severity: 'error', rule: { '<=': [{ sum: [{ map: [{ var: 'stages' }, { var: 'spending' }] }] }, { var: 'budget' }] }, message: '分学段支出合计大于教育支出：请检查单位是否为万元。', fields: ['stages', 'budget'] }],
    evidence: [
      { id: 'accounts', title: '财政决算报表（盖章）', accept: ['pdf', 'xlsx'], min: 1, max: 3, maxBytes: 52_428_800 },
      { id: 'document', title: '生均经费标准及动态调整文件', accept: ['pdf'], min: 1, maxBytes: 52_428_800 },
    ],
    rubric: {
      scale: 'four', method: 'bands', value: { var: 'lowestGrowth' },
      bands: [{ level: 'd' }, { level: 'c', from: { var: 'params.pass' } }, { level: 'b', from: { var: 'params.good' } }, { level: 'a', from: { var: 'params.excellent' } }],
      veto: [{ id: 'fell', title: '教育支出低于上年', when: { '<': [{ var: 'budgetGrowth' }, 0] }, level: 'd' }],
      cap: [{ id: 'short', title: '有学段没有足额拨付', when: { '<': [{ var: 'lowestRate' }, 100] }, level: 'c' }, { id: 'none', title: '没有动态调整机制', when: { '==': [{ var: 'mechanism' }, false] }, level: 'c' }],
    },
  },
  {
    id: 'use', code: '1.1.2', title: '优化教育经费使用结构',
    requirement: '教育经费向教学改革和教师队伍倾斜，专项经费使用规范。',
    schema: {
      type: 'object', required: ['total', 'reform', 'reformRatio', 'auditDate', 'auditResult'],
      properties: {
        total: ref('total'), reform: ref('reform'),
        reformRatio: { type: 'number', title: '教改投入占比', minimum: 0, maximum: 100, 'x-unit': '%', 'x-decimals': 2, 'x-source': 'district', 'x-widget': 'percent' },
        auditDate: { type: 'string', format: 'date', title: '专项审计日期', 'x-source': 'district' },
        auditResult: { type: 'string', title: '审计结论', oneOf: [{ const: 'clean', title: '无保留意见' }, { const: 'qualified', title: '有保留意见' }, { const: 'none', title: '未审计' }], 'x-source': 'district' },
        auditFix: { type: 'string', title: '整改情况', maxLength: 500, 'x-source': 'district', 'x-widget': 'longText' },
        uses: { type: 'array', title: '主要用途', uniqueItems: true, items: { type: 'string', oneOf: [{ const: 'teachers', title: '教师培训' }, { const: 'labs', title: '实验室建设' }, { const: 'digital', title: '数字化' }] }, 'x-source': 'district' },
      },
    },
    layout: [{ field: 'total' }, { field: 'reform' }, { field: 'reformRatio' }, { field: 'auditDate' }, { field: 'auditResult' }, { field: 'auditFix', visibleIf: { '==': [{ var: 'auditResult' }, 'qualified'] }, requiredIf: true }, { field: 'uses' }],
    rubric: { scale: 'pass', method: 'criteria', criteria: [{ level: 'met', levelIf: { and: [{ '>=': [{ var: 'reformRatio' }, 3] }, { '==': [{ var: 'auditResult' }, 'clean'] }] } }], otherwise: 'unmet' },
  },
  {
    id: 'inspectors', code: '2.1.1', title: '配齐责任督学',
    requirement: '责任督学挂牌覆盖全部学校，工作有计划、有记录、有报告。',
    schema: {
      type: 'object', required: ['schools', 'mode', 'covered'],
      properties: {
        schools: { type: 'array', title: '责任督学名册', maxItems: 600, items: { type: 'object', required: ['name', 'count'], properties: {
          name: { type: 'string', title: '学校', maxLength: 40 }, kind: { type: 'string', title: '学段', oneOf: [{ const: 'primary', title: '小学' }, { const: 'junior', title: '初中' }, { const: 'senior', title: '高中' }] },
          count: { type: 'integer', title: '责任督学数', minimum: 0, maximum: 20, 'x-unit': '人' }, visits: { type: 'integer', title: '督导次数', minimum: 0, maximum: 500, 'x-unit': '次' },
          each: { type: 'number', title: '人均次数', 'x-decimals': 1, 'x-unit': '次/人', 'x-calculation': { '/': [{ var: 'visits' }, { var: 'count' }] } } } }, 'x-source': 'district', 'x-total': true },
        mode: { type: 'string', title: '挂牌方式', oneOf: [{ const: 'one', title: '一校一督' }, { const: 'many', title: '一督多校' }], 'x-widget': 'radio', 'x-source': 'district' },
        covered: { type: 'number', title: '挂牌覆盖率', minimum: 0, maximum: 100, 'x-unit': '%', 'x-decimals': 2, 'x-source': 'district' },
        leader: { type: 'string', title: '分管负责人', maxLength: 20, 'x-source': 'district' },
      },
    },
    evidence: [{ id: 'plan', title: '督导计划与报告', accept: ['pdf', 'docx'], min: 1 }],
    rubric: { scale: 'four', method: 'judged', descriptors: { a: '全覆盖，督导有成效。', b: '全覆盖，工作规范。', c: '基本覆盖。', d: '未覆盖。' }, cap: [{ id: 'gap', title: '挂牌未全覆盖', when: { '<': [{ var: 'covered' }, { var: 'params.coverage' }] }, level: 'c' }] },
  },
  {
    id: 'features', code: '2.1.2', title: '特色与创新',
    requirement: '总结本区特色做法和创新经验。',
    schema: { type: 'object', properties: { highlights: { type: 'string', title: '特色做法', minLength: 20, maxLength: 2000, 'x-source': 'district', 'x-widget': 'longText' } } },
    rubric: { method: 'narrative' },
  },
  {
    id: 'approval', code: '2.2.1', title: '提高人民群众对区政府履行教育职责的满意度',
    requirement: '委托第三方开展满意度调查。',
    schema: { type: 'object', required: ['satisfaction'], properties: { satisfaction: ref('satisfaction') } },
    rubric: { scale: 'four', method: 'bands', value: { var: 'satisfaction' }, bands: [{ level: 'd' }, { level: 'c', from: 70 }, { level: 'b', from: 80 }, { level: 'a', from: 90 }] },
  },
]
