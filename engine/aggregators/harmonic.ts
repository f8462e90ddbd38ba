import { add, divide, sign, zero } from '../rule/rational.ts'
import type { Aggregator } from './aggregator.ts'

/** `Σ w / Σ (w/x)`, exact; no number where a score is zero or negative. */
export const harmonic: Aggregator = {
  combine(parts) {
    if (parts.some(({ score }) => sign(score) <= 0)) return undefined
    let [inverse, total] = [zero, zero]
    for (const { weight, score } of parts) [inverse, total] = [add(inverse, divide(weight, score)), add(total, weight)]
    return divide(total, inverse)
  },
}
