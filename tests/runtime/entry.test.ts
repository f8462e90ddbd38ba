import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editEntry, magnitude, readEntry, shift, slipOf, writeEntry } from '../../runtime/entry.ts'
import { slipWords } from '../../runtime/fields/slipWords.ts'
import { zh } from '../../runtime/strings.zh.ts'

describe('reading a typed number', () => {
  test.each([
    ['32,418.50 元', '元/生', 32_418.5], ['３２，４１８．５０', '元', 32_418.5], ['(1,200)', '元', -1200], ['−0.26 %', '%', -0.26], ['¥ 12', '元', 12], ['12％', '%', 12],
    ['184,600,000 元', '万元', 18_460], ['3.2 亿元', '万元', 32_000], ['3.2万', '元', 32_000], ['1 234', '人', 1234], ['.5', '', 0.5], ['5.', '', 5], ['1.5e3', '', 1500], ['0.1 万元', '元', 1000], ['12 万元', '万元', 12], ['+7', '人', 7],
    ["1'234'567", '人', 1_234_567], ['12，345', '人', 12_345], ['1 234.5 元', '元', 1234.5], ['1200.5', '元', 1200.5],
  ])('%s in %s is %d', (text, unit, value) => {
    expect(readEntry(text, unit)).toEqual({ kind: 'number', value })
  })
  test.each(['三万', '四万', '1.2.3', 'abc', '12 34 ab 5', '--3', '1..2'])('%s is text', (text) => {
    expect(readEntry(text, '').kind).toBe('text')
  })
  test.each(['1,5', '3，5', '12,34', '1,2345', '1234,567', '0,123', '1,234,5', '1.234,56', '12 34', "12'34", '(1,5)', '1,5 元', '12,34 万元', '1, 234', '1,'])('%s is not guessed at', (text) => {
    for (const unit of ['', '元', '人']) expect(readEntry(text, unit)).toEqual({ kind: 'text', text })
  })
  test('a unit of another kind is named', () => {
    expect(readEntry('32 人', '万元')).toEqual({ kind: 'unit', text: '32 人', unit: '人' })
  })
  test('nothing is empty', () => {
    expect(readEntry(' 　', '元')).toEqual({ kind: 'empty' })
  })
  test('units split into magnitude and base', () => {
    expect([magnitude('万元'), magnitude('元/生'), magnitude('亿')]).toEqual([{ power: 4, base: '元' }, { power: 0, base: '元/生' }, { power: 8, base: '' }])
  })
})

const decimal = fc.tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 4 })).map(([whole, places]) => Number(`${whole}e-${places}`))

test('whatever is written can be read back, grouped or not, in either width', () => {
  fc.assert(fc.property(decimal, fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }), fc.constantFrom('元', '万元', '%', '人', ''), (value, decimals, unit) => {
    const wide = (text: string): string => text.replaceAll(/[0-9.,]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0))
    const grouped = writeEntry(value, decimals)
    for (const text of [grouped, editEntry(value), wide(grouped), `${grouped}${unit ? ` ${unit}` : ''}`]) expect(readEntry(text, unit)).toEqual({ kind: 'number', value: value + 0 })
  }))
})

test('moving the point is exact both ways', () => {
  fc.assert(fc.property(fc.nat({ max: 10 ** 9 }), fc.integer({ min: -8, max: 8 }), (digits, by) => {
    expect(Number(shift(String(digits), by))).toBe(Number(`${digits}e${by}`))
  }))
})

test('any text gives an entry and never throws', () => {
  fc.assert(fc.property(fc.string(), fc.string({ maxLength: 4 }), (text, unit) => {
    expect(['empty', 'number', 'text', 'unit']).toContain(readEntry(text, unit).kind)
  }))
})

describe('a slip of magnitude', () => {
  test('is found and put in words', () => {
    const slip = slipOf(184_600_000, 17_920)
    expect(slip).toEqual({ power: 4, suggestion: 18_460 })
    expect(slip && slipWords(slip, '万元', zh)).toBe('约为去年的一万倍，是否把元填成了万元？')
  })
  test('a share where a percentage is wanted', () => {
    const slip = slipOf(0.98, 97.5, true)
    expect(slip).toEqual({ power: -2, suggestion: 98 })
    expect(slip && slipWords(slip, '%', zh)).toBe('约为去年的百分之一，是否把比例当成了百分数？')
    expect([slipOf(0.9, 0.8, true), slipOf(50, 98, true), slipOf(0.01, 98, true)]).toEqual([undefined, undefined, undefined])
  })
  test('is not seen in ordinary change', () => {
    expect([slipOf(105, 100), slipOf(0, 100), slipOf(900, 100), slipOf(-5, 50_000)]).toEqual([undefined, undefined, undefined, undefined])
  })
})
