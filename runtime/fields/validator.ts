import { matches } from '../../engine/index.ts'
import type { Element } from '../../schemas/index.ts'
import { readEntry, writeEntry } from '../entry.ts'
import type { Strings } from '../strings.zh.ts'
import { fill } from '../text.ts'
import { readDate } from './readDate.ts'

/**
 * What a value breaks of its element's definition, in words; an absent value breaks nothing. An element has a small closed set of
 * keywords, all of them here, so no interpreter of JSON Schema is needed in the page.
 */
export function messagesOf(element: Element, value: unknown, t: Strings): string[] {
  if (value === undefined || value === null || value === '') return []
  const problem = problemOf(element, value, t)
  return problem === undefined ? [] : [problem]
}

function problemOf(element: Element, value: unknown, t: Strings): string | undefined {
  switch (element.type) {
    case 'number': case 'integer': return typeof value === 'string' ? numberProblem(element, value, t) : typeof value === 'number' ? outOfRange(element, value, t) : wrongKind(element, value, t)
    case 'string': return typeof value === 'string' ? badText(element, value, t) : wrongKind(element, value, t)
    case 'boolean': return typeof value === 'boolean' ? undefined : wrongKind(element, value, t)
    case 'array': return Array.isArray(value) ? badList(element, value, t) : wrongKind(element, value, t)
  }
}

const wrongKind = ({ title, type }: Element, value: unknown, t: Strings): string =>
  fill(t.vType, { title, kind: { number: t.kindNumber, integer: t.kindInteger, string: t.kindText, boolean: t.kindBoolean, array: t.kindList }[type], text: shown(value) })

function outOfRange(element: Element, value: number, t: Strings): string | undefined {
  const { title, type, minimum, maximum, 'x-decimals': decimals } = element
  const text = writeEntry(value)
  const part = text.split('.')[1] ?? ''
  if (part && (type === 'integer' || decimals === 0)) return fill(t.vType, { title, kind: t.kindInteger, text })
  if (decimals !== undefined && part.length > decimals) return fill(t.vDecimals, { title, limit: decimals, text })
  if (minimum !== undefined && value < minimum) return fill(t.vMinimum, { title, limit: writeEntry(minimum), text })
  return maximum !== undefined && value > maximum ? fill(t.vMaximum, { title, limit: writeEntry(maximum), text }) : undefined
}

function badText(element: Element, text: string, t: Strings): string | undefined {
  const { title, oneOf, format, pattern, minLength = 0, maxLength = Infinity } = element
  if (oneOf) return oneOf.some((option) => option.const === text) ? undefined : fill(t.vOption, { title, text })
  if (format === 'date' && readDate(text) !== text) return fill(t.vFormat, { title, text })
  const n = minLength || text.length > maxLength ? Array.from(text).length : 0
  if (n < minLength) return fill(t.vMinLength, { title, limit: minLength, n })
  if (n > maxLength) return fill(t.vMaxLength, { title, limit: maxLength, n })
  return pattern !== undefined && !matches(pattern, text) ? fill(t.vPattern, { title, text }) : undefined
}

/** A table's cells are checked one by one against their columns. */
function badList(element: Element, list: readonly unknown[], t: Strings): string | undefined {
  const { title, items, minItems = 0, maxItems = 1000 } = element
  const stranger = items?.oneOf && list.find((each) => !items.oneOf?.some((option) => option.const === each))
  if (stranger !== undefined) return fill(t.vOption, { title, text: shown(stranger) })
  if (list.length < minItems) return fill(t.vMinItems, { title, limit: minItems })
  if (list.length > maxItems) return fill(t.vMaxItems, { title, limit: maxItems })
  return element.uniqueItems && new Set(list).size < list.length ? fill(t.vUnique, { title }) : undefined
}

/** Why a text is no number here, and what to type instead. */
export function numberProblem(element: Element, value: string, t: Strings): string {
  const unit = element['x-unit'] ?? ''
  const entry = readEntry(value, unit)
  if (entry.kind === 'unit') return `${element.title}${t.colon}${fill(t.wrongUnit, { unit, text: entry.unit })}`
  const example = element.examples?.find((each) => typeof each === 'number')
  return `${element.title}${t.colon}${typeof example === 'number' && unit ? fill(t.notNumberHint, { text: value, unit, example: writeEntry(example, element['x-decimals']) }) : fill(t.notNumber, { text: value })}`
}

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value).slice(0, 40))
