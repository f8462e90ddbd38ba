import type { Rule } from '../../schemas/index.ts'
import { roots, rowWise, Scope, type Vocabulary } from './names.ts'
import { nearest } from './nearest.ts'
import { flat, tokenise, type FormulaError, type Token } from './tokens.ts'

/** A formula read: the rule, or where it went wrong. */
export type Parsed = { rule: Rule; error?: undefined } | { rule?: undefined; error: FormulaError }

const comparisons: Readonly<Record<string, string>> = { '=': '==', '==': '==', '===': '===', '!=': '!=', '<>': '!=', '!==': '!==', '>=': '>=', '=>': '>=', '<=': '<=', '=<': '<=', '<': '<', '>': '>' }
const words: Readonly<Record<string, string>> = { 且: 'and', 并且: 'and', AND: 'and', '&&': 'and', 或: 'or', 或者: 'or', OR: 'or', '||': 'or', 非: '!', NOT: '!' }
const constants: Readonly<Record<string, Rule>> = { 真: true, TRUE: true, 假: false, FALSE: false, 空: null, NULL: null }
const maxDepth = 64

/**
 * Reads a formula as office staff write it into a rule. Names are titles or ids; `print` turns every rule into a text
 * that this reads back to the same bytes.
 */
export function parse(source: string, vocabulary: Vocabulary): Parsed {
  const { tokens, error } = tokenise(source)
  if (error) return { error }
  try {
    const parser = new Parser(tokens, flat(source))
    const rule = parser.or(new Scope(vocabulary))
    parser.expect('end')
    return { rule }
  } catch (thrown) {
    if (thrown instanceof Failure) return { error: thrown.error }
    throw thrown
  }
}

/** Leaves the descent at the first error; never seen outside this file. */
class Failure extends Error {
  readonly error: FormulaError
  constructor(error: FormulaError) {
    super(error.code)
    this.error = error
  }
}

class Parser {
  private at = 0
  private depth = 0
  private readonly tokens: readonly Token[]
  private readonly source: string
  constructor(tokens: readonly Token[], source: string) {
    this.tokens = tokens
    this.source = source
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end', value: '', from: 0, to: 0 }
  }
  private is(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.value === sign
  }
  private next(): Token {
    const token = this.token
    this.at++
    return token
  }
  private fail(code: string, token: Token, params?: Record<string, string>, suggestion?: string): never {
    throw new Failure({ code, from: token.from, to: Math.max(token.to, token.from + 1), ...(params && { params }), ...(suggestion !== undefined && { suggestion }) })
  }

  expect(sign: string): void {
    if (sign === 'end' ? this.token.kind === 'end' : this.is(sign)) this.at++
    else if (sign === 'end') this.fail('formula.end', this.token, { found: this.token.value })
    else this.fail('formula.expected', this.token, { wanted: sign, found: this.token.value })
  }

  or(scope: Scope): Rule {
    if (++this.depth > maxDepth) this.fail('formula.depth', this.token)
    const rule = this.chain(scope, 'or', (inner) => this.chain(inner, 'and', (deep) => this.comparison(deep)))
    this.depth--
    return rule
  }

  /** `a 且 b 且 c` is one rule of three; a group in parentheses stays a group. */
  private chain(scope: Scope, operator: 'and' | 'or', operand: (scope: Scope) => Rule): Rule {
    const parts = [operand(scope)]
    while ((this.token.kind === 'name' || this.token.kind === 'sign') && words[this.token.value.toUpperCase()] === operator) {
      this.at++
      parts.push(operand(scope))
    }
    return parts.length === 1 ? (parts[0] as Rule) : { [operator]: parts }
  }

  private comparison(scope: Scope): Rule {
    const first = this.fallback(scope)
    if (this.token.kind !== 'sign') return first
    const operator = comparisons[this.token.value]
    if (operator === undefined) return first
    this.at++
    const parts = [first, this.fallback(scope)]
    if (this.token.kind === 'sign' && comparisons[this.token.value] !== undefined) {
      if (comparisons[this.token.value] !== operator || (operator !== '<' && operator !== '<=')) this.fail('formula.chain', this.token)
      this.at++
      parts.push(this.fallback(scope))
    }
    return { [operator]: parts }
  }

  private fallback(scope: Scope): Rule {
    const parts = [this.sum(scope)]
    while (this.is('??')) {
      this.at++
      parts.push(this.sum(scope))
    }
    return parts.length === 1 ? (parts[0] as Rule) : { '??': parts }
  }

  private sum(scope: Scope): Rule {
    return this.binary(scope, '+', '-', () => this.product(scope))
  }
  private product(scope: Scope): Rule {
    return this.binary(scope, '*', '/', () => this.unary(scope))
  }

  /** `a + b + c` is one rule of three; `a − b − c` nests to the left, as does a mixture. */
  private binary(scope: Scope, many: string, two: string, operand: () => Rule): Rule {
    let left = operand()
    let open: Rule[] | undefined
    while (this.is(many) || this.is(two)) {
      const sign = this.next().value
      const right = operand()
      if (sign === two) {
        left = { [two]: [left, right] }
        open = undefined
      } else if (open) open.push(right)
      else left = { [many]: (open = [left, right]) }
    }
    return left
  }

  private unary(scope: Scope): Rule {
    while (this.is('+')) this.at++
    if (!this.is('-')) return this.percent(scope)
    const sign = this.next()
    if (this.token.kind === 'number' && this.token.from === sign.to) {
      const value = this.percent(scope)
      return typeof value === 'number' ? -value : { '-': [value] }
    }
    if (++this.depth > maxDepth) this.fail('formula.depth', sign)
    const value = this.unary(scope)
    this.depth--
    return { '-': [value] }
  }

