import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copeland, generalisedMean, mazziottaPareto } from '../../../engine/cohort/means.ts'
import { borda, distanceToTarget, goalposts, minMax, percentileRank, rankUp, rubricShare, zScore } from '../../../engine/cohort/normalise.ts'
import { panelLevel, trimmedMean } from '../../../engine/cohort/panel.ts'
import { aheadOfPath, compoundGrowth, decayingAverage, gapClosure, valueAdded } from '../../../engine/cohort/progress.ts'
import { rank } from '../../../engine/cohort/rank.ts'
import { roundHalfUp } from '../../../engine/cohort/rounding.ts'
import { sampleSize, samplingError, sharesDiffer } from '../../../engine/cohort/sampling.ts'
import { sobol, withoutEach } from '../../../engine/cohort/sensitivity.ts'
import { generator, quantile, rankStability } from '../../../engine/cohort/stability.ts'

const round = (value: number | undefined, decimals = 12): number => Number(value?.toFixed(decimals))

describe('means, vectors of COINr test-aggregate.R', () => {
  test('geometric', () => expect(generalisedMean([1, 2, 3], 0)).toBeCloseTo(1.8171205928321397, 14))
  test('weighted geometric', () => expect(generalisedMean([1, 2, 3], 0, { weights: [1, 1, 2] })).toBeCloseTo(2.0597671439071177, 14))
  test('a zero under the geometric mean is no number', () => expect(generalisedMean([1, 2, 0], 0)).toBeUndefined())
  test('weighted harmonic', () => expect(generalisedMean([1, 2, 3], -1, { weights: [2, 1, 1] })).toBeCloseTo(1.4117647058823528, 14))
  test('too few known values', () =>
    expect(generalisedMean([undefined, undefined, undefined, undefined, 0.8], 1, { weights: [1, 2, 3, 4, 5], availability: 0.5 })).toBeUndefined())
  test('copeland', () => expect(copeland([[1, 3, 2], [2, 2, 3], [3, 1, 1], [4, 5, 4]])).toEqual([-1, 1, -3, 3]))
  test('the generalised mean grows with its power', () =>
    fc.assert(fc.property(fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
      const means = [-1, 0, 1, 2].map((power) => generalisedMean(values, power) ?? NaN)
      for (let i = 1; i < means.length; i++) expect(means[i]).toBeGreaterThanOrEqual((means[i - 1] ?? NaN) * (1 - 1e-9))
    })))
  test('Mazziotta–Pareto of equal values is their value', () => expect(mazziottaPareto([100, 100, 100])).toBe(100))
})

describe('normalisation, vectors of COINr test-normalise.R', () => {
  test.each([[1, 1, 0.1], [11, 1, 1], [-1, 1, 0], [1, -1, 0.9], [-1, -1, 1], [11, -1, 0]] as const)('goalposts of %d, direction %d', (x, direction, expected) =>
    expect(goalposts(x, 0, 10, { direction })).toBeCloseTo(expected, 14))
  test('distance to target', () => {
    expect(distanceToTarget([0, 5, 11], 10)).toEqual([0, 0.5, 1.1])
    expect(distanceToTarget([0, 5, 11], 10, { cap: true })).toEqual([0, 0.5, 1])
    expect(distanceToTarget([-1, 1, 10], 0, { direction: -1 }).map((v) => round(v))).toEqual([1.1, 0.9, 0])
  })
  test('the Moodle rubric counts from the lowest level', () => {
    expect(rubricShare([{ levels: [1, 2, 3, 4], chosen: 2 }, { levels: [1, 2, 3, 4], chosen: 3 }])).toBe(0.5)
    expect(rubricShare([{ levels: [1, 2, 3, 4], chosen: 1 }, { levels: [1, 2, 3, 4], chosen: 1 }])).toBe(0)
  })
  test('min–max, z, ranks leave missing values missing', () => {
    expect(minMax([1, undefined, 3], { lower: 0, upper: 100 })).toEqual([0, undefined, 100])
    expect(minMax([5, 5], { constant: 0.5 })).toEqual([0.5, 0.5])
    expect(zScore([1, 2, 3])).toEqual([-1, 0, 1])
    expect(rankUp([10, 20, 10, undefined])).toEqual([1, 3, 1, undefined])
    expect(borda([10, 20, 10])).toEqual([0, 2, 0])
    expect(percentileRank([10, 20, 30])).toEqual([0, 0.5, 1])
  })
})

describe('ranking and rounding', () => {
  test('ranks are taken on the published rounding', () => expect(rank([0.9614, 0.9611, 0.958, undefined], { decimals: 3 })).toEqual([1, 1, 3, undefined]))
  test('tie rules', () => {
    expect(rank([3, 2, 2, 1], { decimals: 0, ties: 'dense' })).toEqual([1, 2, 2, 3])
    expect(rank([3, 2, 2, 1], { decimals: 0, ties: 'fractional' })).toEqual([1, 2.5, 2.5, 4])
  })
  test.each([[1.005, 2, 1.01], [2.675, 2, 2.68], [-1.5, 0, -2], [28.5, 0, 29], [1e-7, 3, 0], [1e21, 2, 1e21], [-0.0001, 2, 0]])('%d at %d places is %d', (value, decimals, expected) =>
    expect(roundHalfUp(value, decimals)).toBe(expected))
})

