const zone = 'Asia/Shanghai'
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

/** `11-30 16:42`, with the year in front when it is not this year. Shanghai time. */
export function dateTime(iso: string | undefined, now = new Date()): string {
  if (!iso) return ''
  const at = split(new Date(iso))
  const year = at.year === split(now).year ? '' : `${at.year}-`
  return `${year}${at.month}-${at.day} ${at.hour}:${at.minute}`
}

/** `11-30` for a plain date or an instant, with the year in front when it is not this year. */
export function date(value: string | undefined, now = new Date()): string {
  if (!value) return ''
  const [year, rest] = /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value.slice(0, 4), value.slice(5)] : dayOf(new Date(value))
  return year === split(now).year ? rest : `${year}-${rest}`
}

/** Whole days from today to a day (`YYYY-MM-DD`), both in Shanghai; 0 on the day itself, negative when it has passed. */
export function daysLeft(day: string, now = new Date()): number {
  const today = split(now)
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today.year}-${today.month}-${today.day}T00:00:00Z`)) / 86_400_000)
}

/** Today in Shanghai, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const at = split(now)
  return `${at.year}-${at.month}-${at.day}`
}

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

function split(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
}

function dayOf(at: Date): [string, string] {
  const { year = '', month = '', day = '' } = split(at)
  return [year, `${month}-${day}`]
}
