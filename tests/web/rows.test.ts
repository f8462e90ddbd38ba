import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../schemas/index.ts'
import { cellWords } from '../../server/web/overview/cellWords.ts'
import { arrange, distribution, median, middleOf, rank, rowsOf, stageOf, stageOfSubmission } from '../../server/web/overview/rows.ts'
import { zh } from '../../server/web/strings.zh.ts'
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
    expect(rowsOf([unit('1'), unit('2')], [{ id: 's1', unit: unit('1'), state: 'draft', revision: 1, done: 0, total: 9, evidenceBytes: 0 }], [])).toMatchObject([{ submission: 's1', stage: 'notStarted' }, { stage: 'notStarted' }])
    expect(stageOf({ state: 'draft', done: 1, evidenceBytes: 0 })).toBe('draft')
    expect(stageOf({ state: 'draft', done: 0, evidenceBytes: 9 })).toBe('draft')
  })

  test('a unit that has not begun has no result, though official data would give one', () => {
    const [own] = rowsOf([unit('1')], [{ id: 's1', unit: unit('1'), state: 'draft', revision: 1, done: 0, total: 9, evidenceBytes: 0 }], [{ unit: unit('1'), state: 'draft', outcome: { nodes: { p111: maybe('b', 'c') } } as unknown as Outcome }])
    expect(own).toEqual({ unit: unit('1'), stage: 'notStarted', nodes: {}, submission: 's1' })
    expect(distribution(framework, [own!], 'p111')).toMatchObject({ open: 0 })
    expect(cellWords(framework, own!, 'p111', zh)).toBe('未开始')
  })

  test('a submission that holds only values put there for the unit has not begun', () => {
    const answer = { value: 3, status: 'proposed' as const, source: 'official' as const, by: '市教委', at: '2025-03-01T00:00:00Z', revision: 1 }
    expect(stageOfSubmission({ state: 'draft', answers: { students: answer }, evidence: [] })).toBe('notStarted')
    expect(stageOfSubmission({ state: 'draft', answers: { students: { ...answer, status: 'confirmed' } }, evidence: [] })).toBe('draft')
    expect(stageOfSubmission({ state: 'submitted', answers: {}, evidence: [] })).toBe('submitted')
  })

  test('the middle is that of determined levels; open ones take no place', () => {
    expect(middleOf(framework, [row('1', { p111: is('a') }), row('2', { p111: is('a') }), row('3', { p111: maybe('c', 'd') })], 'p111')).toBe(1)
    expect(middleOf(framework, [row('1', { p111: maybe('a', 'b') })], 'p111')).toBeUndefined()
  })
})
