/** Shanghai has kept UTC+8 without a break since 1992; a formatter for it costs a page milliseconds to make. */
const shanghai = (time: number): string => new Date(time + 8 * 3_600_000).toISOString()

/** `11-24` in Shanghai time. */
export function dayOf(at: string | undefined): string {
  const time = at === undefined ? NaN : Date.parse(at)
  return Number.isNaN(time) ? '' : shanghai(time).slice(5, 10)
}

/** `14:02` in Shanghai time. */
export const clockOf = (at: Date): string => shanghai(at.getTime()).slice(11, 16)

/** Whole days until the end of a day in Shanghai; negative when it has passed. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.parse(`${shanghai(now.getTime()).slice(0, 10)}T00:00:00Z`)
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / 86_400_000)
}