describe('progress', () => {
  test('gap closure, growth, path', () => {
    expect(gapClosure(60, 75, 90)).toBe(0.5)
    expect(gapClosure(90, 75, 90)).toBeUndefined()
    expect(compoundGrowth(100, 121, 2)).toBeCloseTo(0.1, 12)
    expect(compoundGrowth(100, 100, 3)).toBe(0)
    expect(aheadOfPath(60, 75, 90, 0.4)).toBeCloseTo(0.1, 12)
  })
  test('residuals sum to nothing and follow the fitted line', () => {
    const last = [1, 2, 3, 4, undefined]
    const current = [2.1, 3.9, 6.1, 7.9, 5]
    const added = valueAdded(last, current)
    expect(added[4]).toBeUndefined()
    expect(round(added.slice(0, 4).reduce((sum, unit) => sum + (unit?.residual ?? NaN), 0))).toBe(0)
    // By hand: slope 1.96, intercept 0.1; s² = 0.032/2; leverage of the first unit ¼ + 2.25/5.
    expect(added[0]?.residual).toBeCloseTo(0.04, 12)
    expect(added[0]?.error).toBeCloseTo(Math.sqrt(0.016 * 0.3), 12)
  })
  test('a full score cannot grow', () => {
    expect(valueAdded([99, 50, 60, 70], [99, 55, 61, 72], { ceiling: 98 })[0]).toEqual({ difference: 0, residual: undefined, error: undefined, ceiling: 'maintained' })
  })
  test('decaying average (Canvas)', () => {
    expect(decayingAverage([5, 4.5], 0.65)).toBeCloseTo(4.675, 12)
    expect(decayingAverage([4.88, 5], 0.65)).toBeCloseTo(4.958, 12)
    expect(decayingAverage([], 0.65)).toBeUndefined()
  })
})

describe('sampling and panels', () => {
  test('384.16 answers give five points', () => {
    expect(samplingError(0.5, 384.16)).toBeCloseTo(0.05, 12)
    expect(sampleSize(0.05)).toBe(385)
    expect(samplingError(0.5, 0)).toBeUndefined()
    expect(sharesDiffer(0.9, 400, 0.85, 400)).toBe(true)
    expect(sharesDiffer(0.9, 400, 0.88, 400)).toBe(false)
  })
  test('an even panel takes the declared side', () => {
    expect(panelLevel([0, 1])).toEqual({ level: 1, range: 1, escalate: false })
    expect(panelLevel([0, 1, 2, 2], 'upper')).toEqual({ level: 1, range: 2, escalate: true })
    expect(panelLevel([])).toBeUndefined()
    expect(trimmedMean([60, 80, 90, 100])).toBe(85)
    expect(trimmedMean([60], 1)).toBeUndefined()
  })
})

describe('no result is NaN or infinite where it is a number at all', () => {
  test.each<[string, () => number | undefined, number | undefined]>([
    ['an odd power of negative numbers', () => generalisedMean([-1, -1], 3), -1],
    ['a mean of nothing', () => generalisedMean([], 1), undefined],
    ['weights of nothing', () => generalisedMean([1, 2], 1, { weights: [0, 0] }), undefined],
    ['the index of nothing', () => mazziottaPareto([-1, 1]), undefined],
    ['goalposts at one place', () => goalposts(5, 5, 5), undefined],
    ['growth from nothing', () => compoundGrowth(0, 5, 2), undefined],
    ['a series of one value', () => minMax([5, 5])[0], undefined],
    ['a z-score of one value', () => zScore([5, 5])[0], undefined],
    ['a target that is the worst', () => distanceToTarget([1, 2], 1)[0], undefined],
  ])('%s', (_, value, expected) => (expected === undefined ? expect(value()).toBeUndefined() : expect(value()).toBeCloseTo(expected, 12)))
})

describe('sensitivity', () => {
  test('the Ishigami function: published indices within sampling error', () => {
    const ishigami = (u: readonly number[]): number => {
      const [a = 0, b = 0, c = 0] = u.map((x) => Math.PI * (2 * x - 1))
      return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a)
    }
    const found = sobol(ishigami, 3, { samples: 8000, seed: 1 })!
    for (const [i, [first, total]] of ([[0.3139, 0.5576], [0.4424, 0.4424], [0, 0.2437]] as const).entries()) {
      expect(Math.abs((found[i]?.first ?? NaN) - first)).toBeLessThan(0.06)
      expect(Math.abs((found[i]?.total ?? NaN) - total)).toBeLessThan(0.03)
    }
    expect(sobol(() => 1, 2, { samples: 10, seed: 1 })).toBeUndefined()
  })
  test('leaving an indicator out', () => {
    const [first, second] = withoutEach([[90, 10], [50, 60], [40, 40]], [1, 1], { decimals: 2 })
    expect(first).toEqual({ ranks: [3, 1, 2], shift: (1 + 0 + 1) / 3, most: 1 })
    expect(second?.ranks).toEqual([1, 2, 3])
  })
})

describe('rank stability', () => {
  const rows = [[90, 80, 70], [70, 80, 91], [60, 60, 60], [10, 20, 30]]
  test('the same seed gives the same answer, and a dominated unit never moves', () => {
    const options = { noise: 0.5, replications: 500, seed: 7, decimals: 2 }
    const first = rankStability(rows, [1, 1, 1], options)
    expect(rankStability(rows, [1, 1, 1], options)).toEqual(first)
    expect(first[3]).toMatchObject({ rank: 4, shift: 0, q5: 4, q95: 4, sameGroup: 1 })
    expect(first[0]?.shift).toBeGreaterThan(0)
  })
  test('quantiles are of type 7', () => expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75))
  test('the generator is uniform enough to trust', () => {
    const random = generator(1)
    const draws = Array.from({ length: 10_000 }, random)
    expect(draws.reduce((a, b) => a + b, 0) / draws.length).toBeCloseTo(0.5, 1)
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...draws)).toBeLessThan(1)
  })
})
