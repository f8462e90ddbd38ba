import { expect, test } from 'vitest'
import { clashes, merge } from '../../designer/merge.ts'
import type { Framework } from '../../schemas/index.ts'

const base: Framework = {
  format: 'yardstick/framework@1', id: 'f', edition: '1', title: '体系', tiers: [{ id: 'point', title: '要点' }], elements: {}, parameters: { line: { title: '线', value: 1, basis: { kind: 'proposal' } } }, scales: {},
  indicators: [{ id: 'a', code: '1', title: '甲' }, { id: 'b', code: '2', title: '乙' }],
}
const edited = (edit: (copy: Framework) => void): Framework => { const copy = structuredClone(base); edit(copy); return copy }

test('edits in different places are both kept without asking', () => {
  const mine = edited((f) => { f.indicators[0]!.title = '我的甲' })
  const theirs = edited((f) => { f.parameters['line']!.value = 2 })
  expect(clashes(base, mine, theirs)).toEqual([])
  expect(merge(base, mine, theirs, new Set())).toMatchObject({ parameters: { line: { value: 2 } }, indicators: [{ title: '我的甲' }, { title: '乙' }] })
})

test('the same place edited twice is a choice', () => {
  const mine = edited((f) => { f.indicators[0]!.title = '我的' })
  const theirs = edited((f) => { f.indicators[0]!.title = '对方的' })
  expect(clashes(base, mine, theirs).map(({ key }) => key)).toEqual(['indicator:a'])
  expect(merge(base, mine, theirs, new Set()).indicators[0]?.title).toBe('我的')
  expect(merge(base, mine, theirs, new Set(['indicator:a'])).indicators[0]?.title).toBe('对方的')
})

test('a node they removed is not brought back by an edit of mine', () => {
  const mine = edited((f) => { f.indicators[0]!.title = '我的' })
  const theirs = edited((f) => void f.indicators.shift())
  expect(merge(base, mine, theirs, new Set()).indicators.map(({ id }) => id)).toEqual(['b'])
})
