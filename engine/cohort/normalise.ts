/** A value, or undefined where it is missing: missing stays missing and never counts in a minimum, mean or rank. */
export type Maybe = number | undefined

export const present = (values: readonly Maybe[]): number[] => values.filter((value): value is number => value !== undefined)
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Direction of an indicator: 1 where more is better, −1 where less is better. */
export type Direction = 1 | -1

/**
 * Min–max: `lower + (x − min)/(max − min)·(upper − lower)`, after multiplying by the direction.
 * A series of one value has no spread and gives `constant` (default: undefined). OECD/JRC Handbook §5.
 */
export function minMax(values: readonly Maybe[], options: { lower?: number; upper?: number; direction?: Direction; constant?: number } = {}): Maybe[] {
  const { lower = 0, upper = 1, direction = 1, constant } = options
  const signed = values.map((value) => (value === undefined ? undefined : value * direction))
  const known = present(signed)
  const min = Math.min(...known)
  const max = Math.max(...known)
  return signed.map((value) => (value === undefined ? undefined : max === min ? constant : lower + ((value - min) / (max - min)) * (upper - lower)))
}

/** z-score with the sample standard deviation (n − 1); undefined for all where fewer than two values differ. */
export function zScore(values: readonly Maybe[], direction: Direction = 1): Maybe[] {
  const known = present(values)
  const centre = mean(known)
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (known.length - 1))
  return values.map((value) => (value === undefined || !(spread > 0) ? undefined : (direction * (value - centre)) / spread))
}

/** Ranks from below: 1 for the smallest; tied values share the smallest rank. The Borda count is this rank minus 1. */
export function rankUp(values: readonly Maybe[], direction: Direction = 1): Maybe[] {
  const known = present(values).map((value) => value * direction)
  return values.map((value) => (value === undefined ? undefined : 1 + known.filter((other) => other < value * direction).length))
}

/** Borda count: how many known values lie strictly below. */
export function borda(values: readonly Maybe[], direction: Direction = 1): Maybe[] {
  return rankUp(values, direction).map((rank) => (rank === undefined ? undefined : rank - 1))
}

/** Percentile rank `(rank − 1)/(n − 1)`; undefined for a single value. */
export function percentileRank(values: readonly Maybe[], direction: Direction = 1): Maybe[] {
  const n = present(values).length
  return rankUp(values, direction).map((rank) => (rank === undefined || n < 2 ? undefined : (rank - 1) / (n - 1)))
}

/** Fixed goalposts: `(x − low)/(high − low)` held within [0, scale]; with direction −1 the low goalpost is the best; undefined where both are the same. */
export function goalposts(value: number, low: number, high: number, options: { scale?: number; direction?: Direction } = {}): Maybe {
  if (low === high) return undefined
  const { scale = 1, direction = 1 } = options
  const share = direction === 1 ? (value - low) / (high - low) : (high - value) / (high - low)
  return scale * Math.min(1, Math.max(0, share))
}

/**
 * Distance to target: `(x − min)/(target − min)`, or `(max − x)/(max − target)` where less is better.
 * `cap` holds the result at 1 for values beyond the target.
 */
export function distanceToTarget(values: readonly Maybe[], target: number, options: { direction?: Direction; cap?: boolean } = {}): Maybe[] {
  const { direction = 1, cap = false } = options
  const known = present(values)
  const worst = direction === 1 ? Math.min(...known) : Math.max(...known)
  return values.map((value) => {
    if (value === undefined || target === worst) return undefined
    const share = direction === 1 ? (value - worst) / (target - worst) : (worst - value) / (worst - target)
    return cap ? Math.min(1, share) : share
  })
}

/** Share of the reachable points of a rubric: `Σ(chosen − lowest)/Σ(highest − lowest)`, so that all-lowest gives 0. Moodle, "Rubrics". */
export function rubricShare(criteria: readonly { levels: readonly number[]; chosen: number }[]): number | undefined {
  let gained = 0
  let reachable = 0
  for (const { levels, chosen } of criteria) {
    const lowest = Math.min(...levels)
    gained += chosen - lowest
    reachable += Math.max(...levels) - lowest
  }
  return reachable > 0 ? gained / reachable : undefined
}
