import { roots, rowWise, Scope, spelledColumn, type FormulaLocale, type Vocabulary } from './names.ts'
import { parse } from './parse.ts'
import { opensText, tokenise, type Token } from './tokens.ts'

/** One entry of a completion list. */
export interface Completion {
  label: string
  /** The text that replaces the word being typed. */
  insert: string
  kind: 'name' | 'function' | 'root'
  /** The stored path or operator. */
  detail: string
}

/**
 * What may be typed at a place of a formula: after `表.` its columns, after a root its members, elsewhere names, roots and
 * functions, those that begin with the typed word first, then those that contain it.
 */
export function complete(source: string, at: number, vocabulary: Vocabulary, locale: FormulaLocale = 'zh'): { from: number; options: Completion[] } {
  const before = source.slice(0, at)
  const word = /[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? ''
  const start = at - word.length
  const bracketed = /[[【]/.test(before[start - 1] ?? '')
  const from = bracketed ? start - 1 : start
  const { tokens, error } = tokenise(before.slice(0, from))
  if (error?.code === 'formula.unclosed' && opensText(error.params?.['sign'] ?? '')) return { from, options: [] }
  const scope = enclosing(tokens, before, vocabulary)
  const [owner, point] = tokens.slice(-3, -1)
  const options = owner && point?.value === '.' && (owner.kind === 'name' || owner.kind === 'quoted') ? members(owner.value, scope) : everything(scope, locale)
  const wanted = word.toLowerCase()
  const place = ({ label, detail }: Completion): number => [label, detail].reduce((best, text) => Math.min(best, rankOf(text.toLowerCase().indexOf(wanted))), 2)
  const found = options.map((option) => ({ option, rank: place(option) })).filter(({ option, rank }) => rank < 2 && (!bracketed || option.kind === 'name')).toSorted((a, b) => a.rank - b.rank).slice(0, most).map(({ option }) => option)
  // How a name is written is looked up only for those that are offered.
  return { from, options: found.map((option) => (option.insert === '' ? { ...option, insert: scope.spelled(option.detail) ?? option.label } : option)) }
}

/** The scope of the place behind these tokens: inside the rows of a table after the first argument of a function that goes through them. */
function enclosing(tokens: readonly Token[], source: string, vocabulary: Vocabulary): Scope {
  let scope = new Scope(vocabulary)
  const open: { outer: Scope; operator: string | undefined; from: number; further: boolean }[] = []
  for (const [i, { kind, value, from, to }] of tokens.entries()) {
    const call = open.at(-1)
    if (kind !== 'sign') continue
    if (value === '(') open.push({ outer: scope, operator: scope.operator(tokens[i - 1]?.value ?? ''), from: to, further: false })
    else if (value === ')') scope = open.pop()?.outer ?? scope
    else if (value === ',' && call && !call.further) {
      call.further = true
      const first = rowWise.has(call.operator ?? '') ? parse(source.slice(call.from, from), vocabulary).rule : undefined
      if (first !== undefined) scope = scope.inside(scope.table(first))
    }
  }
  return scope
}

/** A list longer than this helps nobody. */
const most = 40

const rankOf = (index: number): number => (index === 0 ? 0 : index > 0 ? 1 : 2)

function everything(scope: Scope, locale: FormulaLocale): Completion[] {
  const names = scope.under('').map(({ path, title }): Completion => ({ label: title, insert: '', kind: 'name', detail: path }))
  const functions = scope.functions().flatMap((entry): Completion[] => {
    const word = entry[locale][0]
    return word === undefined ? [] : [{ label: word, insert: `${word}(`, kind: 'function', detail: entry.operator }]
  })
  const reservedRoots = Object.entries(roots).map(([root, written]): Completion => ({ label: written[locale], insert: `${written[locale]}.`, kind: 'root', detail: root }))
  return [...names, ...functions, ...reservedRoots]
}

function members(owner: string, scope: Scope): Completion[] {
  const root = Object.keys(roots).find((key) => owner === key || owner === roots[key]?.zh)
  if (root !== undefined) return scope.under(root).map(({ path, title }) => ({ label: title, insert: '', kind: 'name', detail: path }))
  const path = scope.find('', owner)
  const table = path === undefined ? undefined : scope.table({ var: path })
  return (table?.columns ?? []).map(({ id, title }) => ({ label: title, insert: (table && spelledColumn(table, id)) ?? id, kind: 'name', detail: id }))
}
