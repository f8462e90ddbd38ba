import { civilDay, civilTime, daysUntil } from '../../engine/index.ts'

/** `11-30 16:42`, with the year in front when it is not this year. */
export function dateTime(iso: string | undefined, now = new Date()): string {
  return iso ? short(civilTime(new Date(iso)).slice(0, 16).replace('T', ' '), now) : ''
}

/** `11-30` for a plain date or an instant, with the year in front when it is not this year. */
export function date(value: string | undefined, now = new Date()): string {
  if (!value) return ''
  return short(/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : civilDay(new Date(value)), now)
}

/** `2025-11-30 16:42`, for lists in which years meet and for what is kept. */
export const fullTime = (iso: string | undefined): string => (iso ? civilTime(new Date(iso)).slice(0, 16).replace('T', ' ') : '')

const short = (written: string, now: Date): string => (written.startsWith(civilDay(now).slice(0, 5)) ? written.slice(5) : written)

/** Whole days from today to a day (`YYYY-MM-DD`); 0 on the day itself, negative when it has passed. */
export const daysLeft = (day: string, now = new Date()): number => daysUntil(day, now)

/** Today, `YYYY-MM-DD`. */
export const today = (now = new Date()): string => civilDay(now)

/** `3.8 MB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`
  if (count < 1024 * 1024) return `${Math.round(count / 1024)} KB`
  if (count < 1024 ** 3) return `${(count / 1024 ** 2).toFixed(1)} MB`
  return `${(count / 1024 ** 3).toFixed(1)} GB`
}

/** The first twelve digits of a hash in groups of four: enough for two people to compare aloud. */
export function shortHash(hash: string | undefined): string {
  return hash ? (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ') : ''
}
