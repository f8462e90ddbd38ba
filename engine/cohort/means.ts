import { present, type Maybe } from './normalise.ts'

/**
 * Weighted generalised mean of power p: `(Σ w·xᵖ / Σ w)^(1/p)`; p = 1 arithmetic, −1 harmonic, 0 geometric (the limit).
 * Missing values are left out with their weights; when the share of known values is below `availability` the result is
 * undefined. Powers ≤ 0 need positive values: undefined otherwise (a zero is an error there, not a zero).
 */
export function generalisedMean(values: readonly Maybe[], power: number, options: { weights?: readonly number[]; availability?: number } = {}): Maybe {
  const { weights = values.map(() => 1), availability = 0 } = options
  if (values.length === 0 || present(values).length / values.length < availability) return undefined
  let total = 0
  let sum = 0
  for (const [i, value] of values.entries()) {
    const weight = weights[i] ?? 0
    if (value === undefined || weight === 0) continue
    if ((power <= 0 && value <= 0) || (value < 0 && !Number.isInteger(power))) return undefined
    total += weight
    sum += weight * (power === 0 ? Math.log(value) : value ** power)
  }
  if (total === 0) return undefined
  const average = sum / total
  // An odd power of negative numbers has a root that the exponent 1/p does not give.
  return power === 0 ? Math.exp(average) : average < 0 ? -((-average) ** (1 / power)) : average ** (1 / power)
}

/**
 * Copeland score of each unit (row): the number of units it outranks minus the number that outrank it.
 * One unit outranks another when the weight of the indicators on which it is better, plus half the weight of ties,
 * exceeds one half. Values are "more is better" already. Munda & Nardo; vector of COINr.
 */
export function copeland(rows: readonly (readonly number[])[], weights?: readonly number[]): number[] {
  const w = weights ?? rows[0]?.map(() => 1) ?? []
  const total = w.reduce((sum, weight) => sum + weight, 0)
  const outranks = (a: readonly number[], b: readonly number[]): number => {
    let won = 0
    for (const [k, weight] of w.entries()) won += (a[k] ?? NaN) > (b[k] ?? NaN) ? weight : a[k] === b[k] ? weight / 2 : 0
    return won * 2 - total
  }
  return rows.map((row, i) => rows.reduce((score, other, j) => (i === j ? score : score + Math.sign(outranks(row, other))), 0))
}

/**
 * Adjusted Mazziotta–Pareto index of one unit from its normalised values (goalposts mapped to 70…130 by
 * `70 + 60·(x − min)/(max − min)`): `M − S·cv`, S the population standard deviation, cv = S/M; undefined where M is 0.
 */
export function mazziottaPareto(normalised: readonly number[]): number | undefined {
  const n = normalised.length
  if (n === 0) return undefined
  const m = normalised.reduce((sum, value) => sum + value, 0) / n
  const s = Math.sqrt(normalised.reduce((sum, value) => sum + (value - m) ** 2, 0) / n)
  return m === 0 ? undefined : m - (s * s) / m
}
