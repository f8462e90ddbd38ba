import type { Aggregation, EvaluationPoint, Framework, Rubric, Rule, Scale } from '../../schemas/index.ts'

export const v = (path: string): Rule => ({ var: path })
export const scale: Scale = { title: '四级', levels: [{ id: 'a', mark: 'A', label: '优', score: 100, passing: true }, { id: 'b', mark: 'B', label: '良', score: 80, passing: true }, { id: 'c', mark: 'C', label: '合格', score: 60, passing: true }, { id: 'd', mark: 'D', label: '不合格', score: 40 }] }

/** A point that asks for two numbers, a yes/no and a choice. */
export function pointOf(id: string, rubric: Rubric, more: Partial<EvaluationPoint> = {}): EvaluationPoint {
  return {
    id, code: id, title: id, requirement: '', rubric,
    schema: { type: 'object', properties: { [`${id}X`]: { type: 'number', title: '甲数', 'x-unit': '分', minimum: -1000, maximum: 1000, 'x-decimals': 2 }, [`${id}Y`]: { type: 'number', title: '乙数', 'x-unit': '分', minimum: -1000, maximum: 1000 }, [`${id}B`]: { type: 'boolean', title: '有规划' } } },
    ...more,
  }
}

export function frameworkOf(points: EvaluationPoint[], aggregation?: Aggregation, more: Partial<Framework> = {}): Framework {
  return {
    format: 'yardstick/framework@1', id: 'sample', edition: '1', title: '样例', tiers: [{ id: 'point', title: '评价要点' }], elements: {}, scales: { s: scale },
    parameters: { line: { title: '良好线', value: 80, unit: '分', basis: { kind: 'proposal', document: '某文件', unverified: true } } },
    ...(aggregation && { aggregation }), indicators: [{ id: 'one', code: '1', title: '一', evaluationPoints: points }], ...more,
  }
}

export const bands = (more: Partial<Rubric> = {}): Rubric => ({ scale: 's', method: 'bands', value: v('pX'), bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: v('params.line') }, { level: 'a', from: 90 }], ...more })
