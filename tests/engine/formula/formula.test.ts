import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from '../../../engine/formula/complete.ts'
import { parse } from '../../../engine/formula/parse.ts'
import { print } from '../../../engine/formula/print.ts'
import type { Rule } from '../../../schemas/index.ts'
import { vocabulary } from './vocabulary.ts'

const operators = ['+', '-', '*', '/', '%', '==', '===', '!=', '!==', '>', '>=', '<', '<=', 'and', 'or', '!', '!!', 'if', '?:', '??', 'min', 'max', 'cat', 'substr', 'in', 'merge', 'missing', 'missing_some',
  'map', 'filter', 'reduce', 'all', 'some', 'none', 'sum', 'mean', 'median', 'count', 'round', 'growth', 'share', 'coefficientOfVariation', 'kOfN', 'daysBetween', 'no`such', 'log', 'var']
const paths = [...vocabulary.names.map(({ path }) => path), 'enrolled', 'area', 'nobody', 'params.nobody', '', 'a.b.c']

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.string(), fc.boolean(), fc.constant(null), fc.constantFrom(...paths).map((path) => ({ var: path }))),
    fc.tuple(fc.constantFrom(...operators), fc.array(tie('rule'), { maxLength: 4 })).map(([operator, operands]): Rule => ({ [operator]: operands })),
    fc.tuple(fc.constantFrom(...operators), tie('rule')).map(([operator, operand]): Rule => ({ [operator]: operand })),
    fc.array(tie('rule'), { maxLength: 3 }),
    fc.constantFrom('enrolled', 'passed', 'area', 'nobody').map((column): Rule => ({ map: [{ var: 'schools' }, { var: column }] })),
    tie('rule').map((condition): Rule => ({ filter: [{ var: 'schools' }, condition] })),
  ),
}))

describe('laws', () => {
  test.each(['zh', 'en'] as const)('every rule comes back to the byte, printed in %s', (locale) => {
    fc.assert(fc.property(rules, (rule) => {
      const text = print(rule, vocabulary, locale)
      const read = parse(text, vocabulary)
      expect(read.error, text).toBeUndefined()
      expect(JSON.stringify(read.rule), text).toBe(JSON.stringify(rule))
    }), { numRuns: 5000 })
  })
  test('printing what was read is a fixpoint', () => {
    fc.assert(fc.property(rules, (rule) => {
      const once = print(rule, vocabulary)
      const read = parse(once, vocabulary)
      return read.rule !== undefined && print(read.rule, vocabulary) === once
    }), { numRuns: 3000 })
  })
  test('a rule of any depth comes back', () => {
    for (const make of [(rule: Rule): Rule => ({ '+': [1, { '*': [rule, 2] }] }), (rule: Rule): Rule => ({ '-': [rule] }), (rule: Rule): Rule => ({ if: [true, rule, 0] }), (rule: Rule): Rule => ({ and: [true, { or: [rule, false] }] }), (rule: Rule): Rule => [rule]]) {
      for (const depth of [20, 58, 61, 130, 300]) {
        let rule: Rule = 1
        for (let i = 0; i < depth; i++) rule = make(rule)
        expect(JSON.stringify(parse(print(rule, vocabulary), vocabulary).rule)).toBe(JSON.stringify(rule))
      }
    }
  })
  test('no text makes the reader throw', () => {
    const fragments = fc.array(fc.constantFrom('本年支出', '学校', '.', '(', ')', ',', '+', '-', '≥', '5', '%', '“', '”', '"', '`', '{', '}', '若', '且', '[', ']', '非', '参数'), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fragments), (text) => {
      const { error } = parse(text, vocabulary)
      if (error) expect(error.to).toBeGreaterThan(error.from)
    }), { numRuns: 5000 })
  })
})

