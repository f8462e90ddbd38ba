import { roundHalfUp } from './cohort/rounding.ts'

export type Locale = 'zh' | 'en'

export interface NumberFormat {
  /** Decimals shown, rounded half up; as many as the number has (at most 6) if left out. */
  decimals?: number
  unit?: string
  locale?: Locale
}

/** A number as people read it: grouped, with a true minus sign, its unit behind. */
export function formatNumber(value: number, { decimals, unit, locale = 'zh' }: NumberFormat = {}): string {
  const shown = roundHalfUp(value, decimals ?? 6)
  const digits = grouped(locale, decimals).format(Math.abs(shown))
  return `${shown < 0 ? '−' : ''}${digits}${unit === undefined || unit === '' ? '' : ` ${unit}`}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** Made once for each language and number of decimals: making one costs far more than using it. */
function grouped(locale: Locale, decimals: number | undefined): Intl.NumberFormat {
  const key = `${locale}${decimals ?? ''}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 6 })
    formats.set(key, found)
  }
  return found
}
