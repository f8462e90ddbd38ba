import type { Element, EvaluationPoint, Framework, Submission } from '../../../schemas/index.ts'

/** 36 sections of 300 fields: amounts, shares, counts, texts, choices, yes/no; a sum, a growth rate and a level in each. */
export const sections = 36
const perSection = (section: number): number => (section < 12 ? 9 : 8)

export interface FieldDefinition {
  id: string
  title: string
  kind: 'amount' | 'before' | 'count' | 'share' | 'text' | 'choice' | 'yes' | 'note' | 'more'
}

const kinds = ['amount', 'before', 'count', 'share', 'choice', 'yes', 'text', 'note', 'more'] as const
const names = { amount: '本年支出', before: '上年支出', count: '在校人数', share: '占比', choice: '结论', yes: '已印发', text: '负责人', note: '说明', more: '其他支出' }
export const options = [{ const: 'good', title: '良好' }, { const: 'fair', title: '一般' }, { const: 'poor', title: '较差' }]

export const fieldsOf = (section: number): FieldDefinition[] => kinds.slice(0, perSection(section)).map((kind) => ({ id: `${kind}${section}`, title: `${names[kind]} ${section + 1}`, kind }))

const elements: Record<FieldDefinition['kind'], Element> = {
  amount: { type: 'number', title: '', minimum: 0, maximum: 1e9, 'x-unit': '万元', 'x-decimals': 2, 'x-source': 'district' },
  before: { type: 'number', title: '', minimum: 0, maximum: 1e9, 'x-unit': '万元', 'x-decimals': 2, 'x-source': 'district' },
  count: { type: 'integer', title: '', minimum: 0, maximum: 1e7, 'x-unit': '人', 'x-source': 'district' },
  share: { type: 'number', title: '', minimum: 0, maximum: 100, 'x-unit': '%', 'x-decimals': 2, 'x-source': 'district' },
  choice: { type: 'string', title: '', oneOf: options, 'x-source': 'district' },
  yes: { type: 'boolean', title: '', 'x-source': 'district' },
  text: { type: 'string', title: '', maxLength: 100, 'x-source': 'district' },
  note: { type: 'string', title: '', maxLength: 1000, 'x-widget': 'longText', 'x-source': 'district' },
  more: { type: 'number', title: '', minimum: 0, maximum: 1e9, 'x-unit': '万元', 'x-decimals': 2, 'x-source': 'district' },
}

function point(section: number): EvaluationPoint {
  const fields = fieldsOf(section)
  return {
    id: `point${section}`, code: `${Math.floor(section / 6) + 1}.${(section % 6) + 1}`, title: `评价要点 ${section + 1}`, requirement: '逐年只增不减。',
    schema: { type: 'object', required: fields.filter(({ kind }) => kind !== 'note').map(({ id }) => id), properties: Object.fromEntries(fields.map(({ id, title, kind }) => [id, { ...elements[kind], title }])) },
    calculations: { [`growth${section}`]: { title: '增长率', rule: { growth: [{ var: `amount${section}` }, { var: `before${section}` }] }, unit: '%', decimals: 2 }, [`each${section}`]: { title: '人均', rule: { '/': [{ '*': [{ var: `amount${section}` }, 10_000] }, { var: `count${section}` }] }, unit: '元', decimals: 2 } },
    rubric: { scale: 'four', method: 'bands', value: { var: `growth${section}` }, bands: [{ level: 'd' }, { level: 'c', from: 0 }, { level: 'b', from: 3 }, { level: 'a', from: 5 }], cap: [{ id: 'paper', title: '没有印发', when: { '==': [{ var: `yes${section}` }, false] }, level: 'c' }] },
  }
}

export const framework: Framework = {
  format: 'yardstick/framework@1', id: 'bench', edition: '1', title: '三百个字段', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], elements: {}, parameters: {},
  scales: { four: { title: '四级', levels: [{ id: 'a', mark: 'A', label: '优', score: 100, colour: 'a' }, { id: 'b', mark: 'B', label: '良', score: 85, colour: 'b' }, { id: 'c', mark: 'C', label: '合格', score: 70, colour: 'c' }, { id: 'd', mark: 'D', label: '待改进', score: 50, colour: 'd' }] } },
  aggregation: { method: 'weightedMean', missing: 'skipAny', scale: 'four', bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: 80 }, { level: 'a', from: 90 }] },
  indicators: Array.from({ length: 6 }, (_, group) => ({ id: `group${group}`, code: String(group + 1), title: `一级指标 ${group + 1}`, evaluationPoints: Array.from({ length: 6 }, (__, index) => point(group * 6 + index)) })),
}

const value = (kind: FieldDefinition['kind'], section: number): unknown => ({ amount: 1000 + section * 7.5, before: 990 + section * 7, count: 500 + section, share: 12.5, choice: 'good', yes: true, text: '某某', note: '按学籍统计。', more: 20 })[kind]

/** Every field filled in. */
export const values: Record<string, unknown> = Object.fromEntries(Array.from({ length: sections }, (_, section) => fieldsOf(section).map(({ id, kind }) => [id, value(kind, section)] as const)).flat())
export const submission: Submission = {
  format: 'yardstick/submission@1', id: 'bench', cycle: 'bench', unit: 'bench', state: 'draft', revision: 1, evidence: [], points: {}, judgements: {},
  answers: Object.fromEntries(Object.entries(values).map(([id, each]) => [id, { value: each, status: 'confirmed', source: 'district', revision: 1 }])),
}
