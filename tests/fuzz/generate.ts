import type { Declaration } from '../../engine/slots.ts'
import type { Random } from './random.ts'
import { decimal, nearest, order } from './fraction.ts'
import { numberOf, reference, type Rule } from './reference.ts'

export interface Options {
  /** Only JSON-Logic's own operators, and only what plain JSON-Logic reads the same way. */
  portable?: boolean
  /** Whole numbers and no division: doubles never round. */
  wholeNumbers?: boolean
  /** Share of inputs left out. */
  absent?: number
}

export interface Sample {
  declarations: Declaration[]
  data: Record<string, unknown>
  /** Calculations in order, and the rules to decide. */
  calculations: Record<string, Rule>
  rules: Rule[]
}

const texts = ['甲', '乙', 'abc', 'a']
const days = ['2024-02-29', '2023-12-31', '2024-03-01', '2025-01-01']

/** Random data of declared types, calculations over it, and rules over both. */
export function sample(random: Random, options: Options = {}): Sample {
  const { absent = 0, wholeNumbers = false } = options
  const declarations: Declaration[] = []
  const data: Record<string, unknown> = {}
  const declare = (path: string, type: Declaration['type'], value: unknown): void => {
    declarations.push({ path, type })
    data[path] = random.chance(absent) ? null : value
  }
  const whole = (most: number): number => random.below(most + 1)
  const places = (): number => (wholeNumbers ? 0 : random.below(4))
  const withDecimals = (least: number, most: number, decimals: number): number => {
    const scale = 10 ** decimals
    return Math.round((least + random.next() * (most - least)) * scale) / scale + 0
  }
  const small = random.chance(0.5)
  const range = small ? 20 : 2000
  declare('a', { kind: 'number' }, withDecimals(-range, range, places()))
  declare('b', { kind: 'number' }, withDecimals(-range, range, places()))
  declare('c', { kind: 'number', min: 0, max: 2000, decimals: 3 }, withDecimals(0, range, places()))
  declare('d', { kind: 'number', min: 0, max: 2000, decimals: 3 }, withDecimals(0, range, places()))
  declare('e', { kind: 'number', integer: true, min: 0 }, whole(small ? 5 : 1e6))
  declare('f', { kind: 'number', integer: true, min: -1e9, max: 1e9 }, whole(2000) - 1000)
  declare('g', { kind: 'number' }, wholeNumbers ? whole(100) : random.pick([random.next(), random.next() * 1e-9, random.next() * 1e12, 1e13, 0.1, 0.3, withDecimals(0, 1e10, 2)]))
  declare('h', { kind: 'number', min: 1, max: 5 }, whole(4) + 1)
  declare('p', { kind: 'boolean' }, random.chance(0.5))
  declare('q', { kind: 'boolean' }, random.chance(0.5))
  declare('s', { kind: 'text', options: texts }, random.pick(texts))
  declare('t', { kind: 'text' }, random.pick(texts))
  declare('day', { kind: 'date' }, random.pick(days))
  declare('due', { kind: 'date' }, random.pick(days))
  const cell = (value: unknown): unknown => (random.chance(absent / 3) ? null : value)
  const rows = Array.from({ length: random.pick([0, 1, 2, 3, 5, 8]) }, () => ({ x: cell(withDecimals(0, range, places())), y: cell(withDecimals(-range, range, places())), w: cell(whole(30)), ok: cell(random.chance(0.7)), kind: cell(random.pick(texts)), note: cell(random.pick(texts)), since: cell(random.pick(days)) }))
  const column = (id: string, type: Declaration['type']) => ({ id, title: id, type })
  declare('rows', { kind: 'table', columns: [column('x', { kind: 'number', min: 0 }), column('y', { kind: 'number', min: -2000, max: 2000, decimals: 3 }), column('w', { kind: 'number', integer: true, min: 0, max: 1000 }), column('ok', { kind: 'boolean' }), column('kind', { kind: 'text', options: texts }), column('note', { kind: 'text' }), column('since', { kind: 'date' })] }, rows)
  declare('marks', { kind: 'table', columns: [column('u', { kind: 'number', min: 0, max: 100 }), column('open', { kind: 'boolean' })] }, Array.from({ length: random.below(4) }, () => ({ u: cell(withDecimals(0, 20, places())), open: cell(random.chance(0.5)) })))
  const calculations: Record<string, Rule> = {}
  const scope = { data, rules: calculations, rows: [] }
  const grow = rulesOver(random, options, scope)
  if (!options.portable) for (const name of ['calc1', 'calc2']) if (random.chance(0.7)) calculations[name] = grow.number(2, Object.keys(calculations))
  const names = Object.keys(calculations)
  const rules = Array.from({ length: 4 }, () => (random.chance(0.75) ? grow.condition(3, names) : random.chance(0.8) ? grow.number(3, names) : grow.text(2, names)))
  return { declarations, data, calculations, rules }
}

