import { quantile } from './stability.ts'

/** Result of a panel of experts who each chose a level, as positions in the scale (0 is the best). */
export interface PanelResult {
  /** The median level; between two levels the declared side is taken. */
  level: number
  /** Distance between the best and the worst choice. */
  range: number
  /** True where the range reaches two levels: the panel should confer. */
  escalate: boolean
}

/** Median level of a panel; an even panel between two levels takes the `lower` (worse) or the `upper` (better) one. */
export function panelLevel(choices: readonly number[], even: 'lower' | 'upper' = 'lower'): PanelResult | undefined {
  const middle = quantile(choices, 0.5)
  if (middle === undefined) return undefined
  const range = Math.max(...choices) - Math.min(...choices)
  return { level: even === 'lower' ? Math.ceil(middle) : Math.floor(middle), range, escalate: range >= 2 }
}

/** Mean without the `trim` lowest and highest scores each; undefined where nothing is left. */
export function trimmedMean(scores: readonly number[], trim = 1): number | undefined {
  const kept = scores.toSorted((a, b) => a - b).slice(trim, scores.length - trim)
  return kept.length > 0 ? kept.reduce((sum, score) => sum + score, 0) / kept.length : undefined
}
