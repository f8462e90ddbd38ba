import { Refusal } from './errors.ts'

/** Hard limits on what is read before anything looks at it. */
export interface JsonLimits { depth: number; keys: number; items: number; text: number }
export const requestLimits: JsonLimits = { depth: 32, keys: 10_000, items: 10_000, text: 100_000 }
export const documentLimits: JsonLimits = { depth: 96, keys: 400_000, items: 400_000, text: 100_000 }

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Strict JSON: UTF-8, no duplicate or prototype keys, no number that would change, no lone surrogate or NUL, within limits. */
export function parseJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  const text = decode(bytes)
  if (text.trim() === '') throw new Refusal('BODY_REQUIRED')
  scan(text, limits)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new Refusal('JSON_INVALID', { place: /position (\d+)/.exec((error as Error).message)?.[1] ?? '' })
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('TEXT_NOT_ALLOWED')
  }
}

/** One pass over the text. It judges only what JSON.parse would let through; grammar is left to JSON.parse. */
function scan(text: string, limits: JsonLimits): void {
  const open: (Set<string> | undefined)[] = []
  let keys = 0
  let items = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x22) {
      const end = endOfText(text, at)
      if (end - at - 1 > limits.text) throw new Refusal('JSON_TOO_LARGE', { place: at })
      const value = textOf(text, at, end)
      const names = open.at(-1)
      if (names && isKey(text, end)) {
        if (forbidden.has(value)) throw new Refusal('KEY_NOT_ALLOWED', { key: value })
        if (names.has(value)) throw new Refusal('DUPLICATE_KEY', { key: value })
        names.add(value)
        if (++keys > limits.keys) throw new Refusal('JSON_TOO_LARGE', { place: at })
      }
      at = end
    } else if (character === 0x7b || character === 0x5b) {
      open.push(character === 0x7b ? new Set() : undefined)
      if (open.length > limits.depth) throw new Refusal('JSON_TOO_DEEP', { place: at, limit: limits.depth })
    } else if (character === 0x7d || character === 0x5d) open.pop()
    else if (character === 0x2c) {
      if (!open.at(-1) && ++items > limits.items) throw new Refusal('JSON_TOO_LARGE', { place: at })
    } else if (character === 0x2d || (character >= 0x30 && character <= 0x39)) at = checkNumber(text, at) - 1
  }
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x5c) at++
    else if (character === 0x22) return at
  }
  throw new Refusal('JSON_INVALID', { place: start })
}

function textOf(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end)
  if (!raw.includes('\\')) return raw
  let value: string
  try {
    value = JSON.parse(`"${raw}"`) as string
  } catch {
    throw new Refusal('JSON_INVALID', { place: start })
  }
  if (/[\ud800-\udfff]/u.test(value) || value.includes('\0')) throw new Refusal('TEXT_NOT_ALLOWED', { place: start })
  return value
}

function isKey(text: string, end: number): boolean {
  let at = end + 1
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++
  return text[at] === ':'
}

const numeral = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function checkNumber(text: string, start: number): number {
  numeral.lastIndex = start
  const token = numeral.exec(text)?.[0]
  if (token === undefined) return start + 1
  const value = Number(token)
  const digits = token.replace(/[eE].*$/, '').replaceAll(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
  const exact = Number.isFinite(value) && digits.length <= 17 && (digits === '' || value !== 0) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || !Number.isInteger(value) || digits.length <= 15)
  if (!exact) throw new Refusal('NUMBER_NOT_EXACT', { number: token.slice(0, 40) })
  return start + token.length
}
