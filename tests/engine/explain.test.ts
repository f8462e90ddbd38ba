import { expect, test } from 'vitest'
import { compile, evaluate, explain } from '../../engine/index.ts'
import type { Aggregation } from '../../schemas/index.ts'
import { frameworkOf, pointOf, v } from './sample.ts'

const told = (x: number, y: number, more: Partial<Aggregation> = {}): string => {
  const point = (id: string, weight: number) => pointOf(id, { method: 'score', score: v(`${id}X`) }, { weight, schema: { type: 'object', properties: { [`${id}X`]: { type: 'number', title: id, minimum: 0, maximum: 100, 'x-decimals': 8 } } } })
  const { compiled } = compile(frameworkOf([], undefined, { indicators: [{ id: 'one', code: '1', title: '一', aggregation: { method: 'weightedMean', scale: 's', bands: [{ level: 'd' }, { level: 'b', from: 60 }, { level: 'a', from: 85 }], ...more }, evaluationPoints: [point('p', 1), point('q', 3)] }] }))
  const input = { answers: { pX: x, qX: y } }
  const { why, next } = explain(compiled!, input, evaluate(compiled!, input), 'one', 'zh')
  return [...why, ...next].map(({ text }) => text).join('\n')
}

test('a declared rounding is told', () => {
  expect(told(84, 84.7, { round: { decimals: 0 } })).toContain('（84 × 1 + 84.7 × 3） ÷ 4，四舍五入取整 = 85')
  expect(told(84, 84.7)).toContain('÷ 4 = 84.525')
})
test.each([[84.9999, 85], [84.99999999, 85]])('what is short is never 0, and the score never reads as the end: %d', (x, y) => {
  const text = told(x, y)
  expect(text).not.toMatch(/差 0(?!\.)|差 0\.0+$|得分 85，/m)
  expect(text).toMatch(/得分 84\.9+/)
})
