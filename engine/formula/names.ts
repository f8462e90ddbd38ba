import type { Rule } from '../../schemas/index.ts'

/** A name a formula may use: what is stored (`path`) and what people read (`title`). */
export interface Name {
  /** As stored in `{"var": path}`: `budget`, `params.line`, `previous.budget`. */
  path: string
  title: string
  /** Columns of a table. */
  columns?: readonly { id: string; title: string }[]
}

/** An operator as formulas write it: the stored name, and the words people type, the first of each language being printed. */
export interface FunctionName { operator: string; zh: readonly string[]; en: readonly string[] }

/** What a formula is read against. */
export interface Vocabulary { names: readonly Name[]; functions: readonly FunctionName[] }

/** Which function names and reserved roots a formula is printed with; both are read. */
export type FormulaLocale = 'zh' | 'en'

/** The reserved roots, as stored and as written. */
export const roots: Readonly<Record<string, { zh: string; en: string }>> = {
  params: { zh: '参数', en: 'params' },
  previous: { zh: '去年', en: 'previous' },
  unit: { zh: '单位', en: 'unit' },
  cycle: { zh: '年度', en: 'cycle' },
  evidence: { zh: '佐证', en: 'evidence' },
  peers: { zh: '同行', en: 'peers' },
}

/** Words of the grammar itself; a title that equals one is written in brackets. */
export const reserved = new Set(['且', '或', '非', '并且', '或者', '真', '假', '空', 'AND', 'OR', 'NOT', 'TRUE', 'FALSE', 'NULL', ...Object.values(roots).flatMap(({ zh, en }) => [zh, en])])

/** Looks names up by title and by path, inside a table row first. */
export class Scope {
  readonly row: Name | undefined
  private readonly vocabulary: Vocabulary
  constructor(vocabulary: Vocabulary, row?: Name) {
    this.vocabulary = vocabulary
    this.row = row
  }

  /** The scope of one row of a table. */
  inside(table: Name | undefined): Scope {
    return table?.columns ? new Scope(this.vocabulary, table) : this
  }

  /** Names under a root (`''` for the bare ones), columns of the row first. */
  under(root: string): { path: string; title: string }[] {
    const bare = this.vocabulary.names.filter(({ path }) => (root === '' ? !(rootOf(path) in roots) : rootOf(path) === root && path.includes('.')))
    if (root !== '' || !this.row) return bare
    const columns = this.row.columns ?? []
    const own = new Set(columns.flatMap(({ id, title }) => [id, title]))
    return [...columns.map(({ id, title }) => ({ path: id, title })), ...bare.filter(({ path, title }) => !own.has(path) && !own.has(title))]
  }

  /** The path a written name stands for; undefined where nothing or more than one thing bears it. */
  find(root: string, word: string): string | undefined {
    const candidates = this.under(root)
    const exact = candidates.find(({ path }) => path === (root === '' ? word : `${root}.${word}`))
    if (exact) return exact.path
    const titled = candidates.filter(({ title }) => title === word)
    return titled.length === 1 ? titled[0]?.path : undefined
  }

  /** How a path is written: by its title where that is unambiguous, else by its id. */
  write(path: string): string | undefined {
    const root = rootOf(path) in roots && path.includes('.') ? rootOf(path) : ''
    const known = this.under(root).find((name) => name.path === path)
    if (!known) return undefined
    const id = root === '' ? path : path.slice(root.length + 1)
    return this.find(root, known.title) === path ? known.title : id
  }

  /** A path as it stands in a formula without its root: by title or id, in brackets where that is no word; undefined where neither can be written. */
  spelled(path: string): string | undefined {
    const written = this.write(path)
    if (written === undefined) return undefined
    const root = rootOf(path) in roots && path.includes('.') ? rootOf(path) : ''
    return spell(written) ?? spell(root === '' ? path : path.slice(root.length + 1))
  }

  /** The table a rule yields rows of: a table itself, or a filtered one. */
  table(rule: Rule): Name | undefined {
    if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return undefined
    const path = rule['var']
    if (typeof path === 'string') return this.vocabulary.names.find((name) => name.path === path && name.columns)
    const filtered = rule['filter']
    return Array.isArray(filtered) && filtered[0] !== undefined ? this.table(filtered[0]) : undefined
  }

  /** The operator a function word stands for, in any language and letter case. */
  operator(word: string): string | undefined {
    const upper = word.toUpperCase()
    return this.vocabulary.functions.find(({ operator, zh, en }) => operator === word || [...zh, ...en].some((name) => name.toUpperCase() === upper))?.operator
  }

  /** How an operator is written as a function. */
  call(operator: string, locale: FormulaLocale): string | undefined {
    return this.vocabulary.functions.find((entry) => entry.operator === operator)?.[locale][0]
  }

  functions(): readonly FunctionName[] {
    return this.vocabulary.functions
  }
}

/** A column as it stands behind its table: by title where that is its own, else by id. */
export function spelledColumn(table: Name, id: string): string | undefined {
  const found = table.columns?.find((entry) => entry.id === id)
  if (!found) return undefined
  const unique = table.columns?.filter(({ id: other, title }) => title === found.title || other === found.title).length === 1
  return spell(unique ? found.title : found.id)
}

/** A word as it stands, others in brackets, undefined for those that cannot. */
const spell = (word: string): string | undefined =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) && !/[\uff10-\uff5a]/.test(word) && !reserved.has(word) && !reserved.has(word.toUpperCase()) ? word : /[\]】\n]/.test(word) || word === '' ? undefined : `[${word}]`

export const rootOf = (path: string): string => path.split('.', 1)[0] ?? ''

/** Operators whose second and later arguments are read once per row of the first. */
export const rowWise = new Set(['map', 'filter', 'all', 'some', 'none', 'reduce'])
