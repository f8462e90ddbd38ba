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
    expect(mergeRows(base, [base[1]], [base[0], { s: '二小', n: 7 }], undefined)).toBeUndefined()
  })
  test('without a key, rows that were moved or replaced are not taken for others', () => {
    const three = [{ s: 'A', n: 1 }, { s: 'B', n: 2 }, { s: 'C', n: 2 }]
    const theirs = [three[0], { s: 'B', n: 9 }, three[2]]
    expect(mergeRows(three, [three[1], three[2], { s: 'D', n: 5 }], theirs, undefined)).toBeUndefined()
    expect(mergeRows(three, [three[0], { s: 'X', n: 0 }, three[1], three[2]], theirs, undefined)).toBeUndefined()
    expect(mergeRows(three, [three[2], three[1], three[0]], theirs, undefined)).toBeUndefined()
    expect(mergeRows(three, [three[0], { s: 'D', n: 5 }, three[2]], theirs, undefined)).toBeUndefined()
    // One calls the row another name, the other changes its number: it may be two rows' numbers.
    expect(mergeRows([{ s: 'c', n: 1 }], [{ s: 'a', n: 1 }], [{ s: 'c', n: 0 }], undefined)).toBeUndefined()
  })
  test('rows both added under one key are one row; a key that is missing or there twice tells nothing', () => {
    expect(mergeRows([], [{ s: '一小', n: 1200 }], [{ s: '一小', n: 120, x: '注' }], 's')).toEqual({ mine: [{ s: '一小', n: 1200, x: '注' }], theirs: [{ s: '一小', n: 120, x: '注' }], clashes: [{ row: 0, column: 'n', mine: 1200, theirs: 120 }] })
    expect(mergeRows([], [{ n: 77 }], [{ n: 5 }], 's')).toBeUndefined()
    const twice = [{ s: '一小', n: 1 }, { s: '一小', n: 2 }]
    expect(mergeRows(twice, [twice[0], { s: '一小', n: 20 }], [{ s: '一小', n: 3 }, twice[1]], 's')).toBeUndefined()
  })
  test('whatever either of two wrote is in what is put together, or named as clashing', () => {
    const row = fc.record({ s: fc.constantFrom('a', 'b', 'c', 'd'), n: fc.integer({ min: 0, max: 9 }) })
    const table = fc.uniqueArray(row, { maxLength: 4, selector: ({ s }) => s })
    fc.assert(fc.property(table, table, table, fc.constantFrom('s', undefined), (before, mine, theirs, key) => {
      const merged = mergeRows(before, mine, theirs, key)
      if (!merged) {
        expect(key).toBeUndefined()
        return
      }
      const has = (written: { s: string; n: number }): boolean => before.some((each) => each.s === written.s && each.n === written.n) || merged.mine.some((each) => each['s'] === written.s && each['n'] === written.n) || merged.clashes.some(({ column, mine: x, theirs: y }) => (column === 'n' ? [x, y].includes(written.n) : [x, y].includes(written.s)))
      for (const written of [...mine, ...theirs]) expect(has(written)).toBe(true)
    }), { numRuns: 500 })
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