const spending = { var: 'spending' }
const readings: [string, Rule][] = [
  ['若(本年支出 >= 上年支出, "达标", "未达标")', { if: [{ '>=': [spending, { var: 'previousSpending' }] }, '达标', '未达标'] }],
  ['ROUND(教师数 / 学生数 * 100, 2)', { round: [{ '*': [{ '/': [{ var: 'teachers' }, { var: 'students' }] }, 100] }, 2] }],
  ['若（本年支出 ≥ １００，“是”，“否”）', { if: [{ '>=': [spending, 100] }, '是', '否'] }],
  ['教师数 + 学生数 + 1', { '+': [{ var: 'teachers' }, { var: 'students' }, 1] }],
  ['10 - 2 - 3', { '-': [{ '-': [10, 2] }, 3] }],
  ['10 - (2 - 3)', { '-': [10, { '-': [2, 3] }] }],
  ['-2 * 3', { '*': [-2, 3] }],
  ['6.6%', 0.066],
  ['教师数 > 1 且 学生数 > 2 或 真', { or: [{ and: [{ '>': [{ var: 'teachers' }, 1] }, { '>': [{ var: 'students' }, 2] }] }, true] }],
  ['AND(教师数 > 1, NOT(学生数 <> 2))', { and: [{ '>': [{ var: 'teachers' }, 1] }, { '!': [{ '!=': [{ var: 'students' }, 2] }] }] }],
  ['0 <= 教师数 <= 1', { '<=': [0, { var: 'teachers' }, 1] }],
  ['求和(学校.在校生数)', { sum: [{ map: [{ var: 'schools' }, { var: 'enrolled' }] }] }],
  ['全部(学校, 达标项数 ≥ 6)', { all: [{ var: 'schools' }, { '>=': [{ var: 'passed' }, 6] }] }],
  ['求和(逐行(筛选(学校, 学段 = "小学"), 在校生数))', { sum: [{ map: [{ filter: [{ var: 'schools' }, { '==': [{ var: 'stage' }, '小学'] }] }, { var: 'enrolled' }] }] }],
  ['参数.增长线 - params.line', { '-': [{ var: 'params.line' }, { var: 'params.line' }] }],
  ['去年.本年支出', { var: 'previous.spending' }],
  ['[达标率 (%)] > 5', { '>': [{ var: 'spaced' }, 5] }],
  ['[单位] = 单位.郊区', { '==': [{ var: 'unitWord' }, { var: 'unit.suburban' }] }],
  ['缺省(本年支出, 0)', { var: ['spending', 0] }],
  ['属于("a", {"a", "b"})', { in: ['a', ['a', 'b']] }],
  ['若（教师数 ＞ １２．５；‘是’；「否」）', { if: [{ '>': [{ var: 'teachers' }, 12.5] }, '是', '否'] }],
  ['学校．在校生数', { map: [{ var: 'schools' }, { var: 'enrolled' }] }],
  ['"他说""好"""', '他说"好"'],
  ["'it''s'", "it's"],
  ['教师数 => 1 && 学生数 =< 2 || 真', { or: [{ and: [{ '>=': [{ var: 'teachers' }, 1] }, { '<=': [{ var: 'students' }, 2] }] }, true] }],
  ['教师数 > 1 并且 学生数 > 2 或者 真', { or: [{ and: [{ '>': [{ var: 'teachers' }, 1] }, { '>': [{ var: 'students' }, 2] }] }, true] }],
  ['教师数 ≧ 1', { '>=': [{ var: 'teachers' }, 1] }],
  ['教师数 – 学生数 — 1', { '-': [{ '-': [{ var: 'teachers' }, { var: 'students' }] }, 1] }],
  ['+教师数 + +1', { '+': [{ var: 'teachers' }, 1] }],
  ['达标率 (%) > 5', { '>': [{ var: 'spaced' }, 5] }],
  ['达标率 （％） > 5', { '>': [{ var: 'spaced' }, 5] }],
  ['全部(学校, 建筑 面积 ≥ 6)', { all: [{ var: 'schools' }, { '>=': [{ var: 'area' }, 6] }] }],
  ['学校.建筑 面积', { map: [{ var: 'schools' }, { var: 'area' }] }],
  ['9年级人数 > 2', { '>': [{ var: 'ninth' }, 2] }],
]
test.each(readings)('%s', (text, rule) => expect(parse(text, vocabulary)).toEqual({ rule }))

