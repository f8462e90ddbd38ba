import { rank } from './rank.ts'

/** A generator of numbers in [0, 1) from a 32-bit seed (mulberry32); the same seed gives the same sequence everywhere. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Quantile of type 7 (the default of R and Excel's PERCENTILE.INC): linear between order statistics. */
export function quantile(values: readonly number[], p: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const h = (sorted.length - 1) * p
  const below = sorted[Math.floor(h)]
  const above = sorted[Math.ceil(h)]
  return below === undefined || above === undefined ? undefined : below + (h - Math.floor(h)) * (above - below)
}

/** How a unit's rank behaves when the weights are shaken. */
export interface Stability {
  rank: number
  mean: number
  median: number
  q5: number
  q95: number
  /** Mean absolute distance from the nominal rank. */
  shift: number
  /** Share of replications in which the unit stays in the top (or bottom) third where it nominally is; undefined for the middle. */
  sameGroup: number | undefined
}

/**
 * Rank stability under weight noise: every weight is multiplied by 1 + ε, ε uniform in (−noise, noise), `replications`
 * times; the weighted mean of each row is ranked on `decimals`. Rows are units, columns indicators, no value missing.
 */
export function rankStability(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  options: { noise: number; replications: number; seed: number; decimals: number },
): Stability[] {
  const score = (w: readonly number[]): number[] => {
    const total = w.reduce((sum, weight) => sum + weight, 0)
    return rows.map((row) => row.reduce((sum, value, k) => sum + value * (w[k] ?? 0), 0) / total)
  }
  const ranked = (w: readonly number[]): number[] => rank(score(w), { decimals: options.decimals }).map((value) => value ?? NaN)
  const nominal = ranked(weights)
  const random = generator(options.seed)
  const runs: number[][] = rows.map(() => [])
  for (let r = 0; r < options.replications; r++) {
    const shaken = weights.map((weight) => weight * (1 + options.noise * (2 * random() - 1)))
    for (const [i, value] of ranked(shaken).entries()) runs[i]?.push(value)
  }
  const third = rows.length / 3
  return runs.map((ranks, i) => {
    const own = nominal[i] ?? NaN
    const top = own <= third
    const grouped = top || own > rows.length - third
    const stays = (value: number): boolean => (top ? value <= third : value > rows.length - third)
    return {
      rank: own,
      mean: ranks.reduce((sum, value) => sum + value, 0) / ranks.length,
      median: quantile(ranks, 0.5) ?? NaN,
      q5: quantile(ranks, 0.05) ?? NaN,
      q95: quantile(ranks, 0.95) ?? NaN,
      shift: ranks.reduce((sum, value) => sum + Math.abs(value - own), 0) / ranks.length,
      sameGroup: grouped ? ranks.filter(stays).length / ranks.length : undefined,
    }
  })
}