  /** `5%` is the number 0.05, shifted in decimals and not divided. */
  private percent(scope: Scope): Rule {
    const value = this.primary(scope)
    if (!this.is('%')) return value
    const sign = this.next()
    if (typeof value !== 'number') this.fail('formula.percent', sign)
    const [digits, exponent = '0'] = String(value).split('e')
    return Number(`${digits}e${Number(exponent) - 2}`)
  }

  private primary(scope: Scope): Rule {
    const token = this.next()
    switch (token.kind) {
      case 'number':
        return Number(token.value)
      case 'text':
        return token.value
      case 'quoted':
        return this.name(token, scope)
      case 'raw':
        return this.raw(token, scope)
      case 'name':
        return this.word(token, scope)
      case 'sign':
        if (token.value === '{') return this.list(scope)
        if (token.value !== '(') return this.fail('formula.unexpected', token, { found: token.value })
        return this.group(scope)
      case 'end':
        return this.fail('formula.incomplete', token)
    }
  }

  private group(scope: Scope): Rule {
    const inner = this.or(scope)
    this.expect(')')
    return inner
  }

  private list(scope: Scope): Rule[] {
    return this.items('}', () => scope)
  }

  /** The arguments of a function; after the first argument of a row-wise one, names mean the columns of its table. */
  private call(operator: string, scope: Scope): Rule {
    this.expect('(')
    const items = this.items(')', (first) => (first !== undefined && rowWise.has(operator) ? scope.inside(scope.table(first)) : scope))
    return { [operator]: operator === 'var' ? items.map((item, i) => (i === 0 ? pathOf(item) : item)) : items }
  }

  private items(close: string, scopeAfter: (first: Rule | undefined) => Scope): Rule[] {
    const items: Rule[] = []
    while (!this.is(close)) {
      items.push(this.or(scopeAfter(items[0])))
      if (!this.is(close)) this.expect(',')
    }
    this.at++
    return items
  }

  /** A function, a constant, a root, or a name. */
  private word(token: Token, scope: Scope): Rule {
    const upper = token.value.toUpperCase()
    if (this.is('(')) {
      const operator = words[upper] ?? scope.operator(token.value)
      if (operator !== undefined) return this.call(operator, scope)
      const path = this.wholeTitle(token, scope.under(''))?.path
      if (path !== undefined) return this.member(path, token, scope)
      const near = nearest(token.value, scope.functions().flatMap(({ zh, en }) => [...zh, ...en]))
      return this.fail('formula.function', token, { name: token.value }, near)
    }
    if (Object.hasOwn(constants, upper)) return constants[upper] as Rule
    if (words[upper] === '!') return this.fail('formula.not', token)
    return this.name(token, scope)
  }

  private name(token: Token, scope: Scope): Rule {
    const root = Object.keys(roots).find((key) => token.value === key || token.value === roots[key]?.zh)
    if (token.kind === 'name' && root !== undefined && this.is('.')) {
      this.at++
      const member = this.next()
      return { var: scope.find(root, member.value) ?? this.wholeTitle(member, scope.under(root))?.path ?? this.unknown(member, scope, root) }
    }
    return this.member(scope.find('', token.value) ?? this.wholeTitle(token, scope.under(''))?.path ?? this.unknown(token, scope, ''), token, scope)
  }

  /** A name, or a column of it. */
  private member(path: string, token: Token, scope: Scope): Rule {
    if (!this.is('.')) return { var: path }
    const columns = scope.table({ var: path })?.columns ?? []
    this.at++
    const column = this.next()
    const named = columns.find(({ id }) => id === column.value)
    const titled = columns.filter(({ title }) => title === column.value)
    if (!named && titled.length > 1) return this.fail('formula.ambiguous', column, { name: column.value }, titled[0]?.id)
    const found = named ?? titled[0] ?? this.wholeTitle(column, columns)
    if (!found) return this.fail('formula.column', column, { table: token.value, name: column.value }, nearest(column.value, columns.map(({ title }) => title)))
    return { map: [{ var: path }, { var: found.id }] }
  }

  /** The longest title that stands here as it is written, with signs and spaces of its own: `达标率(%)`. */
  private wholeTitle<T extends { title: string }>(token: Token, candidates: readonly T[]): T | undefined {
    if (token.kind !== 'name') return undefined
    const standing = candidates.filter(({ title }) => title.length > token.to - token.from && this.source.startsWith(flat(title), token.from)).toSorted((a, b) => b.title.length - a.title.length)
    const found = standing.find(({ title }) => candidates.filter((one) => one.title === title).length === 1)
    const end = token.from + (found?.title.length ?? 0)
    const next = this.tokens.findIndex(({ from }) => from >= end)
    if (!found || (this.tokens[next - 1]?.to ?? 0) > end) return undefined
    this.at = next
    return found
  }

  private unknown(token: Token, scope: Scope, root: string): never {
    const candidates = scope.under(root)
    const [first, ...others] = candidates.filter(({ title }) => title === token.value)
    if (first && others.length > 0) return this.fail('formula.ambiguous', token, { name: token.value }, first.path.slice(root === '' ? 0 : root.length + 1))
    return this.fail('formula.name', token, { name: token.value }, nearest(token.value, candidates.flatMap(({ path, title }) => [title, path])))
  }

  /** Backquotes hold what has no other spelling: a rule as JSON, or an operator's stored name before its arguments. */
  private raw(token: Token, scope: Scope): Rule {
    if (this.is('(')) return this.call(token.value, scope)
    try {
      return JSON.parse(token.value) as Rule
    } catch {
      return this.fail('formula.json', token)
    }
  }
}

const pathOf = (item: Rule): Rule => (typeof item === 'object' && item !== null && !Array.isArray(item) && typeof item['var'] === 'string' ? item['var'] : item)