test.each<[Rule, string, string]>([
  [readings[0]![1], '若(本年支出 ≥ 上年支出, "达标", "未达标")', 'IF(本年支出 >= 上年支出, "达标", "未达标")'],
  [{ sum: [{ map: [{ var: 'schools' }, { var: 'area' }] }] }, '求和(学校.[建筑 面积])', 'SUM(学校.[建筑 面积])'],
  [{ '>': [{ var: 'twin' }, 1] }, 'twin > 1', 'twin > 1'],
  [{ and: [{ var: 'params.line' }, { or: [true, false] }] }, '参数.增长线 且 (真 或 假)', 'params.增长线 AND (TRUE OR FALSE)'],
  [{ '!': { var: 'spending' } }, '`{"!":{"var":"spending"}}`', '`{"!":{"var":"spending"}}`'],
])('%j', (rule, zh, en) => {
  expect(print(rule, vocabulary, 'zh')).toBe(zh)
  expect(print(rule, vocabulary, 'en')).toBe(en)
})

test.each([
  ['本年支初 + 1', 'formula.name', 0, 4, '本年支出'],
  ['四舍五人(1, 2)', 'formula.function', 0, 4, '四舍五入'],
  ['学校.在校人数', 'formula.column', 3, 7, '在校生数'],
  ['同名 > 1', 'formula.ambiguous', 0, 2, 'twin'],
  ['班级.同名', 'formula.ambiguous', 3, 5, 'one'],
  ['1 +', 'formula.incomplete', 3, 4, undefined],
  ['(1 + 2', 'formula.expected', 6, 7, undefined],
  ['1 2', 'formula.end', 2, 3, undefined],
  ['“甲', 'formula.unclosed', 0, 2, undefined],
  ['1 < 2 <= 3', 'formula.chain', 6, 8, undefined],
  ['教师数%', 'formula.percent', 3, 4, undefined],
  ['1 # 2', 'formula.character', 2, 3, undefined],
  ['2 ^ 3', 'formula.character', 2, 3, 'POWER(a, b)'],
  ['1e400', 'formula.number', 0, 5, undefined],
  ['４ + ＃', 'formula.character', 4, 5, undefined],
  ['`{oops`', 'formula.json', 0, 7, undefined],
  ['('.repeat(100), 'formula.depth', 64, 65, undefined],
])('%s is refused with %s', (text, code, from, to, suggestion) => {
  const { error } = parse(text, vocabulary)
  expect(error).toMatchObject({ code, from, to, ...(suggestion && { suggestion }) })
})

describe('completion', () => {
  const labels = (text: string): string[] => complete(text, text.length, vocabulary).options.map(({ label }) => label)
  test('names that begin with the word come first', () => expect(labels('1 + 本年').slice(0, 1)).toEqual(['本年支出']))
  test('columns after a table', () => expect(labels('求和(学校.')).toEqual(['在校生数', '达标项数', '学段', '建筑 面积']))
  test('members after a root', () => expect(labels('参数.增')).toEqual(['增长线']))
  test('what is inserted reads back: in brackets where the title is no word, by id where it is not the only one', () => {
    for (const typed of ['达标', '同', '单', '9年', '[达', '去年.', '参数.', '学校.', '班级.', '全部(班级, 同']) {
      const { from, options } = complete(typed, typed.length, vocabulary)
      const names = options.filter(({ kind }) => kind === 'name')
      expect(names.length, typed).toBeGreaterThan(0)
      for (const { insert, detail } of names) if (detail !== 'sealed') expect(JSON.stringify(parse(`${typed.slice(0, from)}${insert}${typed.includes('(') ? ')' : ''}`, vocabulary).rule), typed + insert).toContain(`"${detail}"`)
    }
  })
  test('columns inside a row', () => {
    expect(labels('全部(学校, 在')).toEqual(['在校生数'])
    expect(labels('求和(逐行(筛选(学校, 学段 = "小学"), 在')[0]).toBe('在校生数')
    expect(labels('全部(学校, 真) 且 在校')).toEqual([])
  })
  test('columns behind a table in brackets or a full-width point', () => {
    expect(labels('[学校].在')).toEqual(['在校生数'])
    expect(labels('学校．在')).toEqual(['在校生数'])
  })
  test('nothing inside a text', () => expect(labels('若(真, "本年')).toEqual([]))
  test('functions by either language', () => expect(complete('四舍', 2, vocabulary).options[0]).toMatchObject({ insert: '四舍五入(', kind: 'function', detail: 'round' }))
})
