import type { Locale } from '../format.ts'
import { messageOf } from '../message.ts'
import type { FormulaError } from './tokens.ts'

/** Why a formula cannot be read, with what may be meant. */
export function formulaMessage({ code, from, params, suggestion }: FormulaError, locale: Locale): string {
  return messageOf({ code, severity: 'error', path: '', params: { ...params, at: from + 1, ...(suggestion !== undefined && { suggestion }) } }, locale)
}
