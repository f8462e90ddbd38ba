import { sign, toNumber } from '../rule/rational.ts'
import { digits } from '../rule/root.ts'
import type { Aggregator } from './aggregator.ts'

/** `exp(Σ w·ln x / Σ w)` to 12 significant digits; no number where a score is zero or negative. */
export const geometric: Aggregator = {
  combine(parts) {
    if (parts.some(({ score }) => sign(score) <= 0)) return undefined
    let [sum, total] = [0, 0]
    for (const { weight, score } of parts) {
      sum += toNumber(weight) * Math.log(toNumber(score))
      total += toNumber(weight)
    }
    return digits(Math.exp(sum / total))
  },
}
