/** What a person typed or pasted where a number is wanted. */
export type Entry =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'text'; text: string }
  | { kind: 'unit'; text: string; unit: string }

const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 }
const prefixes = Object.keys(powers).toSorted((a, b) => b.length - a.length)

/** Splits 万元 into 10⁴ and 元. */
export function magnitude(unit: string): { power: number; base: string } {
  const prefix = prefixes.find((each) => unit.startsWith(each))
  return prefix ? { power: powers[prefix] ?? 0, base: unit.slice(prefix.length) } : { power: 0, base: unit }
}

/** Reads `32,418.50 元` (separators only between groups of three), full-width digits, `(1,200)` and a unit of another magnitude (`3.2 亿元` in a 万元 field). */
export function readEntry(text: string, unit = ''): Entry {
  if (/^-?\d{1,15}(?:\.\d{0,15})?$/.test(text)) return { kind: 'number', value: Number(text) + 0 }
  const plain = text.normalize('NFKC').trim().replace(/^[−–—﹣]/, '-')
  if (!plain) return { kind: 'empty' }
  const bracketed = /^\((.+)\)$/.exec(plain)
  const match = /^([+-]?)\s*(?:[¥$€]|人民币|RMB)?\s*((?:[1-9]\d{0,2}(?:[,\s'_]\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?\s*(.*)$/s.exec(bracketed?.[1] ?? plain)
  if (!match) return { kind: 'text', text: text.trim() }
  const [, sign = '', digits = '', exponent = '0', rest = ''] = match
  // What goes on as a number but is not grouped by threes, such as `1,5`, may be a decimal comma or a slip: nobody guesses.
  if (/^(?:[.,]|[\s'_]*\d)/.test(rest)) return { kind: 'text', text: text.trim() }
  const wanted = magnitude(unit.normalize('NFKC'))
  const given = magnitude(rest.trim())
  if (rest && !wanted.base && !wanted.power) return { kind: 'text', text: text.trim() }
  if (rest && !wanted.base.startsWith(given.base)) return { kind: 'unit', text: text.trim(), unit: rest.trim() }
  const power = rest ? given.power - wanted.power : 0
  const value = Number(`${sign}${shift(digits.replaceAll(/[,\s'_]/g, ''), power + Number(exponent))}`)
  if (!Number.isFinite(value)) return { kind: 'text', text: text.trim() }
  return { kind: 'number', value: bracketed ? -value : value + 0 }
}

/** Moves the decimal point of a digit string; exact, because it only moves text. */
export function shift(digits: string, by: number): string {
  const [whole = '', part = ''] = digits.split('.')
  if (by >= 0) return `${whole}${part.slice(0, by).padEnd(by, '0')}.${part.slice(by) || '0'}`
  const padded = whole.padStart(1 - by, '0')
  return `${padded.slice(0, by)}.${padded.slice(by)}${part}`
}

/** The number as it stands in a field that is not being edited: grouped, with the declared decimals, U+2212 for minus. */
export function writeEntry(value: number, decimals?: number): string {
  const { sign, whole, part } = digitsOf(value)
  const shown = decimals === undefined ? part : part.padEnd(decimals, '0')
  return `${sign ? '−' : ''}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${shown ? `.${shown}` : ''}`
}

/** The number as it stands in a field being edited: no grouping. */
export function editEntry(value: number): string {
  const { sign, whole, part } = digitsOf(value)
  return `${sign ? '-' : ''}${whole}${part ? `.${part}` : ''}`
}

function digitsOf(value: number): { sign: boolean; whole: string; part: string } {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '0', part = ''] = shift(mantissa, Number(exponent)).split('.')
  return { sign: value < 0, whole: whole.replace(/^0+(?=\d)/, ''), part: part.replace(/0+$/, '') }
}

/** A value a round power of ten away from last year's: probably a unit was mistaken. */
export interface Slip {
  power: number
  suggestion: number
}

/** Finds a magnitude slip by a thousand, ten thousand or a hundred million, up or down; of a percentage one written as a share. */
export function slipOf(value: number, previous: number, percent = false): Slip | undefined {
  if (!value || !previous || value > 0 !== previous > 0) return undefined
  const exact = Math.log10(value / previous)
  if (percent && (value > 1 || previous <= 1)) return undefined
  const power = (percent ? [-2] : [3, 4, 8, -3, -4, -8]).find((each) => Math.abs(exact - each) < 0.45)
  if (power === undefined) return undefined
  return { power, suggestion: Number(`${value < 0 ? '-' : ''}${shift(editEntry(Math.abs(value)), -power)}`) }
}
