import type { Aggregation } from '../../schemas/index.ts'
import type { Rational } from '../rule/rational.ts'

/** A child that counts: its weight and its score, or the range its score may still have. */
export interface Part {
  weight: Rational
  score?: Rational
  /** Where the score may still lie; absent where nothing is known of it. */
  range?: readonly [Rational, Rational]
}

/** One way of combining scores. Gets at least one part with a positive weight; `undefined` where no number exists. */
export interface Aggregator {
  /** The combined score of parts that all have one. It must never fall when a score rises, so that ranges combine by their ends. */
  combine(parts: readonly { weight: Rational; score: Rational }[], aggregation: Aggregation): Rational | undefined
}
