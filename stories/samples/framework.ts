import type { Framework } from '../../schemas/index.ts'
import { points } from './points.ts'

/** A small made-up framework that uses every kind of field and every rubric method. */
export const framework: Framework = {
  format: 'yardstick/framework@1', id: 'sample', edition: '2025', title: '示例指标体系', synthetic: true,
  source: { title: '示例文件', number: '示例〔2025〕1号' },
  tiers: [{ id: 'primary', title: '一级指标' }, { id: 'secondary', title: '二级指标' }, { id: 'point', title: '评价要点' }],
  elements: {
    budget: { type: 'number', title: '本年教育支出', description: '决算数，不含政府性基金。', examples: [386_240], minimum: 0, maximum: 100_000_000, 'x-unit': '万元', 'x-source': 'official', 'x-provider': '市财政局', 'x-decimals': 2, 'x-previous': true, 'x-widget': 'money' },
    budgetBefore: { type: 'number', title: '上年教育支出', minimum: 0, maximum: 100_000_000, 'x-unit': '万元', 'x-source': 'official', 'x-provider': '市财政局', 'x-decimals': 2, 'x-widget': 'money' },
    students: { type: 'integer', title: '中职全日制在校学生数', minimum: 1, maximum: 1_000_000, 'x-unit': '人', 'x-source': 'official', 'x-provider': '市教委发展规划处', 'x-previous': true },
    total: { type: 'number', title: '教育经费总支出', minimum: 0, maximum: 100_000_000, 'x-unit': '万元', 'x-source': 'official', 'x-provider': '市财政局', 'x-decimals': 2, 'x-previous': true, 'x-widget': 'money' },
    reform: { type: 'number', title: '教改专项投入', examples: [18_460], minimum: 0, maximum: 10_000_000_000, 'x-unit': '万元', 'x-source': 'district', 'x-decimals': 2, 'x-previous': true, 'x-widget': 'money' },
    stages: {
      type: 'array', title: '分学段学生数与支出', 'x-source': 'official', 'x-key': 'stage', 'x-total': true,
      'x-rows': [{ stage: '幼儿园' }, { stage: '小学' }, { stage: '初中' }, { stage: '高中' }, { stage: '中职' }],
      items: {
        type: 'object', required: ['stage', 'students', 'spending', 'before'],
        properties: {
          stage: { type: 'string', title: '学段' },
          students: { type: 'integer', title: '在校学生数', minimum: 1, maximum: 1_000_000, 'x-unit': '人' },
          spending: { type: 'number', title: '支出', minimum: 0, maximum: 10_000_000, 'x-unit': '万元', 'x-decimals': 2 },
          perStudent: { type: 'number', title: '本年生均', 'x-unit': '元/生', 'x-decimals': 2, 'x-calculation': { '*': [{ '/': [{ var: 'spending' }, { var: 'students' }] }, 10_000] } },
          before: { type: 'number', title: '上年生均', minimum: 1, maximum: 1_000_000, 'x-unit': '元/生', 'x-decimals': 2 },
          growth: { type: 'number', title: '增长率', 'x-unit': '%', 'x-decimals': 2, 'x-calculation': { growth: [{ '*': [{ '/': [{ var: 'spending' }, { var: 'students' }] }, 10_000] }, { var: 'before' }] } },
        },
      },
    },
    standards: {
      type: 'array', title: '生均经费拨款标准', 'x-unit': '元/生', 'x-source': 'official', 'x-key': 'stage',
      'x-rows': [{ stage: '幼儿园' }, { stage: '小学' }, { stage: '初中' }, { stage: '高中' }, { stage: '中职' }],
      items: {
        type: 'object', required: ['stage', 'standard', 'paid'],
        properties: {
          stage: { type: 'string', title: '学段' },
          standard: { type: 'number', title: '本年标准', minimum: 1, maximum: 1_000_000 },
          paid: { type: 'number', title: '实际拨付', minimum: 0, maximum: 1_000_000, examples: [39_600], 'x-unit': '元', 'x-source': 'district' },
          rate: { type: 'number', title: '足额拨付率', 'x-unit': '%', 'x-decimals': 2, 'x-calculation': { share: [{ var: 'paid' }, { var: 'standard' }] } },
        },
      },
    },
    satisfaction: { type: 'number', title: '满意度指数', minimum: 0, maximum: 100, 'x-unit': '分', 'x-source': 'survey', 'x-decimals': 1, 'x-previous': true },
  },
  parameters: {
    pass: { title: '增长达标线', value: 0, unit: '%', basis: { kind: 'source', document: '示例〔2025〕1号', clause: '只增不减' } },
    good: { title: '增长良好线', value: 3, unit: '%', basis: { kind: 'proposal', document: '2025 版参数（示例）' } },
    excellent: { title: '增长优秀线', value: 5, unit: '%', basis: { kind: 'proposal', document: '2025 版参数（示例）' } },
    coverage: { title: '挂牌覆盖率', value: 100, unit: '%', basis: { kind: 'proposal' } },
  },
  scales: {
    four: { title: '四级量规', levels: [
      { id: 'a', mark: 'A', label: '优', score: 100, colour: 'a', passing: true }, { id: 'b', mark: 'B', label: '良', score: 85, colour: 'b', passing: true },
      { id: 'c', mark: 'C', label: '合格', score: 70, colour: 'c', passing: true }, { id: 'd', mark: 'D', label: '待改进', score: 50, colour: 'd', passing: false } ] },
    pass: { title: '达标判定', levels: [{ id: 'met', mark: '✓', label: '达标', score: 100, colour: 'a', passing: true }, { id: 'unmet', mark: '✗', label: '未达标', score: 50, colour: 'd', passing: false }] },
  },
  aggregation: { method: 'weightedMean', missing: 'skipAny', scale: 'four', bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: 80 }, { level: 'a', from: 90 }] },
  indicators: [
    { id: 'resources', code: '1', title: '资源配置与使用', children: [{ id: 'funding', code: '1.1', title: '强化经费投入保障', evaluationPoints: points.slice(0, 2) }] },
    { id: 'growth', code: '2', title: '教育发展与治理', children: [{ id: 'governance', code: '2.1', title: '督导与队伍', evaluationPoints: points.slice(2, 4) }, { id: 'public', code: '2.2', title: '群众满意', evaluationPoints: points.slice(4) }] },
  ],
}
