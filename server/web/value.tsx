import type { Element, EvaluationPoint, Framework } from '../../schemas/index.ts'
import { elementOf, formatNumber } from '../../engine/index.ts'
import type { Locale } from './language.tsx'

/** A field of a point with its element resolved. */
export interface Field { id: string; element: Element; shared: boolean }

/** The fields of a point in the order of its layout. */
export function fieldsOf(framework: Framework, point: EvaluationPoint): Field[] {
  const ids = Object.keys(point.schema.properties)
  const placed = (point.layout ?? []).flatMap(({ field }) => (field && ids.includes(field) ? [field] : []))
  return [...placed, ...ids.filter((id) => !placed.includes(id))].flatMap((id) => {
    const property = point.schema.properties[id]
    if (!property) return []
    const element = elementOf(framework, property)
    return element ? [{ id, element, shared: '$ref' in property }] : []
  })
}

/** A value as people write it, without its unit. */
export function valueText(element: Element, value: unknown, locale: Locale): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'number') return formatNumber(value, { locale, ...(element['x-decimals'] === undefined ? {} : { decimals: element['x-decimals'] }) })
  if (typeof value === 'boolean') return locale === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (Array.isArray(value)) {
    if (element.items?.type === 'object') return locale === 'zh' ? `${value.length} 行` : `${value.length} rows`
    return value.map((one) => optionText(element.items?.oneOf, one)).join(locale === 'zh' ? '、' : ', ')
  }
  return optionText(element.oneOf, value)
}

/** The change against last year as people write it; nothing where it makes no sense. */
export function changeText(element: Element, value: unknown, before: unknown, locale: Locale): string {
  if (typeof value !== 'number' || typeof before !== 'number') return '—'
  if (value === before) return locale === 'zh' ? '持平' : 'same'
  const decimals = element['x-decimals']
  const size = formatNumber(Math.abs(Number((value - before).toPrecision(12))), { locale, ...(decimals === undefined ? {} : { decimals }) })
  return `${value > before ? '+' : '−'}${size}`
}

function optionText(options: { const: string; title: string }[] | undefined, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return options?.find((option) => option.const === value)?.title ?? text
}
