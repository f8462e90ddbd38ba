import type { Rule } from '../schemas/index.ts'
import { operators } from './operators/index.ts'
import type { Operator } from './rule/contract.ts'

export type WordsLocale = 'zh' | 'en'
/** Titles by path (`budget`, `params.line`, `table.column`), or a way to look them up; `bare` asks for the name without its value. */
export type Titles = Readonly<Record<string, string>> | ((path: string, bare?: boolean) => string | undefined)

interface Speaker { title(path: string, bare?: boolean): string; locale: WordsLocale; /** Inside a list, where the empty name is the item. */ inside?: boolean }

const texts = {
  zh: { yes: '是', no: '否', nothing: '空', list: '、', open: '（', close: '）', quote: '“', unquote: '”', previous: '去年', evidence: '件数', row: '本项', unchosen: '（还没有选名称）', every: '下列各项都成立：', current: '本行', accumulator: '累计值', given: ' 已填', absent: ' 未填', stop: '，' },
  en: { yes: 'yes', no: 'no', nothing: 'nothing', list: ', ', open: '(', close: ')', quote: '"', unquote: '"', previous: 'last year’s ', evidence: ' (files)', row: 'the item', unchosen: '(no name chosen)', every: 'all of these hold: ', current: 'this row', accumulator: 'the total so far', given: ' given', absent: ' not given', stop: ', ' },
} as const

/** A rule as people would say it: 今年生均支出 ≥ 去年生均支出. */
export function wordsOf(rule: Rule, titles: Titles, locale: WordsLocale): string {
  const find: (path: string, bare?: boolean) => string | undefined = typeof titles === 'function' ? titles : (path) => (Object.hasOwn(titles, path) ? titles[path] : undefined)
  return say(rule, { title: (path, bare) => titleOf(path, bare === true ? (each) => find(each, true) : find, locale), locale }, 0)
}

function titleOf(path: string, find: (path: string) => string | undefined, locale: WordsLocale): string {
  const known = find(path)
  if (known !== undefined) return known
  const [root = '', ...rest] = path.split('.')
  const name = rest.join('.')
  const words = texts[locale]
  if (root === 'previous' && name !== '') return `${words.previous}${find(name) ?? name}`
  if (root === 'evidence' && name !== '') return `${find(name) ?? name}${words.evidence}`
  if (path === '') return words.row
  if (path === 'current' || path === 'accumulator') return words[path]
  return find(name) ?? (root === 'current' ? name : path)
}

const isCall = (rule: Rule | undefined): rule is { [operator: string]: Rule } => typeof rule === 'object' && rule !== null && !Array.isArray(rule)
const nameOf = (rule: Rule | undefined): string | undefined => (isCall(rule) ? Object.keys(rule)[0] : undefined)
const argsOf = (rule: { [operator: string]: Rule }): readonly Rule[] => {
  const value = Object.values(rule)[0] ?? null
  return Array.isArray(value) ? value : [value]
}
const pathOf = (rule: Rule | undefined): string | undefined => {
  const [path] = isCall(rule) && nameOf(rule) === 'var' ? argsOf(rule) : []
  return typeof path === 'string' || typeof path === 'number' ? String(path) : undefined
}

/** `outside` is how tightly the surroundings bind; looser rules get brackets. */
function say(rule: Rule, speaker: Speaker, outside: number): string {
  const words = texts[speaker.locale]
  if (rule === null) return words.nothing
  if (typeof rule === 'boolean') return rule ? words.yes : words.no
  if (typeof rule === 'number') return rule < 0 ? `−${Math.abs(rule)}` : String(rule)
  if (typeof rule === 'string') return `${words.quote}${rule}${words.unquote}`
  if (Array.isArray(rule)) return `${words.open}${rule.map((part) => say(part, speaker, 0)).join(words.list)}${words.close}`
  const operator = operators.get(nameOf(rule) ?? '')
  if (!operator) return JSON.stringify(rule)
  const text = special(operator.name, argsOf(rule), speaker) ?? general(operator, argsOf(rule), speaker)
  return (operator.binds ?? (isCounting(rule) ? 1 : 9)) < outside ? `${words.open}${text}${words.close}` : text
}

