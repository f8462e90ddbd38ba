import { rank } from './rank.ts'
import { generator } from './stability.ts'

/** How much of a result's variance one input accounts for: alone, and with all its interactions. */
export interface Sensitivity { first: number; total: number }

/**
 * Sobol' indices of a model with inputs uniform in [0, 1), from two samples A and B and, for each input i, A with that
 * column taken from B: `Sᵢ = mean(y_B·(y_ABᵢ − y_A))/V`, `STᵢ = Σ(y_A − y_ABᵢ)²/(2·N·V)`. `undefined` for a model without
 * variance. Saltelli et al. (2010); Jansen (1999).
 */
export function sobol(model: (inputs: readonly number[]) => number, inputs: number, { samples, seed }: { samples: number; seed: number }): Sensitivity[] | undefined {
  const random = generator(seed)
  const draw = (): number[][] => Array.from({ length: samples }, () => Array.from({ length: inputs }, random))
  const [a, b] = [draw(), draw()]
  const [ya, yb] = [a.map(model), b.map(model)]
  const all = [...ya, ...yb]
  const centre = all.reduce((sum, y) => sum + y, 0) / all.length
  const variance = all.reduce((sum, y) => sum + (y - centre) ** 2, 0) / all.length
  if (!(variance > 0)) return undefined
  return Array.from({ length: inputs }, (_, i) => {
    let [first, total] = [0, 0]
    for (const [n, row] of a.entries()) {
      const mixed = model(row.with(i, b[n]?.[i] ?? 0))
      first += (yb[n] ?? 0) * (mixed - (ya[n] ?? 0))
      total += ((ya[n] ?? 0) - mixed) ** 2
    }
    return { first: first / samples / variance, total: total / (2 * samples * variance) }
  })
}

/** What the ranks are without one of the indicators. */
export interface Without { ranks: number[]; /** Mean and greatest distance from the ranks with all. */ shift: number; most: number }

/** The ranks of the weighted mean with each indicator left out in turn. Rows are units, columns indicators, no value missing. */
export function withoutEach(rows: readonly (readonly number[])[], weights: readonly number[], { decimals }: { decimals: number }): Without[] {
  const ranked = (w: readonly number[]): number[] => {
    const total = w.reduce((sum, weight) => sum + weight, 0)
    return rank(rows.map((row) => (total > 0 ? row.reduce((sum, value, k) => sum + value * (w[k] ?? 0), 0) / total : undefined)), { decimals }).map((value) => value ?? NaN)
  }
  const own = ranked(weights)
  return weights.map((_, k) => {
    const ranks = ranked(weights.with(k, 0))
    const shifts = ranks.map((value, i) => Math.abs(value - (own[i] ?? NaN)))
    return { ranks, shift: shifts.reduce((sum, value) => sum + value, 0) / shifts.length, most: Math.max(...shifts) }
  })
}
