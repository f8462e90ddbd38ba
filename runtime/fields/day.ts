const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** `11-24` in Shanghai time. */
export function dayOf(at: string | undefined): string {
  const time = at === undefined ? NaN : Date.parse(at)
  return Number.isNaN(time) ? '' : shanghai.format(time).slice(5, 10)
}

/** `14:02` in Shanghai time. */
export const clockOf = (at: Date): string => shanghai.format(at).slice(11, 16)

/** Whole days until the end of a day in Shanghai; negative when it has passed. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.parse(`${shanghai.format(now).slice(0, 10)}T00:00:00Z`)
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / 86_400_000)
}
