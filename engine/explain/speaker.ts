import { levelWords } from '../levelWords.ts'
import { owned } from '../names.ts'
import type { Level, Rule } from '../../schemas/index.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import { formatNumber, type Locale } from '../format.ts'
import { get } from '../slots.ts'
import { wordsOf } from '../words.ts'
import { phrases, type Phrases } from './phrases.ts'
import type { Frame } from '../rule/contract.ts'

/** Everything sentences about one point need. */
export interface Speaker {
  compiled: Compiled
  point: PointInfo
  frame: Frame
  locale: Locale
  say: Phrases
  /** A number with the decimals and unit of what it is. */
  number(value: number, unit?: string, decimals?: number): string
  /** A name with its present value: 教育支出增长率 3.85 %. */
  valued(path: string): string | undefined
  /** A name alone. */
  title(path: string): string | undefined
  /** A rule with present values in it. */
  words(rule: Rule): string
  level(level: Level | undefined): string
}

export function speakerOf(compiled: Compiled, point: PointInfo, frame: Frame, locale: Locale): Speaker {
  const number = (value: number, unit?: string, decimals?: number): string => formatNumber(value, { locale, ...(unit !== undefined && { unit }), ...(decimals !== undefined && { decimals }) })
  const variableOf = (path: string) => compiled.scope.variable(path.startsWith('evidence.') ? `evidence.${point.id}.${path.slice('evidence.'.length)}` : path)
  const title = (path: string): string | undefined => {
    const known = variableOf(path)?.title
    if (known !== undefined) return known
    const [table = '', column = ''] = path.split('.')
    const type = compiled.scope.variable(table)?.type
    return type?.kind === 'table' ? type.columns.find(({ id }) => id === column)?.title : undefined
  }
  const valued = (path: string): string | undefined => {
    const variable = variableOf(path)
    const own = title(path)
    if (!variable || own === undefined) return own
    const value = variable.constant ?? get(frame, variable)
    if (typeof value === 'number') return `${own} ${number(value, variable.unit, decimalsOf(compiled, path))}`
    if (typeof value === 'boolean') return `${own}${phrases[locale].colon}${phrases[locale].answer(value)}`
    if (typeof value === 'string') return `${own} ${optionTitle(compiled, path, value)}`
    return own
  }
  return {
    compiled, point, frame, locale, say: phrases[locale], number, valued, title,
    words: (rule) => wordsOf(rule, (path, bare) => (bare ? title(path) : valued(path)), locale),
    level: (level) => (level ? levelWords(level) : ''),
  }
}

/** How many decimals a name is shown with. */
export function decimalsOf(compiled: Compiled, path: string): number | undefined {
  const calculation = compiled.calculations.find(({ id }) => id === path)
  if (calculation) return calculation.decimals
  if (path.startsWith('params.')) return owned(compiled.framework.parameters, path.slice('params.'.length))?.decimals
  return compiled.fields.get(path)?.schema['x-decimals']
}

/** What a choice is called. */
export const optionTitle = (compiled: Compiled, path: string, value: string): string => compiled.fields.get(path)?.schema.oneOf?.find((option) => option.const === value)?.title ?? value

const compares = new Set(['==', '===', '!=', '!==', 'in'])

/** A rule with the options it compares with called by their titles: 审计结论 = “无保留意见”. */
export function titled(rule: Rule, compiled: Compiled): Rule {
  if (Array.isArray(rule)) return rule.map((part) => titled(part, compiled))
  if (typeof rule !== 'object' || rule === null) return rule
  return Object.fromEntries(Object.entries(rule).map(([operator, argument]): [string, Rule] => {
    if (!compares.has(operator) || !Array.isArray(argument)) return [operator, operator === 'var' ? argument : titled(argument, compiled)]
    const field = argument.map((part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? part['var'] : undefined)).find((name) => typeof name === 'string')
    const named = (part: Rule): Rule => (Array.isArray(part) ? part.map(named) : typeof part === 'string' && typeof field === 'string' ? optionTitle(compiled, field, part) : titled(part, compiled))
    return [operator, argument.map(named)]
  }))
}
