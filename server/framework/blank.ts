import { randomBytes } from 'node:crypto'
import type { Framework } from '../../schemas/index.ts'

/** The smallest framework one can start from: three tiers and one scale. */
export function blankFramework(title: string, edition: string): Framework {
  return {
    format: 'yardstick/framework@1', id: `framework_${randomBytes(6).toString('hex')}`, edition, title,
    tiers: [{ id: 'primary', title: '一级指标' }, { id: 'secondary', title: '二级指标' }, { id: 'point', title: '评价要点' }],
    elements: {}, parameters: {},
    scales: {
      grade: {
        title: '四级量规',
        levels: [
          { id: 'a', mark: 'A', label: '优秀', score: 100, colour: 'a', passing: true }, { id: 'b', mark: 'B', label: '良好', score: 85, colour: 'b', passing: true },
          { id: 'c', mark: 'C', label: '合格', score: 70, colour: 'c', passing: true }, { id: 'd', mark: 'D', label: '待改进', score: 50, colour: 'd', passing: false },
        ],
      },
    },
    indicators: [],
  }
}
