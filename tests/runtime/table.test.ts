import { describe, expect, test } from 'vitest'
import { addsUp, columnsOf, paste, readSheet, rowsOf, totalOf } from '../../runtime/fields/tableRows.ts'
import { framework } from '../../stories/samples/index.ts'
import { points } from '../../stories/samples/points.ts'

const standards = framework.elements['standards']
const roster = points.find(({ id }) => id === 'inspectors')?.schema.properties['schools']
if (!standards || !roster || '$ref' in roster) throw new Error('sample changed')
const all = (): boolean => true

describe('a sheet on the clipboard', () => {
  test('tabs, lines, quoted cells with lines and quotes in them', () => {
    expect(readSheet('a\t"b\nc"\t"say ""hi"""\r\n1\t\t3\r\n')).toEqual([['a', 'b\nc', 'say "hi"'], ['1', '', '3']])
    expect(readSheet('one')).toEqual([['one']])
  })
})

describe('pasting', () => {
  test('from a cell on, across columns and rows, adding rows where the table is free', () => {
    const { rows, over } = paste(roster, [{ name: '一小' }], [['二小', '初中', '2'], ['三小', '小学', '3 人']], { row: 1, column: 0 }, ({ computed }) => !computed)
    expect(rows).toEqual([{ name: '一小' }, { name: '二小', kind: 'junior', count: 2 }, { name: '三小', kind: 'primary', count: 3 }])
    expect(over).toBe(0)
  })
  test('into fixed rows by their key, in any order, head row recognised', () => {
    const { rows } = paste(standards, rowsOf(standards, []), [['学段', '实际拨付'], ['高中', '42,500 元'], ['幼儿园', '27000']], { row: 0, column: 2 }, ({ id }) => id === 'paid')
    expect(rows.map((row) => [row['stage'], row['paid']])).toEqual([['幼儿园', 27_000], ['小学', undefined], ['初中', undefined], ['高中', 42_500], ['中职', undefined]])
  })
  test('a head row with units, other spacing and a heading of its own is a head row; words of a row are not', () => {
    const { rows } = paste(roster, [], [['学 校', '学段', '责任督学数（人）'], ['二小', '初中', '2']], { row: 0, column: 0 }, ({ computed }) => !computed)
    expect(rows).toEqual([{ name: '二小', kind: 'junior', count: 2 }])
    expect(paste(roster, [], [['学校名称', '层级', '督学数'], ['三小', '小学', '3']], { row: 0, column: 0 }, ({ computed }) => !computed).rows).toEqual([{ name: '三小', kind: 'primary', count: 3 }])
    expect(paste(roster, [], [['实验学校', '初中', ''], ['三小', '小学', '3']], { row: 0, column: 0 }, ({ computed }) => !computed).rows).toEqual([{ name: '实验学校', kind: 'junior' }, { name: '三小', kind: 'primary', count: 3 }])
  })
  test('a list of names that hold a title loses none of them', () => {
    expect(paste(roster, [], [['实验学校'], ['第二学校']], { row: 0, column: 0 }, () => true)).toMatchObject({ rows: [{ name: '实验学校' }, { name: '第二学校' }], headed: false })
  })
  test('what has no place is counted, what is no number stays as typed', () => {
    const { rows, over } = paste(standards, rowsOf(standards, []), [['1'], ['2'], ['3'], ['4'], ['四万'], ['6']], { row: 0, column: 2 }, all)
    expect([rows[4]?.['paid'], over]).toEqual(['四万', 1])
  })
})

describe('the sum row', () => {
  test('adds without binary rounding', () => {
    expect(totalOf([{ x: 0.1 }, { x: 0.2 }, { x: '?' }], 'x')).toBe(0.3)
    expect(totalOf([], 'x')).toBeUndefined()
  })
  test('leaves rates and quotients alone', () => {
    expect(columnsOf(framework.elements['stages'] ?? standards).filter(addsUp).map(({ id }) => id)).toEqual(['students', 'spending'])
  })
})