function general(operator: Operator, args: readonly Rule[], around: Speaker): string {
  const speaker = operator.name === 'reduce' ? { ...around, inside: true } : around
  const { locale } = speaker
  const binds = operator.binds ?? 0
  if (operator.join) {
    // the right side of minus and divide, and both sides of a comparison, must bind tighter
    const strict = operator.name === '-' || operator.name === '/' || binds === 4
    return args.map((arg, i) => say(arg, speaker, strict && (i > 0 || binds === 4) ? binds + 1 : binds)).join(operator.join[locale])
  }
  const all = (): string => args.length === 1 && args[0] !== undefined ? say(args[0], speaker, 9) : args.map((arg) => say(arg, speaker, 0)).join(texts[locale].list)
  return operator.words[locale].replaceAll(/\{(\d|\*)\}/g, (_, index: string) => {
    const arg = index === '*' ? undefined : args[Number(index)]
    return index === '*' ? all() : arg === undefined ? missingPart(operator, Number(index)) : say(arg, speaker, Math.max(binds, 5))
  })
}

const missingPart = (operator: Operator, index: number): string => (operator.name === 'round' && index === 1 ? '0' : '')

/** Ways of speaking that no pattern gives. */
function special(name: string, args: readonly Rule[], speaker: Speaker): string | undefined {
  const [first, second] = args
  const words = texts[speaker.locale]
  switch (name) {
    case 'var': {
      const title = first === '' && !speaker.inside ? words.unchosen : speaker.title(typeof first === 'string' || typeof first === 'number' ? String(first) : '')
      return second === undefined ? title : (operators.get('var')?.words[speaker.locale] ?? '').replace('{0}', () => title).replace('{1}', () => say(second, speaker, 5))
    }
    case '-': return args.length === 1 && first !== undefined ? `−${say(first, speaker, 8)}` : undefined
    case 'if': case '?:': return branches(args, speaker)
    case '==': case '===': return filled(first, second, words.absent, speaker) ?? affirmed(first, second, speaker) ?? affirmed(second, first, speaker)
    case '!=': case '!==': return filled(first, second, words.given, speaker)
    case 'missing': return `${namesIn(args, speaker)}${words.absent}`
    case '!': return nameOf(first) === 'missing' && isCall(first) ? `${namesIn(argsOf(first), speaker)}${words.given}` : undefined
    case 'map': return first !== undefined && second !== undefined ? overRows(first, second, speaker) : undefined
    case 'filter': case 'all': case 'some': case 'none': return first !== undefined && second !== undefined ? asked(name, first, second, speaker) : undefined
    case 'count': return args.length === 1 && first !== undefined ? counted(first, speaker) : undefined
    case 'kOfN': return soMany(args, speaker)
    case 'coefficientOfVariation': return second === undefined ? undefined : `${say(first ?? null, speaker, 5)} ${speaker.locale === 'zh' ? '以' : 'weighted by'} ${say(second, speaker, 5)} ${speaker.locale === 'zh' ? '加权的差异系数' : ': coefficient of variation'}`
    default: return undefined
  }
}

/** Whether a rule counts conditions that stand in it one by one. */
const isCounting = (rule: Rule): boolean => isCall(rule) && nameOf(rule) === 'kOfN' && Array.isArray(argsOf(rule)[1])

/** The words before conditions that are counted (or joined to some that are), and the conditions; those that must hold besides are a second list. Undefined for anything else. */
export function countedIn(rule: Rule, titles: Titles, locale: WordsLocale): { head: string; items: readonly Rule[] }[] | undefined {
  if (isCall(rule) && nameOf(rule) === 'and' && argsOf(rule).some(isCounting)) return [{ head: texts[locale].every, items: argsOf(rule) }]
  if (!isCall(rule) || !isCounting(rule)) return undefined
  const [least = null, list, floors] = argsOf(rule)
  const [items, besides] = [list, floors].map((part) => (Array.isArray(part) ? part : undefined))
  if (!items || (floors !== undefined && !besides)) return undefined
  const needed = wordsOf(least, titles, locale)
  const all = least === items.length
  const head = locale === 'zh' ? (all ? texts.zh.every : `下列 ${items.length} 项中至少 ${needed} 项成立：`) : all ? texts.en.every : `at least ${needed} of these ${items.length} hold: `
  return [{ head, items }, ...(besides?.length ? [{ head: locale === 'zh' ? '并且下列各项都成立：' : 'and all of these hold: ', items: besides }] : [])]
}

