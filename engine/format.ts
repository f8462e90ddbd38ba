import { roundHalfUp } from './cohort/rounding.ts'

/** The two languages everything is said in: Simplified Chinese and English. */
export type Locale = 'zh' | 'en'

/** How a number is written: digits grouped by threes, a decimal point, the unit behind a space. */
export interface NumberFormat {
  /** Decimals shown, rounded half up; as many as the number has (at most 6) if left out. */
  decimals?: number
  unit?: string
  locale?: Locale
}

/** A number as people read it: grouped, with a true minus sign, its unit behind. */
export function formatNumber(value: number, { decimals, unit }: NumberFormat = {}): string {
  const shown = roundHalfUp(value, decimals ?? 6)
  const digits = grouped(Math.abs(shown), decimals)
  return `${shown < 0 ? '−' : ''}${digits}${unit === undefined || unit === '' ? '' : ` ${unit}`}`
}

/** Chinese and English group digits alike; written out, because the first formatter of a page costs it ten milliseconds. */
function grouped(value: number, decimals: number | undefined): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : '∞'
  const plain = value >= 1e21 ? BigInt(value).toString() : value < 1e-6 ? value.toFixed(decimals ?? 6) : String(value)
  const [whole = '0', part = ''] = plain.split('.')
  const shown = decimals === undefined ? part.replace(/0+$/, '') : part.padEnd(decimals, '0')
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}${shown && `.${shown}`}`
}
