import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { mergeRows } from '../../runtime/store/mergeRows.ts'

const base = [{ s: '一小', n: 1 }, { s: '二小', n: 2 }]

describe('two versions of a table', () => {
  test('different cells, and rows added by both, are kept', () => {
    const merged = mergeRows(base, [{ s: '一小', n: 5 }, base[1], { s: '三小' }], [base[0], { s: '二小', n: 2, x: '注' }, { s: '四小' }], undefined)
    expect(merged?.mine).toEqual([{ s: '一小', n: 5 }, { s: '二小', n: 2, x: '注' }, { s: '四小' }, { s: '三小' }])
    expect(merged).toMatchObject({ theirs: merged?.mine, clashes: [] })
  })
  test('one cell changed by both is named, everything else is kept under either choice', () => {
    const merged = mergeRows(base, [{ s: '一小', n: 5, x: '甲' }, base[1]], [{ s: '一小', n: 6 }, { s: '二小', n: 9 }], undefined)
    expect(merged).toEqual({ mine: [{ s: '一小', n: 5, x: '甲' }, { s: '二小', n: 9 }], theirs: [{ s: '一小', n: 6, x: '甲' }, { s: '二小', n: 9 }], clashes: [{ row: 0, column: 'n', mine: 5, theirs: 6 }] })
  })
  test('a cell emptied by one stays empty', () => {
    expect(mergeRows(base, [{ s: '一小' }, base[1]], [base[0], { s: '二小', n: 3 }], undefined)?.mine).toEqual([{ s: '一小' }, { s: '二小', n: 3 }])
  })
  test('rows taken away: by key they go unless the other changed them; by place nothing is guessed', () => {
    expect(mergeRows(base, [base[1]], [base[0], { s: '二小', n: 7 }], 's')?.mine).toEqual([{ s: '二小', n: 7 }])
    expect(mergeRows(base, [base[1]], [{ s: '一小', n: 8 }, base[1]], 's')?.mine).toEqual([{ s: '一小', n: 8 }, { s: '二小', n: 2 }])
    expect(mergeRows(base, [base[1]], base, undefined)).toBeUndefined()
  })
  test('who changed nothing gets the other’s version', () => {
    const row = fc.record({ s: fc.constantFrom('a', 'b'), n: fc.integer({ min: 0, max: 3 }) })
    fc.assert(fc.property(fc.array(row, { maxLength: 4 }), fc.array(row, { maxLength: 3 }), (start, more) => {
      const grown = [...start.map((each) => ({ ...each, n: each.n + 1 })), ...more]
      expect(mergeRows(start, start, grown, undefined)).toEqual({ mine: grown, theirs: grown, clashes: [] })
      expect(mergeRows(start, grown, start, undefined)).toEqual({ mine: grown, theirs: grown, clashes: [] })
    }))
  })
})
