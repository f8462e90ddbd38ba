import { roots, Scope, type FormulaLocale, type Name, type Vocabulary } from './names.ts'

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
  const from = at - word.length
  const owner = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(before.slice(0, from))?.[1]
  const scope = new Scope(vocabulary)
  const options = owner === undefined ? everything(scope, locale) : members(owner, scope, vocabulary)
  const wanted = word.toLowerCase()
  const place = ({ label, detail }: Completion): number => [label, detail].reduce((best, text) => Math.min(best, rankOf(text.toLowerCase().indexOf(wanted))), 2)
  const found = options.map((option) => ({ option, rank: place(option) })).filter(({ rank }) => rank < 2).toSorted((a, b) => a.rank - b.rank).slice(0, most).map(({ option }) => option)
  // How a name is written is looked up only for those that are offered.
  return { from, options: found.map((option) => (option.insert === '' ? { ...option, insert: scope.write(option.detail) ?? option.detail } : option)) }
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

function members(owner: string, scope: Scope, vocabulary: Vocabulary): Completion[] {
  const root = Object.keys(roots).find((key) => owner === key || owner === roots[key]?.zh)
  if (root !== undefined) return scope.under(root).map(({ path, title }) => ({ label: title, insert: title, kind: 'name', detail: path }))
  const path = scope.find('', owner)
  const table: Name | undefined = vocabulary.names.find((name) => name.path === path)
  return (table?.columns ?? []).map(({ id, title }) => ({ label: title, insert: title, kind: 'name', detail: id }))
}
