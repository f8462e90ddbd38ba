import { formatNumber } from '../../engine/index.ts'
import type { Element } from '../../schemas/index.ts'
import type { Strings } from '../strings.zh.ts'
import { fill } from '../text.ts'
import type { Locale } from '../types.ts'

/** A value in words, as it stands beside a field. */
export function showValue(element: Element, value: unknown, t: Strings, locale: Locale, unit = false): string {
  if (value === undefined || value === null || value === '') return t.dash
  if (typeof value === 'number') {
    const decimals = element['x-decimals'] ?? (element.type === 'integer' ? 0 : undefined)
    return formatNumber(value, { ...(decimals === undefined ? {} : { decimals }), ...(unit && element['x-unit'] ? { unit: element['x-unit'] } : {}), locale })
  }
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) {
    if (element.items?.type === 'string') return value.map((each) => element.items?.oneOf?.find((option) => option.const === each)?.title ?? String(each)).join(t.listed)
    return fill(t.rowsCount, { n: value.length })
  }
  if (typeof value === 'string') return element.oneOf?.find((option) => option.const === value)?.title ?? value
  return JSON.stringify(value)
}
