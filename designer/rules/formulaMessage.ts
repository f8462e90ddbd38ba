import type { FormulaError } from '../../engine/index.ts'

const zh: Record<string, string> = {
  'formula.name': '没有“{name}”这个名称', 'formula.ambiguous': '“{name}”不止一个，请写标识', 'formula.function': '没有“{name}”这个函数', 'formula.column': '表“{table}”没有“{name}”列',
  'formula.expected': '第 {at} 个字符处应为“{expected}”', 'formula.unexpected': '第 {at} 个字符处多了“{found}”', 'formula.incomplete': '公式没有写完', 'formula.unclosed': '“{sign}”没有配对', 'formula.character': '不认识“{character}”',
  'formula.chain': '连续比较只能用同一个 < 或 ≤', 'formula.percent': '% 只能跟在数值后面', 'formula.not': '“非”后面要有括号', 'formula.json': '反引号里不是合法的规则', 'formula.depth': '括号太深',
}
const en: Record<string, string> = {
  'formula.name': 'There is no “{name}”', 'formula.ambiguous': 'More than one “{name}”, use the id', 'formula.function': 'There is no function “{name}”', 'formula.column': 'Table “{table}” has no column “{name}”',
  'formula.expected': '“{expected}” expected at {at}', 'formula.unexpected': '“{found}” not expected at {at}', 'formula.incomplete': 'The formula is not finished', 'formula.unclosed': '“{sign}” has no partner', 'formula.character': '“{character}” is not known',
  'formula.chain': 'Chained comparisons take one kind of < or ≤', 'formula.percent': '% follows a number', 'formula.not': 'NOT needs brackets', 'formula.json': 'No valid rule in the backquotes', 'formula.depth': 'Brackets too deep',
}

/** Why a formula cannot be read, with what may be meant. */
export function formulaMessage({ code, from, params = {}, suggestion }: FormulaError, locale: 'zh' | 'en'): string {
  const pattern = (locale === 'zh' ? zh : en)[code] ?? code
  const end = code === 'formula.expected' && params['expected'] === ''
  const text = end ? (locale === 'zh' ? '第 {at} 个字符起多余' : 'Nothing more expected from {at}') : pattern
  const filled = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'at' ? String(from + 1) : (params[name] ?? '')))
  return suggestion === undefined ? `${filled}${locale === 'zh' ? '。' : '.'}` : locale === 'zh' ? `${filled}，是否为“${suggestion}”？` : `${filled}; did you mean “${suggestion}”?`
}