/** The table whose rows a rule stands in; marks only inside rows. */
type Inside = false | 'rows' | 'marks'

function rulesOver(random: Random, { portable = false, wholeNumbers = false }: Options, scope: Parameters<typeof reference>[1]) {
  const value = (name: string): Rule => ({ var: name })
  const constant = (): number => (wholeNumbers ? random.below(21) - 10 : random.pick([0, 1, 2, 3, 0.5, 0.1, 0.3, 100, 28.5, 1e-3, -1, 12.34, 1000, 0.7]))
  /** A row a tie is put on. */
  const one = (table: string, inside: boolean): Record<string, unknown>[] => (inside ? [random.pick([{}, ...(scope.data[table] ?? []) as Record<string, unknown>[]])] : [])
  const rowDepth = (): number => (portable ? 1 : 1 + random.below(3))
  const many = <T,>(make: () => T, least = 1, most = 3): T[] => Array.from({ length: least + random.below(most - least + 1) }, make)

  const number = (depth: number, names: readonly string[], inRow: Inside = false): Rule => {
    const leaf = (): Rule => {
      if (inRow && random.chance(0.6)) return value(random.pick(inRow === 'marks' ? ['u', 'u', 'x', 'y'] : ['x', 'y', 'w']))
      if (random.chance(0.25) || (inRow && portable)) return constant()
      return value(random.pick(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', ...names, ...names]))
    }
    if (depth <= 0 || random.chance(0.15)) return leaf()
    const next = (): Rule => number(depth - 1, names, inRow)
    const basic = ['+', '-', '*', 'min', 'max', 'if', '-', 'neg', ...(wholeNumbers ? [] : ['/', '/', '%']), ...(inRow ? [] : ['reduce'])]
    const added = ['round', 'floor', 'ceil', 'abs', 'clamp', 'growth', 'share', 'normalise', '??', 'default', 'round', 'growth', ...(inRow === 'rows' ? ['sumMarks', 'cvMarks'] : []), ...(inRow ? [] : ['sum', 'mean', 'median', 'minOf', 'count', 'countRows', 'cv', 'wcv', 'wcvSome', 'sqrt', 'days', 'sum', 'sumOf'])]
    const kind = random.pick(portable ? basic : [...basic, ...added])
    switch (kind) {
      case '+': return { '+': many(next, 2, 3) }
      case '*': return { '*': many(next, 2, 2) }
      case 'min': case 'max': return { [kind]: many(next, 1, 3) }
      case '-': case '/': case 'growth': case 'share': case '%': return { [kind]: [next(), next()] }
      case 'neg': return { '-': [next()] }
      case 'if': return { if: [condition(depth - 1, names, inRow), next(), next()] }
      case 'round': case 'floor': case 'ceil': return { [kind]: random.chance(0.3) ? [next()] : [next(), random.below(4)] }
      case 'abs': return { abs: [next()] }
      case 'clamp': return { clamp: [next(), 0, 100] }
      case 'normalise': return { normalise: [next(), random.pick([0, 5, 1]), random.pick([10, 20, 0.5])] }
      case '??': return { '??': [next(), next()] }
      case 'default': return { var: [random.pick(['a', 'c', 'e']), constant()] }
      case 'sqrt': return { sqrt: [next()] }
      case 'sum': case 'mean': case 'median': return { [kind]: [list(depth - 1, names)] }
      case 'sumOf': return { sum: many(next, 2, 4) }
      case 'minOf': return { [random.pick(['min', 'max'])]: [list(depth - 1, names)] }
      case 'count': return { count: [{ map: [value('rows'), condition(rowDepth(), names, 'rows')] }] }
      case 'countRows': return { count: [{ filter: [value('rows'), condition(rowDepth(), names, 'rows')] }] }
      case 'cv': return { coefficientOfVariation: [list(depth - 1, names)] }
      case 'wcv': return { coefficientOfVariation: [{ map: [value('rows'), value(random.pick(['x', 'y']))] }, { map: [value('rows'), value('w')] }] }
      case 'wcvSome': {
        const some: Rule = { filter: [value('rows'), condition(1, names, 'rows')] }
        return { coefficientOfVariation: [{ map: [some, value(random.pick(['x', 'y', 'w']))] }, { map: [some, value('w')] }] }
      }
      case 'cvMarks': return { round: [{ coefficientOfVariation: [{ map: [value('marks'), value('u')] }] }, 2] }
      case 'sumMarks': return { [random.pick(['sum', 'max', 'mean'])]: [{ map: [value('marks'), number(1, names, 'marks')] }] }
      case 'days': return { daysBetween: [value('day'), random.chance(0.5) ? value('due') : random.pick(days)] }
      case 'reduce': return { reduce: [value('rows'), { [random.pick(['+', 'max'])]: [value('accumulator'), random.chance(0.5) ? value('current.x') : { '*': [value('current.y'), value('current.w')] }] }, 0] }
      default: return leaf()
    }
  }

  const list = (depth: number, names: readonly string[]): Rule => {
    const source: Rule = random.chance(0.4) ? { filter: [random.chance(0.2) ? { filter: [value('rows'), condition(1, names, 'rows')] } : value('rows'), condition(rowDepth(), names, 'rows')] } : value('rows')
    return random.chance(0.7) ? { map: [source, value(random.pick(['x', 'y', 'w']))] } : { map: [source, number(depth, names, 'rows')] }
  }

  const comparison = (depth: number, names: readonly string[], inRow: Inside): Rule => {
    const operator = random.pick(['<', '<=', '>', '>=', '==', '!=', '===', '!=='])
    const left = number(depth - 1, names, inRow)
    const tied = random.chance(0.5) ? tie(left, inRow) : undefined
    if (tied !== undefined) return random.chance(0.5) ? { [operator]: [left, tied] } : { [operator]: [tied, left] }
    if (random.chance(0.15)) return { [random.pick(['<', '<='])]: [number(1, names, inRow), left, number(1, names, inRow)] }
    return { [operator]: [left, number(depth - 1, names, inRow)] }
  }

  /** A threshold that lies on the value, or right beside it. */
  const tie = (left: Rule, inRow: Inside): Rule | undefined => {
    const exact = numberOf(reference(left, { ...scope, rows: [...one('rows', inRow !== false), ...one('marks', inRow === 'marks')] }))
    if (!exact) return undefined
    const { fraction } = exact
    const double = exact.root ? Math.sqrt(nearest(fraction)) : nearest(fraction)
    if (!Number.isFinite(double) || Math.abs(double) > 1e13) return undefined
    const beside = [double, double, double * (1 + 2 ** -52), double * (1 - 2 ** -52), Math.round(double * 100) / 100][random.below(5)] ?? double
    if (!exact.root && !wholeNumbers && random.chance(0.3) && Math.abs(Number(fraction.p)) < 2 ** 53 && Number(fraction.q) < 2 ** 53) return { '/': [Number(fraction.p), Number(fraction.q)] }
    if (wholeNumbers) return Math.round(double)
    return order(decimal(beside), fraction) === 0 || !portable ? beside + 0 : double
  }

  const condition = (depth: number, names: readonly string[], inRow: Inside = false): Rule => {
    if (depth <= 1 && random.chance(0.3)) return inRow ? value(inRow === 'marks' ? 'open' : 'ok') : value(random.pick(['p', 'q']))
    const next = (): Rule => (depth <= 1 ? comparison(1, names, inRow) : condition(depth - 1, names, inRow))
    const basic = ['compare', 'compare', 'compare', 'ladder', 'and', 'or', '!', 'if', ...(inRow ? [] : ['text', 'in', 'rows', 'date', 'missing', 'between'])]
    const kind = random.pick(portable ? basic : [...basic, 'kOfN', '??', '!!', ...(inRow === 'rows' ? ['cellText', 'cellText', 'cellIn', 'cellDate', 'marks'] : [])])
    switch (kind) {
      case 'and': case 'or': return { [kind]: many(next, 1, 3) }
      case '!': return { '!': [next()] }
      case 'if': return { if: [next(), next(), next()] }
      case 'ladder': {
        const left = number(depth - 1, names, inRow)
        return { [random.pick(['and', 'or'])]: [{ '>=': [left, tie(left, inRow) ?? constant()] }, { [random.pick(['<', '>='])]: [left, constant()] }, { '>': [left, constant()] }] }
      }
      case 'text': return { [random.pick(['==', '!='])]: [value('s'), random.chance(0.5) ? random.pick(texts) : value('t')] }
      case 'in': return { in: random.chance(0.5) ? [value('s'), texts.slice(0, 2)] : random.chance(0.5) ? [random.pick(['a', 'b']), value('t')] : [value('e'), [0, 1, 2, value('f')]] }
      case 'rows': return { [random.pick(['all', 'some', 'none'])]: [value('rows'), condition(rowDepth(), names, 'rows')] }
      case 'date': return { [random.pick(['<', '<=', '>', '>=', '=='])]: [value('day'), random.chance(0.5) ? random.pick(days) : value('due')] }
      case 'missing': return { '!': [random.chance(0.5) ? { missing: ['a', 'c', 's'] } : { missing_some: [random.below(3), ['a', 'b', 'p']] }] }
      case 'kOfN': return random.chance(0.5) ? { kOfN: [random.below(4), many(next, 1, 4)] } : { kOfN: [random.below(3), many(next, 1, 3), many(next, 1, 2)] }
      case '??': return { '??': [next(), next()] }
      case '!!': return { '!!': [number(1, names, inRow)] }
      case 'cellText': return { [random.pick(['==', '!='])]: [value(random.pick(['kind', 'note'])), random.chance(0.8) ? random.pick(texts) : value(random.pick(['kind', 'note', 's']))] }
      case 'cellIn': return { in: [value(random.pick(['kind', 'note'])), texts.slice(0, 2)] }
      case 'cellDate': return { [random.pick(['<', '>=', '=='])]: [value('since'), random.chance(0.5) ? random.pick(days) : value('day')] }
      case 'marks': return { [random.pick(['all', 'some', 'none'])]: [value('marks'), condition(1, names, 'marks')] }
      default: return comparison(depth, names, inRow)
    }
  }

  const text = (depth: number, names: readonly string[]): Rule => {
    if (depth <= 0 || random.chance(0.2)) return random.chance(0.3) ? random.pick(texts) : value(random.pick(['s', 't']))
    const next = (): Rule => text(depth - 1, names)
    switch (random.below(3)) {
      case 0: return { cat: [next(), random.chance(0.5) ? next() : value('e')] }
      case 1: return { substr: random.chance(0.5) ? [next(), random.below(5) - 2] : [next(), random.below(5) - 2, random.below(5) - 2] }
      default: return { if: [condition(depth - 1, names), next(), next()] }
    }
  }
  return { number, condition, text }
}
