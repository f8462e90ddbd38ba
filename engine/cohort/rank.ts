import { roundHalfUp } from './rounding.ts'
import type { Maybe } from './normalise.ts'

/** How tied units share ranks: competition 1,2,2,4; dense 1,2,2,3; fractional 1,2.5,2.5,4. */
export type Ties = 'competition' | 'dense' | 'fractional'

/**
 * Ranks from the best (1). Values are first rounded to the published decimals, half up: two units that read the same in
 * the report have the same rank. Missing values get no rank.
 */
export function rank(values: readonly Maybe[], options: { decimals: number; ties?: Ties; direction?: 1 | -1 }): Maybe[] {
  const { decimals, ties = 'competition', direction = 1 } = options
  const published = values.map((value) => (value === undefined ? undefined : direction * roundHalfUp(value, decimals)))
  const known = published.filter((value) => value !== undefined)
  const distinct = new Set(known)
  return published.map((value) => {
    if (value === undefined) return undefined
    const ahead = (ties === 'dense' ? [...distinct] : known).filter((other) => other > value).length
    if (ties !== 'fractional') return ahead + 1
    return ahead + (known.filter((other) => other === value).length + 1) / 2
  })
}
