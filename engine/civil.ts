/** Deadlines and entries are read at UTC+8, which Shanghai has kept without a break since 1992; a formatter for it would cost a page milliseconds to make. */
const offset = 8 * 3_600_000
const dayLength = 86_400_000

/** An instant as people there write it, `2026-11-30T16:42:05`; empty for no instant. */
export function civilTime(at: Date): string {
  const time = at.getTime() + offset
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 19)
}

/** The day there, some days from an instant: `2026-11-30`. */
export const civilDay = (at: Date, later = 0): string => civilTime(new Date(at.getTime() + later * dayLength)).slice(0, 10)

/** Whole days from the day there to another (`2026-11-30`); 0 on the day itself, which lasts until midnight there, negative once it is over. */
export const daysUntil = (day: string, now: Date): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${civilDay(now)}T00:00:00Z`)) / dayLength)

/** Whether a last day is over: it counts until midnight there. No day is never over. */
export const isOver = (day: string | undefined, now: Date): boolean => day !== undefined && daysUntil(day, now) < 0
