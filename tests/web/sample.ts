import type { EvaluationPoint, Framework, Node, Unit } from '../../schemas/index.ts'
import type { Row } from '../../server/web/overview/rows.ts'

const point = (id: string, code: string): EvaluationPoint => ({ id, code, title: `要点 ${code}`, requirement: '原文', schema: { type: 'object', properties: {} }, rubric: { method: 'judged', scale: 'four' } })

/** Two first-level indicators: one with two groups, one with a single point directly below it. */
export const framework: Framework = {
  format: 'yardstick/framework@1', id: 'sample', edition: '2025', title: '示例', tiers: [], elements: {}, parameters: {},
  scales: { four: { title: '四级', levels: ['A', 'B', 'C', 'D'].map((mark) => ({ id: mark.toLowerCase(), mark, label: `级${mark}` })) } },
  aggregation: { method: 'weightedMean', scale: 'four' },
  indicators: [
    { id: 'i1', code: '1', title: '一', weight: 60, children: [
      { id: 'i11', code: '1.1', title: '一一', evaluationPoints: [point('p111', '1.1.1'), point('p112', '1.1.2')] },
      { id: 'i12', code: '1.2', title: '一二', evaluationPoints: [point('p121', '1.2.1')] },
    ] },
    { id: 'i2', code: '2', title: '二', weight: 40, evaluationPoints: [point('p211', '2.1.1')] },
  ],
}

export const unit = (id: string): Unit => ({ id, title: `区${id}` })
export const is = (level: string): Node => ({ status: 'determined', scale: 'four', level, possible: [level], issues: [] })
export const maybe = (...possible: string[]): Node => ({ status: 'undetermined', scale: 'four', possible, issues: [] })
export const failed: Node = { status: 'failed', scale: 'four', possible: [], issues: [] }
export const row = (id: string, nodes: Record<string, Node>, stage: Row['stage'] = 'submitted'): Row => ({ unit: unit(id), stage, nodes })
