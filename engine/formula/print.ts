import type { Rule } from '../../schemas/index.ts'
import { rootOf, roots, rowWise, Scope, spelledColumn, type FormulaLocale, type Vocabulary } from './names.ts'

/**
 * Writes a rule as a formula. Every rule has a text, and `parse` reads that text back to the same bytes: what has no
 * spelling of its own (an operator without a word, an argument that is no list) stands in backquotes as it is stored.
 */
export function print(rule: Rule, vocabulary: Vocabulary, locale: FormulaLocale = 'zh'): string {
  return write(rule, new Scope(vocabulary), locale, level.or, 1)
}

/** How tightly each form binds; an operand that binds more loosely than its place is put in parentheses. */
const level = { or: 1, and: 2, comparison: 3, fallback: 4, sum: 5, product: 6, unary: 7, primary: 8 } as const

const infix: Readonly<Record<string, { level: number; min: number; max: number; zh: string; en: string }>> = {
  or: { level: level.or, min: 2, max: Infinity, zh: '或', en: 'OR' },
  and: { level: level.and, min: 2, max: Infinity, zh: '且', en: 'AND' },
  '==': { level: level.comparison, min: 2, max: 2, zh: '=', en: '=' },
  '===': { level: level.comparison, min: 2, max: 2, zh: '===', en: '===' },
  '!=': { level: level.comparison, min: 2, max: 2, zh: '≠', en: '<>' },
  '!==': { level: level.comparison, min: 2, max: 2, zh: '!==', en: '!==' },
  '>=': { level: level.comparison, min: 2, max: 2, zh: '≥', en: '>=' },
  '<=': { level: level.comparison, min: 2, max: 3, zh: '≤', en: '<=' },
  '>': { level: level.comparison, min: 2, max: 2, zh: '>', en: '>' },
  '<': { level: level.comparison, min: 2, max: 3, zh: '<', en: '<' },
  '??': { level: level.fallback, min: 2, max: Infinity, zh: '??', en: '??' },
  '+': { level: level.sum, min: 2, max: Infinity, zh: '+', en: '+' },
  '-': { level: level.sum, min: 2, max: 2, zh: '-', en: '-' },
  '*': { level: level.product, min: 2, max: Infinity, zh: '*', en: '*' },
  '/': { level: level.product, min: 2, max: 2, zh: '/', en: '/' },
}
const calls: Readonly<Record<string, { zh: string; en: string }>> = { and: { zh: '且', en: 'AND' }, or: { zh: '或', en: 'OR' }, '!': { zh: '非', en: 'NOT' } }
const constants = { zh: { true: '真', false: '假', null: '空' }, en: { true: 'TRUE', false: 'FALSE', null: 'NULL' } } as const

/** Deeper than the reader goes, a rule stands as it is stored. */
const deepest = 60

function write(rule: Rule, scope: Scope, locale: FormulaLocale, place: number, depth: number): string {
  if (typeof rule === 'number') return bracket(JSON.stringify(rule), rule < 0 ? level.unary : level.primary, place)
  if (typeof rule === 'string') return `"${rule.replace(/["\\]/g, '\\$&')}"`
  if (rule === null || typeof rule === 'boolean') return constants[locale][`${rule}`]
  if (depth > deepest) return raw(rule)
  if (Array.isArray(rule)) return `{${rule.map((item) => write(item, scope, locale, level.or, depth + 1)).join(', ')}}`
  const [entry, ...more] = Object.entries(rule)
  if (!entry || more.length > 0) return raw(rule)
  const [operator, operands] = entry
  if (operator === 'var' && typeof operands === 'string') return name(operands, scope, locale) ?? raw(rule)
  if (!Array.isArray(operands) || (operator === 'var' && plainVar(operands[0]) !== undefined)) return raw(rule)
  return column(operator, operands, scope) ?? negative(operator, operands, scope, locale, place, depth) ?? joined(operator, operands, scope, locale, place, depth) ?? call(operator, operands, scope, locale, depth)
}

const bracket = (text: string, own: number, place: number): string => (own < place ? `(${text})` : text)
const raw = (rule: Rule): string => `\`${JSON.stringify(rule).replaceAll('`', '\\u0060')}\``

function name(path: string, scope: Scope, locale: FormulaLocale): string | undefined {
  const spelled = scope.spelled(path)
  const root = path.includes('.') ? roots[rootOf(path)] : undefined
  return spelled !== undefined && root ? `${root[locale]}.${spelled}` : spelled
}

/** `{"map":[table, column]}` is written `表.列`. */
function column(operator: string, operands: readonly Rule[], scope: Scope): string | undefined {
  const [list, item] = operands
  if (operator !== 'map' || operands.length !== 2 || list === undefined) return undefined
  const [path, id] = [plainVar(list), plainVar(item)]
  const table = path === undefined ? undefined : scope.table(list)
  if (path === undefined || id === undefined || !table || path.includes('.')) return undefined
  const [tableName, columnName] = [name(path, scope, 'zh'), spelledColumn(table, id)]
  return tableName !== undefined && columnName !== undefined ? `${tableName}.${columnName}` : undefined
}

function plainVar(rule: Rule | undefined): string | undefined {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return undefined
  const path = rule['var']
  return Object.keys(rule).length === 1 && typeof path === 'string' ? path : undefined
}

function negative(operator: string, operands: readonly Rule[], scope: Scope, locale: FormulaLocale, place: number, depth: number): string | undefined {
  const [operand] = operands
  if (operator !== '-' || operands.length !== 1 || operand === undefined) return undefined
  return bracket(typeof operand === 'number' ? `-(${JSON.stringify(operand)})` : `-${write(operand, scope, locale, level.unary, depth + 1)}`, level.unary, place)
}

function joined(operator: string, operands: readonly Rule[], scope: Scope, locale: FormulaLocale, place: number, depth: number): string | undefined {
  const form = infix[operator]
  if (!form || operands.length < form.min || operands.length > form.max) return undefined
  const tight = form.level + 1
  const parts = operands.map((operand, i) => {
    const leftNests = i === 0 && (form.level === level.sum || form.level === level.product) && !(form.max === Infinity && operatorOf(operand) === operator)
    return write(operand, scope, locale, leftNests ? form.level : tight, depth + 1)
  })
  return bracket(parts.join(` ${form[locale]} `), form.level, place)
}

const operatorOf = (rule: Rule): string | undefined => (typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? Object.keys(rule)[0] : undefined)

function call(operator: string, operands: readonly Rule[], scope: Scope, locale: FormulaLocale, depth: number): string {
  const known = calls[operator]?.[locale] ?? scope.call(operator, locale)
  const word = known !== undefined && (calls[operator] || scope.operator(known) === operator) ? known : operator.includes('`') ? undefined : `\`${operator}\``
  if (word === undefined) return raw({ [operator]: [...operands] })
  const [first] = operands
  const inner = rowWise.has(operator) && first !== undefined ? scope.inside(scope.table(first)) : scope
  const parts = operands.map((operand, i) => {
    const path = operator === 'var' && i === 0 && typeof operand === 'string' ? name(operand, scope, locale) : undefined
    return path ?? write(operand, i === 0 ? scope : inner, locale, level.or, depth + 1)
  })
  return `${word}(${parts.join(', ')})`
}
