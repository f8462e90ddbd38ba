import { expect, test } from 'vitest'
import { cohenKappa, fleissKappa, krippendorffAlpha, type KappaWeights, type Metric } from '../../../engine/cohort/agreement.ts'
import cases from './agreement.json' with { type: 'json' }

interface Case { id: string; measure: string; weights?: string; metric?: string; data: (number | null)[][]; expected: number; decimals: number }

test.each(cases as Case[])('$id', ({ measure, weights, metric, data, expected, decimals }) => {
  const numbers = data as number[][]
  const got =
    measure === 'cohen_kappa' ? cohenKappa(numbers, weights as KappaWeights)
    : measure === 'fleiss_kappa' ? fleissKappa(numbers)
    : krippendorffAlpha(data.map((row) => row.map((value) => value ?? undefined)), metric as Metric)
  expect(Math.abs((got ?? NaN) - expected)).toBeLessThanOrEqual(0.5000001 * 10 ** -decimals)
})

test('complete agreement on one category has no coefficient', () => {
  expect(cohenKappa([[5, 0], [0, 0]])).toBeUndefined()
  expect(fleissKappa([[3, 0], [3, 0]])).toBeUndefined()
  expect(krippendorffAlpha([[1, 1], [1, 1]], 'nominal')).toBeUndefined()
})
