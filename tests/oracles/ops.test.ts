import { describe, expect, test } from 'vitest'
import { compileRule } from '../../engine/rule/rule.ts'
import { frame, layout } from '../../engine/slots.ts'
import { copeland, decayingAverage, distanceToTarget, generalisedMean, goalposts, rubricShare } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'

/** Operator vectors with printed results; the source of each stands beside it. Those a rule can say are said as rules. */
const none = layout([])
const number = (rule: Rule): number | undefined => {
  const { rule: made, issues } = compileRule(rule, none)
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  const value = made?.value(frame(none))
  return typeof value === 'number' ? value : undefined
}

describe('as rules', () => {
  const perPupil = [279, 137, 935, 160, 402].map((books, i): Rule => ({ '/': [books, [45, 37, 89, 76, 55][i] ?? 1] }))
  test('差异系数, weighted by pupils: five schools, library books per pupil (县域义务教育校际均衡指标计算方法)', () => {
    expect(number({ round: [{ coefficientOfVariation: [perPupil, [45, 37, 89, 76, 55]] }, 2] })).toBe(0.52)
    expect(number({ coefficientOfVariation: [perPupil, [45, 37, 89, 76, 55]] })).toBeCloseTo(0.515257, 5)
    expect(number({ round: [{ coefficientOfVariation: [perPupil] }, 4] })).toBe(0.4888)
  })
  test('the weighted formula decides "≤ 0.50" against the unweighted one', () => {
    expect(compileRule({ '<=': [{ coefficientOfVariation: [perPupil, [45, 37, 89, 76, 55]] }, 0.5] }, none).rule?.truth(frame(none))).toBe(0)
    expect(compileRule({ '<=': [{ coefficientOfVariation: [perPupil] }, 0.5] }, none).rule?.truth(frame(none))).toBe(2)
  })
  test('mean rounded up (edx-ora2 get_mean_score)', () => expect(number({ ceil: [{ mean: [5, 6, 12, 16, 22, 53] }] })).toBe(19))
  test('median (edx-ora2 get_median_score; ORA2 documentation)', () => {
    expect(number({ median: [1, 2, 3, 4, 5] })).toBe(3)
    expect(number({ median: [10, 7, 8] })).toBe(8)
  })
  test('a marginal scale (OpenFisca legislation parameters): 2000 at 2 %, the rest at 20 %', () => {
    const at = (low: number, rate: number): Rule => ({ '*': [{ max: [0, { '-': [{ min: [3000, low === 0 ? 2000 : 3000] }, low] }] }, rate] })
    expect(number({ '+': [at(0, 0.02), at(2000, 0.2)] })).toBe(240)
  })
  test('percentage points are a difference, exact (2017年全国教育经费执行情况统计公告)', () => expect(number({ '-': [14.71, 14.75] })).toBe(-0.04))
  test('decaying average (Canvas): 0.65 of the latest, 0.35 of the rest', () => {
    expect(number({ '+': [{ '*': [0.65, 4.5] }, { '*': [0.35, 5] }] })).toBe(4.675)
    expect(decayingAverage([4.88, 5], 0.65)).toBeCloseTo(4.958, 12)
  })
  test('goalposts by the rule operator too', () => {
    expect(number({ clamp: [{ '/': [{ '-': [11, 0] }, 10] }, 0, 1] })).toBe(1)
    expect(number({ clamp: [{ '/': [{ '-': [1, 0] }, 10] }, 0, 1] })).toBe(0.1)
  })
})

describe('as cohort functions', () => {
  test('Moodle rubric', () => {
    expect(rubricShare([{ levels: [1, 2, 3, 4], chosen: 2 }, { levels: [1, 2, 3, 4], chosen: 3 }])).toBe(0.5)
    expect(rubricShare([{ levels: [1, 2, 3, 4], chosen: 1 }, { levels: [1, 2, 3, 4], chosen: 1 }])).toBe(0)
  })
  test('COINr test-aggregate.R', () => {
    expect(generalisedMean([1, 2, 3], 0)).toBeCloseTo(1.8171205928321397, 14)
    expect(generalisedMean([1, 2, 3], 0, { weights: [1, 1, 2] })).toBeCloseTo(2.0597671439071177, 14)
    expect(generalisedMean([1, 2, 0], 0)).toBeUndefined()
    expect(generalisedMean([1, 2, 3], -1, { weights: [2, 1, 1] })).toBeCloseTo(1.4117647058823528, 14)
    expect(generalisedMean([undefined, undefined, undefined, undefined, 0.8], 1, { weights: [1, 2, 3, 4, 5], availability: 0.5 })).toBeUndefined()
    expect(copeland([[1, 3, 2], [2, 2, 3], [3, 1, 1], [4, 5, 4]])).toEqual([-1, 1, -3, 3])
  })
  test('COINr test-normalise.R', () => {
    expect([1, 11, -1].map((x) => goalposts(x, 0, 10))).toEqual([0.1, 1, 0])
    expect([1, -1, 11].map((x) => goalposts(x, 0, 10, { direction: -1 }))).toEqual([0.9, 1, 0])
    expect(distanceToTarget([0, 5, 11], 10)).toEqual([0, 0.5, 1.1])
    expect(distanceToTarget([0, 5, 11], 10, { cap: true })).toEqual([0, 0.5, 1])
    expect(distanceToTarget([-1, 1, 10], 0, { direction: -1 }).map((x) => Number(x?.toFixed(12)))).toEqual([1.1, 0.9, 0])
  })
})
