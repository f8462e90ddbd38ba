/**
 * A coefficient of agreement: 1 is perfect, 0 is chance. `undefined` where no disagreement could be expected (everybody
 * always used one category): agreement is then complete but the coefficient does not exist.
 */
export type Agreement = number | undefined

export type KappaWeights = 'none' | 'linear' | 'quadratic'

/**
 * Cohen's kappa of two raters from their contingency table (rows first rater, columns second, same categories in order):
 * `1 − Σ w·observed / Σ w·expected` with disagreement weights 1, |i−j| or (i−j)².
 * Categories nobody used must be left out before weighting, as R's `irr::kappa2` does.
 */
export function cohenKappa(table: readonly (readonly number[])[], weights: KappaWeights = 'none'): Agreement {
  const n = table.flat().reduce((sum, count) => sum + count, 0)
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const weight = (i: number, j: number): number => (weights === 'none' ? (i === j ? 0 : 1) : weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2)
  let observed = 0
  let expected = 0
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      observed += weight(i, j) * count
      expected += (weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / n
    }
  }
  return expected > 0 ? 1 - observed / expected : undefined
}

/** Fleiss' kappa from counts: one row per subject, one column per category, every row with the same number of ratings. */
export function fleissKappa(counts: readonly (readonly number[])[]): Agreement {
  const raters = counts[0]?.reduce((sum, count) => sum + count, 0) ?? 0
  const subjects = counts.length
  if (raters < 2) return undefined
  const shares = (counts[0] ?? []).map((_, j) => counts.reduce((sum, row) => sum + (row[j] ?? 0), 0) / (subjects * raters))
  const expected = shares.reduce((sum, share) => sum + share * share, 0)
  const observed = counts.reduce((sum, row) => sum + (row.reduce((s, c) => s + c * c, 0) - raters) / (raters * (raters - 1)), 0) / subjects
  return expected < 1 ? (observed - expected) / (1 - expected) : undefined
}

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha from ratings, one row per rater and one column per subject, undefined where missing; subjects with
 * fewer than two ratings are left out. `1 − observed/expected disagreement` over the coincidence matrix.
 * Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha(ratings: readonly (readonly (number | undefined)[])[], metric: Metric): Agreement {
  const subjects = (ratings[0] ?? []).map((_, u) => ratings.map((row) => row[u]).filter((value) => value !== undefined)).filter((values) => values.length > 1)
  const categories = [...new Set(subjects.flat())].toSorted((a, b) => a - b)
  const index = new Map(categories.map((category, k) => [category, k]))
  const totals = categories.map((category) => subjects.flat().filter((value) => value === category).length)
  const n = totals.reduce((sum, total) => sum + total, 0)
  const distance = (a: number, b: number): number => {
    const i = index.get(a) ?? 0
    const j = index.get(b) ?? 0
    switch (metric) {
      case 'nominal':
        return i === j ? 0 : 1
      case 'ordinal': {
        const between = totals.slice(Math.min(i, j), Math.max(i, j) + 1).reduce((sum, total) => sum + total, 0)
        return (between - ((totals[i] ?? 0) + (totals[j] ?? 0)) / 2) ** 2
      }
      case 'interval':
        return (a - b) ** 2
      case 'ratio':
        return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
    }
  }
  let observed = 0
  for (const values of subjects) {
    for (const [i, a] of values.entries()) for (const [j, b] of values.entries()) if (i !== j) observed += distance(a, b) / (values.length - 1)
  }
  let expected = 0
  for (const [i, a] of categories.entries()) for (const [j, b] of categories.entries()) expected += (totals[i] ?? 0) * (totals[j] ?? 0) * distance(a, b)
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : undefined
}
