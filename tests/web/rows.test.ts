import { describe, expect, test } from 'vitest'
import { arrange, distribution, median, rank, rowsOf, stageOf } from '../../server/web/overview/rows.ts'
import { failed, framework, is, maybe, row, unit } from './sample.ts'

const rows = [row('1', { p111: is('c'), p112: is('a') }), row('2', { p111: is('a'), p112: is('b') }, 'accepted'), row('3', { p111: failed, p112: is('d') }), row('4', { p111: maybe('b', 'c') }, 'draft')]
const columns = ['p111', 'p112']
const order = (...args: Parameters<typeof arrange> extends [unknown, unknown, unknown, ...infer Rest] ? Rest : never) => arrange(framework, rows, columns, ...args).map((one) => one.unit.id)

describe('rows of the matrix', () => {
  test('sort by a column; a set of possible levels lies between, failed and absent come last either way', () => {
    expect(order({}, { column: 'p111', direction: 'best' })).toEqual(['2', '4', '1', '3'])
    expect(order({}, { column: 'p111', direction: 'worst' })).toEqual(['1', '4', '2', '3'])
    expect(order({}, { column: 'p112', direction: 'best' })).toEqual(['1', '2', '3', '4'])
  })

  test('filters by unit, stage, level and what is open', () => {
    expect(order({ units: ['1', '3'] })).toEqual(['1', '3'])
    expect(order({ stages: ['accepted', 'draft'] })).toEqual(['2', '4'])
    expect(order({ levels: ['four/a'] })).toEqual(['1', '2'])
    expect(order({ open: true })).toEqual(['3', '4'])
    expect(order({ open: true, stages: ['accepted'] })).toEqual([])
  })

  test('rank runs from the best level to the worst', () => {
    expect([is('a'), is('d'), maybe('b', 'c'), failed, undefined].map((node) => rank(framework, node))).toEqual([1, 0, 0.5, undefined, undefined])
  })

  test('distribution counts every unit once', () => {
    expect(distribution(framework, rows, 'p111')).toEqual({ scale: 'four', levels: [{ level: 'a', count: 1 }, { level: 'b', count: 0 }, { level: 'c', count: 1 }, { level: 'd', count: 0 }], open: 1, failed: 1 })
  })

  test('median', () => {
    expect([median([]), median([3]), median([1, 2, 10]), median([4, 1, 3, 2])]).toEqual([undefined, 3, 2, 2.5])
  })

  test('a unit without a submission still has a row; an untouched draft has not started', () => {
    expect(rowsOf([unit('1'), unit('2')], [{ id: 's1', unit: unit('1'), state: 'draft', revision: 1, done: 0, total: 9 }], [])).toMatchObject([{ submission: 's1', stage: 'notStarted' }, { stage: 'notStarted' }])
    expect(stageOf({ state: 'draft', done: 1 })).toBe('draft')
  })
})
