/** A regular expression as a tree; `atom` is the source of what matches one character. */
export type Tree =
  | { kind: 'atom'; source: string }
  | { kind: 'edge'; source: string }
  | { kind: 'all' | 'any'; parts: readonly Tree[] }
  | { kind: 'repeat'; part: Tree; least: number; most: number }

/** Why a pattern is refused: malformed, or of a kind that no pass over the text decides. */
export type Refusal = 'syntax' | 'backreference' | 'lookaround' | 'size'

/** Reads a pattern; what JavaScript does not read itself (with the `u` flag) is malformed. */
export function parse(pattern: string): Tree | Refusal {
  try {
    RegExp(pattern, 'u')
  } catch {
    return 'syntax'
  }
  const reader = new Reader(pattern)
  const tree = reader.alternatives()
  return reader.refusal ?? tree
}

const special = /^\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|.)/su
const counted = /^\{(\d+)(,?)(\d*)\}/

class Reader {
  refusal: Refusal | undefined
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  alternatives(): Tree {
    const parts = [this.sequence()]
    while (this.eat('|')) parts.push(this.sequence())
    return parts[1] ? { kind: 'any', parts } : (parts[0] as Tree)
  }

  private sequence(): Tree {
    const parts: Tree[] = []
    while (this.at < this.text.length && this.text[this.at] !== '|' && this.text[this.at] !== ')') parts.push(this.repeated(this.single()))
    return { kind: 'all', parts }
  }

  private single(): Tree {
    if (this.eat('(')) return this.group()
    if (this.text[this.at] === '^' || this.text[this.at] === '$') return { kind: 'edge', source: this.text[this.at++] as string }
    const source = this.text[this.at] === '\\' ? (special.exec(this.text.slice(this.at))?.[0] ?? '\\') : this.text[this.at] === '[' ? this.text.slice(this.at, this.classEnd()) : String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
    this.at += source.length
    if (/^\\(?:[1-9]|k)/.test(source)) this.refusal ??= 'backreference'
    return source === '\\b' || source === '\\B' ? { kind: 'edge', source } : { kind: 'atom', source }
  }

  private group(): Tree {
    if (this.eat('?') && !this.eat(':')) {
      const name = /^<[^=!][^>]*>/.exec(this.text.slice(this.at))?.[0]
      if (name === undefined) this.refusal ??= 'lookaround'
      this.at += name?.length ?? 0
    }
    const inner = this.alternatives()
    this.eat(')')
    return inner
  }

  private repeated(part: Tree): Tree {
    const sign = this.text[this.at]
    const [all = '', least = '', comma, most = ''] = counted.exec(this.text.slice(this.at)) ?? []
    if (all === '' && sign !== '*' && sign !== '+' && sign !== '?') return part
    this.at += all === '' ? 1 : all.length
    this.eat('?')
    if (all !== '') return { kind: 'repeat', part, least: Number(least), most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most) }
    return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity }
  }

  private classEnd(): number {
    for (let i = this.at + 1; i < this.text.length; i++) {
      if (this.text[i] === '\\') i++
      else if (this.text[i] === ']') return i + 1
    }
    return this.text.length
  }

  private eat(char: string): boolean {
    if (this.text[this.at] !== char) return false
    this.at++
    return true
  }
}
