import { sign, toNumber } from '../rule/rational.ts'
import { digits } from '../rule/root.ts'
import { geometric } from './geometric.ts'
import { harmonic } from './harmonic.ts'
import { weightedMean } from './weightedMean.ts'
import type { Aggregator } from './aggregator.ts'

/**
 * `(Σ w·xᵖ / Σ w)^(1/p)`: exact for p = 1 and p = −1, else to 12 significant digits; p = 0 is the geometric mean. No
 * number where a score is negative, or zero while p is not positive.
 */
export const generalised: Aggregator = {
  combine(parts, aggregation) {
    const { power = 1 } = aggregation
    if (power === 1) return weightedMean.combine(parts, aggregation)
    if (power === -1) return harmonic.combine(parts, aggregation)
    if (power === 0) return geometric.combine(parts, aggregation)
    if (parts.some(({ score }) => sign(score) < (power > 0 ? 0 : 1))) return undefined
    // Shares of the greatest score, so that no power runs out of range.
    const greatest = Math.max(...parts.map(({ score }) => toNumber(score)))
    if (greatest === 0) return digits(0)
    let [sum, total] = [0, 0]
    for (const { weight, score } of parts) {
      sum += toNumber(weight) * (toNumber(score) / greatest) ** power
      total += toNumber(weight)
    }
    return digits(greatest * (sum / total) ** (1 / power))
  },
}
