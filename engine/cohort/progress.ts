import { mean, type Maybe } from './normalise.ts'

/** Share of the gap to a target that has been closed: `(x − start)/(target − start)`; undefined when start is the target. */
export function gapClosure(start: number, current: number, target: number): Maybe {
  return target === start ? undefined : (current - start) / (target - start)
}

/** Compound annual growth rate `(current/start)^(1/years) − 1`; equal ends give 0; undefined for a start that is not positive. */
export function compoundGrowth(start: number, current: number, years: number): Maybe {
  if (start === current) return 0
  return start > 0 && current >= 0 && years > 0 ? (current / start) ** (1 / years) - 1 : undefined
}

/** Whether progress keeps pace with a straight path to the target: gap closed minus share of time elapsed. */
export function aheadOfPath(start: number, current: number, target: number, elapsed: number): Maybe {
  const closed = gapClosure(start, current, target)
  return closed === undefined ? undefined : closed - elapsed
}

/** Value added of one unit, beside the line fitted through all of them. */
export interface ValueAdded {
  /** This year minus last year. */
  difference: number
  /** Residual on the fitted line: what this year is above what last year predicts. Undefined where nothing can be fitted. */
  residual: Maybe
  /** Standard error of that residual. */
  error: Maybe
  /** At or above the ceiling last year: a full score cannot grow, so the unit counts as having kept it or not. */
  ceiling?: 'maintained' | 'lost'
}

/**
 * Conditional value added: the residuals of this year on last year by ordinary least squares over the cohort,
 * `e = x₁ − (α + β·x₀)`, with standard errors `s·√(1 − h)`, h the leverage `1/n + (x₀ − x̄₀)²/Sxx`, s² = Σe²/(n − 2).
 * Units at or above `ceiling` last year are left out of the fit. With 16 districts n is small: say so beside the numbers.
 */
export function valueAdded(last: readonly Maybe[], current: readonly Maybe[], options: { ceiling?: number } = {}): (ValueAdded | undefined)[] {
  const { ceiling = Infinity } = options
  const fitted: [number, number][] = []
  for (const [i, x] of last.entries()) {
    const y = current[i]
    if (x !== undefined && y !== undefined && x < ceiling) fitted.push([x, y])
  }
  const n = fitted.length
  const meanX = mean(fitted.map(([x]) => x))
  const meanY = mean(fitted.map(([, y]) => y))
  const sxx = fitted.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const slope = fitted.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / sxx
  const usable = n > 2 && sxx > 0
  const variance = fitted.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0) / (n - 2)
  return last.map((x, i) => {
    const y = current[i]
    if (x === undefined || y === undefined) return undefined
    const difference = y - x
    if (x >= ceiling) return { difference, residual: undefined, error: undefined, ceiling: y >= ceiling ? 'maintained' : 'lost' }
    if (!usable) return { difference, residual: undefined, error: undefined }
    const leverage = 1 / n + (x - meanX) ** 2 / sxx
    return { difference, residual: y - meanY - slope * (x - meanX), error: Math.sqrt(variance * Math.max(0, 1 - leverage)) }
  })
}

/** Decaying average of marks, oldest first: the latest weighs `latestWeight`, everything before it the rest, recursively. */
export function decayingAverage(marks: readonly number[], latestWeight: number): Maybe {
  return marks.reduce<Maybe>((average, mark) => (average === undefined ? mark : latestWeight * mark + (1 - latestWeight) * average), undefined)
}