/** At least so many of several, each with its number. */
function soMany(args: readonly Rule[], speaker: Speaker): string | undefined {
  const lists = countedIn({ kOfN: [...args] }, (path, bare) => speaker.title(path, bare), speaker.locale)
  const stop = speaker.locale === 'zh' ? '；' : '; '
  return lists?.map(({ head, items }) => head + items.map((item, i) => `${speaker.locale === 'zh' ? `（${i + 1}）` : `(${i + 1}) `}${say(item, speaker, 0)}`).join(stop)).join(stop)
}

/** A yes/no name that is asked to be the one or the other. */
function affirmed(name: Rule | undefined, wanted: Rule | undefined, speaker: Speaker): string | undefined {
  const path = pathOf(name)
  if (path === undefined || typeof wanted !== 'boolean') return undefined
  const answer = texts[speaker.locale][wanted ? 'yes' : 'no']
  return speaker.locale === 'zh' ? `${speaker.title(path, true)}为“${answer}”` : `${speaker.title(path, true)} is ${answer}`
}

/** A field compared with an empty text that also stands for no answer: whether it is filled in. */
function filled(rule: Rule | undefined, other: Rule | undefined, verb: string, speaker: Speaker): string | undefined {
  const [path, otherwise] = isCall(rule) && nameOf(rule) === 'var' ? argsOf(rule) : []
  return other === '' && otherwise === '' && typeof path === 'string' ? `${speaker.title(path)}${verb}` : undefined
}

function branches(args: readonly Rule[], speaker: Speaker): string {
  const zh = speaker.locale === 'zh'
  const parts: string[] = []
  let i = 0
  for (; i + 1 < args.length; i += 2) {
    const [test, then] = [say(args[i] ?? null, speaker, 2), say(args[i + 1] ?? null, speaker, 2)]
    parts.push(zh ? `若 ${test} 则 ${then}` : `if ${test} then ${then}`)
  }
  if (i < args.length) parts.push(parts.length === 0 ? say(args[i] ?? null, speaker, 0) : `${zh ? '否则 ' : 'otherwise '}${say(args[i] ?? null, speaker, 2)}`)
  return parts.join(texts[speaker.locale].stop)
}

const namesIn = (args: readonly Rule[], speaker: Speaker): string =>
  args.flat().map((name) => (typeof name === 'string' ? speaker.title(name) : say(name, speaker, 0))).join(texts[speaker.locale].list)

/** The speaker inside a table's rows: columns go by their own titles. */
function within(table: string | undefined, speaker: Speaker): Speaker {
  if (table === undefined) return { ...speaker, inside: true }
  return { ...speaker, inside: true, title: (path, bare) => {
    const column = `${table}.${path.replace(/^current\./, '')}`
    const title = speaker.title(column, bare)
    return title === column || title === path ? speaker.title(path, bare) : title
  } }
}

const tableOf = (rule: Rule): string | undefined => (nameOf(rule) === 'filter' && isCall(rule) ? tableOf(argsOf(rule)[0] ?? null) : pathOf(rule))

function overRows(list: Rule, body: Rule, speaker: Speaker): string {
  const inner = within(tableOf(list), speaker)
  const column = pathOf(body)
  if (column !== undefined && column !== '') return `${say(list, speaker, 9)}.${inner.title(column)}`
  return speaker.locale === 'zh' ? `${say(list, speaker, 5)} 逐行的 ${say(body, inner, 5)}` : `${say(body, inner, 5)} for each of ${say(list, speaker, 5)}`
}

function asked(name: string, list: Rule, body: Rule, speaker: Speaker): string {
  const operator = operators.get(name)
  const test = say(body, within(tableOf(list), speaker), 2)
  return operator?.words[speaker.locale].replace('{0}', () => say(list, speaker, 5)).replace('{1}', () => test) ?? ''
}

function counted(list: Rule, speaker: Speaker): string | undefined {
  const zh = speaker.locale === 'zh'
  if (nameOf(list) === 'filter' && isCall(list)) {
    const [rows = null, test = null] = argsOf(list)
    const [of, when] = [say(rows, speaker, 5), say(test, within(tableOf(rows), speaker), 2)]
    return zh ? `${of} 中 ${when} 的个数` : `number of ${of} where ${when}`
  }
  return pathOf(list) === undefined ? undefined : `${say(list, speaker, 5)} ${zh ? '的行数' : ': number of rows'}`
}
