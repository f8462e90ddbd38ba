import type { Issue } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import { formatNumber, type Locale } from './format.ts'
import { owned } from './names.ts'
import { rowName } from './rowName.ts'
import { en } from './strings.en.ts'
import { zh } from './strings.zh.ts'

const kinds: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: { number: '数值', ratio: '比值', text: '文本', boolean: '是/否', date: '日期', list: '列表', table: '表格', row: '表格行', nothing: '空值', object: '对象', string: '文本', criteria: '条件', score: '得分规则', value: '判定值', bands: '区间', scale: '等级体系', syntax: '写法有误', backreference: '不支持反向引用', lookaround: '不支持前后查找', size: '展开后太长' },
  en: { number: 'a number', ratio: 'a ratio', text: 'a text', boolean: 'yes/no', date: 'a date', list: 'a list', table: 'a table', row: 'a row', nothing: 'nothing', object: 'an object', string: 'a text', criteria: 'conditions', score: 'score rule', value: 'value', bands: 'bands', scale: 'scale', syntax: 'malformed', backreference: 'no back-references', lookaround: 'no look-around', size: 'too long when written out' },
}

/**
 * An issue in words. With `compiled`, answers are called by their titles, down to the row and column of a table; without,
 * by their ids. An unknown code is given as it is.
 */
export function messageOf({ code, params = {}, path }: Issue, locale: Locale = 'zh', compiled?: Compiled): string {
  const strings: Readonly<Record<string, string>> = locale === 'zh' ? zh : en
  const pattern = owned(strings, code)
  if (pattern === undefined) return code
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'title' ? titleOf(path, params, compiled, locale) : params[name]
    if (name === 'suggestion') return value === undefined ? '' : locale === 'zh' ? `，是否为“${spoken(value, locale)}”？` : `; did you mean “${spoken(value, locale)}”?`
    if (name === 'example') return value === undefined ? '' : locale === 'zh' ? `（如 ${spoken(value, locale)}）` : ` (such as ${spoken(value, locale)})`
    if (name === 'proven') return value === false ? unproven[locale] : ''
    return spoken(value, locale, named.has(name))
  })
  return filled.replaceAll(/ {2,}/g, ' ').replaceAll(/ (?=[，。：）])/g, '').trim()
}

const unproven: Readonly<Record<Locale, string>> = { zh: '（未证明：没有找到这样的答案，也不能排除）', en: ' (not proven: no such answers were found, nor can they be ruled out)' }

/** Parameters that name a kind of value or a part of a document; in the others a word is somebody's own. */
const named = new Set(['expected', 'actual', 'left', 'right', 'part', 'reason'])

function spoken(value: unknown, locale: Locale, kind = false): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return formatNumber(value, { locale })
  if (Array.isArray(value)) return value.map((item) => spoken(item, locale, kind)).join(locale === 'zh' ? '、' : ', ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (kind ? owned(kinds[locale], text) : undefined) ?? text
}

/** `/answers/schools/3/area` as 学校 · 第四行 or its key · 面积. */
function titleOf(path: string, params: Readonly<Record<string, unknown>>, compiled: Compiled | undefined, locale: Locale): string {
  const [, root, id = '', row, column] = path.split('/')
  const field = root === 'answers' ? compiled?.fields.get(id) : undefined
  const own = field?.schema.title ?? (typeof params['title'] === 'string' ? params['title'] : id)
  if (row === undefined || root !== 'answers') return typeof params['title'] === 'string' && !field ? params['title'] : own
  const place = typeof params['row'] === 'string' ? params['row'] : (field && rowName(field.schema, field.schema['x-rows']?.[Number(row)])) ?? rowAt[locale](Number(row) + 1)
  const cell = column === undefined ? undefined : (field?.schema.items?.properties?.[column]?.title ?? column)
  return [own, place, cell].filter((part) => part !== undefined).join(' · ')
}

/** A row without a name, by its place. */
export const rowAt: Readonly<Record<Locale, (place: number) => string>> = { zh: (place) => `第 ${place} 行`, en: (place) => `row ${place}` }
