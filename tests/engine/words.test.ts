import { expect, test } from 'vitest'
import type { Rule } from '../../schemas/index.ts'
import { countedIn, wordsOf } from '../../engine/words.ts'

const titles = { now: '今年生均支出', before: '上年生均支出', 'params.line': '达标线', x: '教师数', y: '学生数', ok: '已公开', stages: '分段', 'stages.growth': '增长率', 'stages.ok': '达标', report: '决算报表' }
const v = (path: string): Rule => ({ var: path })
const cases: [Rule, string, string][] = [
  [{ '>=': [v('now'), v('before')] }, '今年生均支出 ≥ 上年生均支出', '今年生均支出 ≥ 上年生均支出'],
  [{ '>=': [v('now'), v('previous.now')] }, '今年生均支出 ≥ 去年今年生均支出', '今年生均支出 ≥ last year’s 今年生均支出'],
  [{ and: [v('ok'), { or: [{ '>': [v('x'), 1] }, { '<': [v('x'), -1] }] }] }, '已公开 且 （教师数 > 1 或 教师数 < −1）', '已公开 and (教师数 > 1 or 教师数 < −1)'],
  [{ '!': [{ '==': [v('ok'), true] }] }, '并非 （已公开为“是”）', 'not (已公开 is yes)'],
  [{ '-': [{ '+': [v('x'), v('y')] }] }, '−（教师数 + 学生数）', '−(教师数 + 学生数)'],
  [{ '-': [v('x'), { '-': [v('y'), 1] }] }, '教师数 − （学生数 − 1）', '教师数 − (学生数 − 1)'],
  [{ '*': [{ '/': [v('x'), v('y')] }, 100] }, '教师数 ÷ 学生数 × 100', '教师数 ÷ 学生数 × 100'],
  [{ if: [v('ok'), '甲', { '>': [v('x'), 2] }, '乙', '丙'] }, '若 已公开 则 “甲”，若 教师数 > 2 则 “乙”，否则 “丙”', 'if 已公开 then "甲", if 教师数 > 2 then "乙", otherwise "丙"'],
  [{ map: [v('stages'), v('growth')] }, '分段.增长率', '分段.增长率'],
  [{ '>=': [{ min: [{ map: [v('stages'), v('growth')] }] }, v('params.line')] }, '分段.增长率 的最小值 ≥ 达标线', 'minimum of 分段.增长率 ≥ 达标线'],
  [{ count: [{ filter: [v('stages'), v('ok')] }] }, '分段 中 达标 的个数', 'number of 分段 where 达标'],
  [{ all: [v('stages'), { '>=': [v('growth'), v('params.line')] }] }, '分段 中每一项都 增长率 ≥ 达标线', '增长率 ≥ 达标线 for all of 分段'],
  [{ '!': [{ missing: ['x', 'y'] }] }, '教师数、学生数 已填', '教师数, 学生数 given'],
  [{ round: [{ growth: [v('now'), v('before')] }, 2] }, '今年生均支出 比 上年生均支出 的增长率（%） 四舍五入到 2 位小数', 'growth of 今年生均支出 over 上年生均支出 (%) rounded to 2 decimals'],
  [{ '>=': [v('evidence.report'), 1] }, '决算报表件数 ≥ 1', '决算报表 (files) ≥ 1'],
  [{ '+': [{ var: ['x', 0] }, 1] }, '教师数（未填按 0） + 1', '教师数 (0 if absent) + 1'],
  [{ '!=': [{ var: ['report', ''] }, ''] }, '决算报表 已填', '决算报表 given'],
  [{ '==': [{ var: ['x', ''] }, ''] }, '教师数 未填', '教师数 not given'],
  [{ kOfN: [2, [v('ok'), { '>': [v('x'), 1] }, { '<': [v('y'), 9] }]] }, '下列 3 项中至少 2 项成立：（1）已公开；（2）教师数 > 1；（3）学生数 < 9', 'at least 2 of these 3 hold: (1) 已公开; (2) 教师数 > 1; (3) 学生数 < 9'],
  [{ kOfN: [1, [v('ok')], [{ '>': [v('x'), 1] }]] }, '下列各项都成立：（1）已公开；并且下列各项都成立：（1）教师数 > 1', 'all of these hold: (1) 已公开; and all of these hold: (1) 教师数 > 1'],
  [{ and: [v('ok'), { kOfN: [1, [v('ok'), { '>': [v('x'), 1] }]] }] }, '已公开 且 （下列 2 项中至少 1 项成立：（1）已公开；（2）教师数 > 1）', '已公开 and (at least 1 of these 2 hold: (1) 已公开; (2) 教师数 > 1)'],
  [{ kOfN: [1, { map: [v('stages'), v('ok')] }] }, '分段.达标 中至少 1 项成立', 'at least 1 of 分段.达标'],
  [{ '>=': [v(''), 3] }, '（还没有选名称） ≥ 3', '(no name chosen) ≥ 3'],
  [{ count: [{ filter: [v('stages'), { '>': [v(''), 3] }] }] }, '分段 中 本项 > 3 的个数', 'number of 分段 where the item > 3'],
  [{ in: [v('x'), [1, 2]] }, '教师数 属于 （1、2）', '教师数 is one of (1, 2)'],
]
test('conditions that are counted are taken apart, one below the other', () => {
  const counted = { kOfN: [1, [v('ok'), v('x')]] }
  expect(countedIn(counted, titles, 'zh')).toEqual([{ head: '下列 2 项中至少 1 项成立：', items: [v('ok'), v('x')] }])
  expect(countedIn({ and: [v('ok'), counted] }, titles, 'zh')).toEqual([{ head: '下列各项都成立：', items: [v('ok'), counted] }])
  expect([countedIn({ and: [v('ok'), v('x')] }, titles, 'zh'), countedIn(v('ok'), titles, 'zh')]).toEqual([undefined, undefined])
})
test.each(cases)('%j', (rule, zh, en) => {
  expect(wordsOf(rule, titles, 'zh')).toBe(zh)
  expect(wordsOf(rule, titles, 'en')).toBe(en)
})
