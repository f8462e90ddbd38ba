/** z of the 95 % interval, the value used in the formulas of survey manuals. */
const Z95 = 1.96

/** Half-width of the 95 % interval of a share p in [0, 1] from n answers: `1.96·√(p(1−p)/n)`. */
export function samplingError(share: number, n: number): number | undefined {
  return n > 0 && share >= 0 && share <= 1 ? Z95 * Math.sqrt((share * (1 - share)) / n) : undefined
}

/** Smallest sample for a half-width at 95 % in the worst case p = ½: `⌈1.96²·¼/e²⌉`; 385 for ±5 points. */
export function sampleSize(halfWidth: number): number | undefined {
  return halfWidth > 0 ? Math.ceil((Z95 ** 2 * 0.25) / halfWidth ** 2) : undefined
}

/** Whether two independent shares differ at 95 %: the difference against `1.96·√(p₁q₁/n₁ + p₂q₂/n₂)`. */
export function sharesDiffer(p1: number, n1: number, p2: number, n2: number): boolean | undefined {
  if (!(n1 > 0 && n2 > 0)) return undefined
  return Math.abs(p1 - p2) > Z95 * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2)
}
