/** One token of a formula with its place in the text. */
export interface Token {
  kind: 'number' | 'text' | 'name' | 'quoted' | 'raw' | 'sign' | 'end'
  /** Number and text: the literal's value as text; name, quoted and raw: what stands inside; sign: the sign in its plain form. */
  value: string
  from: number
  to: number
}

/** A formula that cannot be read: where, why, and what might be meant. */
export interface FormulaError { code: string; from: number; to: number; params?: Record<string, string>; suggestion?: string }

const plain: Readonly<Record<string, string>> = {
  '（': '(', '）': ')', '，': ',', '、': ',', '＋': '+', '－': '-', '−': '-', '＊': '*', '×': '*', '／': '/', '÷': '/',
  '＝': '=', '＜': '<', '＞': '>', '≥': '>=', '≧': '>=', '≤': '<=', '≦': '<=', '≠': '!=', '％': '%', '｛': '{', '｝': '}',
  '–': '-', '—': '-', ';': ',', '；': ',',
}
const signs = ['===', '!==', '=>', '=<', '&&', '||', '>=', '<=', '==', '!=', '<>', '??', '(', ')', ',', '+', '-', '*', '/', '=', '<', '>', '%', '.', '{', '}']
const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', "'": "'", '‘': '’', '’': '’', '「': '」', '『': '』', '[': ']', '【': '】', '`': '`' }
const names = new Set(['[', '【'])
/** What is meant by signs that have no meaning here. */
const meant: Readonly<Record<string, string>> = { '^': 'POWER(a, b)', '&': 'CONCAT(a, b)' }

/** Full-width digits, letters and points as their plain forms, one for one. */
const narrow = (source: string): string => source.replace(/[\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff3f]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Whether a sign opens a text. */
export const opensText = (sign: string): boolean => closing[sign] !== undefined && !names.has(sign) && sign !== '`'

/** A title as it may be typed: full-width brackets and percent signs count as plain ones, one for one. */
export const flat = (text: string): string => narrow(text).replace(/[（）％]/g, (char) => plain[char] ?? char)

const numbers = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}_\d])/uy
const words = /[\p{L}\p{N}_]+/uy

/** What a pattern finds exactly at a place. */
function found(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Splits a formula into tokens; full-width signs, digits and letters count as their plain forms. */
export function tokenise(source: string): { tokens: Token[]; error?: FormulaError } {
  const text = narrow(source)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (/\s/u.test(char)) {
      at++
      continue
    }
    const from = at
    const close = closing[char]
    if (close !== undefined) {
      const token = quoted(text, source, at, char, close)
      if (!token) return { tokens, error: { code: 'formula.unclosed', from, to: text.length, params: { sign: char } } }
      tokens.push(token)
      at = token.to
      continue
    }
    const number = found(numbers, text, at)
    if (number !== undefined) {
      at += number.length
      if (!Number.isFinite(Number(number))) return { tokens, error: { code: 'formula.number', from, to: at, params: { number } } }
      tokens.push({ kind: 'number', value: number, from, to: at })
      continue
    }
    const word = found(words, text, at)
    if (word !== undefined) {
      at += word.length
      tokens.push({ kind: 'name', value: word, from, to: at })
      continue
    }
    const normal = plain[char]
    const sign = normal ?? signs.find((candidate) => text.startsWith(candidate, at))
    if (sign === undefined) return { tokens, error: { code: 'formula.character', from, to: from + 1, params: { character: char }, ...(meant[char] !== undefined && { suggestion: meant[char] }) } }
    at += normal === undefined ? sign.length : 1
    tokens.push({ kind: 'sign', value: sign, from, to: at })
  }
  tokens.push({ kind: 'end', value: '', from: text.length, to: text.length })
  return { tokens }
}

/** A text, a bracketed name or a raw rule: everything up to the closing sign; in a text `\` keeps the next character, and a doubled sign is one. */
function quoted(text: string, source: string, from: number, open: string, close: string): Token | undefined {
  const kind = open === '`' ? 'raw' : names.has(open) ? 'quoted' : 'text'
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    const char = source[at] ?? ''
    if (kind === 'text' && char === '\\' && at + 1 < text.length) value += source[++at] ?? ''
    else if (kind === 'text' && char === close && open === close && source[at + 1] === close) value += source[++at] ?? ''
    else if (char === close) return { kind, value, from, to: at + 1 }
    else value += char
  }
  return undefined
}
