import type { CycleSummary } from '../api.ts'

/** Whether anybody has filled in anything. */
export const isStarted = ({ progress: { draft, submitted, returned, accepted } }: CycleSummary): boolean => draft + submitted + returned + accepted > 0

/** Open cycles before closed ones, later years before earlier ones; else as the server lists them, latest first. */
export function openFirst(a: CycleSummary, b: CycleSummary): number {
  return Number(b.state === 'open') - Number(a.state === 'open') || b.cycle.year - a.cycle.year
}

/** The cycle to show unasked: the first in which there is something to see; one just opened is first only while there is no other. */
export function currentOf(items: readonly CycleSummary[]): CycleSummary | undefined {
  const sorted = items.toSorted(openFirst)
  return sorted.find(isStarted) ?? sorted[0]
}
