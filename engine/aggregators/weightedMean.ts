import { add, divide, isZero, multiply, zero } from '../rule/rational.ts'
import type { Aggregator } from './aggregator.ts'

/** `Σ w·x / Σ w`, exact. */
export const weightedMean: Aggregator = {
  combine(parts) {
    let [sum, total] = [zero, zero]
    for (const { weight, score } of parts) [sum, total] = [add(sum, multiply(weight, score)), add(total, weight)]
    return isZero(total) ? undefined : divide(sum, total)
  },
}
