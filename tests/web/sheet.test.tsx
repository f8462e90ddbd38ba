import { expect, test } from 'vitest'
import { selectedPoints } from '../../server/web/overview/columns.ts'
import { csvOf, harmless, tableOf } from '../../server/web/overview/sheet.ts'
import { text } from '../../server/web/overview/text.ts'
import { text as site } from '../../server/web/text.ts'
import { framework, is, maybe, row } from './sample.ts'

test.each(['=1+1', '+A1', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1+1', '＠SUM(A1)', '\0=1'])('a cell a spreadsheet would run is quoted: %j', (cell) => {
  expect(harmless(cell)).toBe(`'${cell}`)
})

test('the exported table has every point unfolded and results in words', () => {
  const rows = [{ ...row('1', { sample: is('b'), p111: is('a'), p112: maybe('b', 'c') }), unit: { id: '1', title: '=cmd' } }]
  const table = tableOf({ framework, rows, selected: selectedPoints(framework, undefined), strings: site.zh, t: text.zh, cycle: { format: 'yardstick/cycle@1', id: 'c', title: 'c', framework: { id: 'sample', edition: '2025' }, year: 2025, profile: {}, units: [] } })
  expect(table[0]).toEqual(['区', '状态', '总体', '1 一（小计）', '1.1.1 要点 1.1.1', '1.1.2 要点 1.1.2', '1.2.1 要点 1.2.1', '2.1.1 要点 2.1.1'])
  expect(table[1]).toEqual(["'=cmd", '审核中', 'B 级B', '不适用', 'A 级A', 'B 或 C', '不适用', '不适用'])
})

test('csv quotes what needs quoting and opens as UTF-8', () => {
  expect(csvOf([['a', 'b,"c"'], ['甲\n乙', '']])).toBe('\uFEFFa,"b,""c"""\r\n"甲\n乙",\r\n')
})
