import { decimal, down, minus, nearest, order, over, plus, times, whole, type Fraction } from './fraction.ts'

/**
 * What a rule means, spelled out plainly: BigInt fractions and three-valued logic over the rule as written, with none of the
 * engine's machinery. undefined is unknown.
 */
export type Rule = number | string | boolean | null | Rule[] | { [operator: string]: Rule }
export interface Number_ { fraction: Fraction; /** the number is the square root of the fraction */ root?: boolean }
export type Known = boolean | string | Number_ | List | Record_
export type List = (Known | undefined)[]
export interface Record_ { row: Record<string, unknown> }
export type Maybe = Known | undefined
export interface Scope { data: Record<string, unknown>; rules?: Record<string, Rule>; rows: Record<string, unknown>[] }

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '')
const number = (fraction: Fraction): Number_ => ({ fraction })
const isNumber = (value: Maybe): value is Number_ => typeof value === 'object' && 'fraction' in value
const isList = (value: Maybe): value is List => Array.isArray(value)
const asked = (value: Known): boolean => (typeof value === 'boolean' ? value : typeof value === 'string' ? value !== '' : isList(value) ? value.length > 0 : isNumber(value) ? value.fraction.p !== 0n : true)

/** A datum as a value. */
export function valueOf(data: unknown): Maybe {
  if (data === null || data === undefined || data === '') return undefined
  if (typeof data === 'boolean' || typeof data === 'string') return data
  if (typeof data === 'number') return number(decimal(data))
  if (Array.isArray(data)) return data.map(valueOf)
  return { row: data as Record<string, unknown> }
}

/** Roots entering arithmetic are their 12 significant digits. */
function settle(value: Number_): Fraction {
  if (!value.root) return value.fraction
  if (value.fraction.p === 0n) return whole(0)
  let places = 0n
  const root = (p: bigint): bigint => squareRoot((4n * value.fraction.p * 10n ** (2n * p)) / value.fraction.q)
  const rounded = (p: bigint): bigint => (root(p) + 1n) / 2n
  while (rounded(places) < 10n ** 11n) places++
  return rounded(places) >= 10n ** 12n && places > 0n ? { p: rounded(places - 1n), q: 10n ** (places - 1n) } : { p: rounded(places), q: 10n ** places }
}

function squareRoot(n: bigint): bigint {
  let [low, high] = [0n, 1n << BigInt(Math.ceil(n.toString(2).length / 2) + 1)]
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle * middle <= n) low = middle
    else high = middle - 1n
  }
  return low
}

const isSquare = ({ p, q }: Fraction): boolean => squareRoot(p * q) ** 2n === p * q

function compared(a: Maybe, b: Maybe): number | undefined {
  if (a === undefined || b === undefined) return undefined
  if (isNumber(a) && isNumber(b)) {
    if (!a.root && !b.root) return order(a.fraction, b.fraction)
    const square = (x: Number_): Fraction => (x.root ? x.fraction : times(x.fraction, { p: x.fraction.p < 0n ? -x.fraction.p : x.fraction.p, q: x.fraction.q }))
    return order(square(a), square(b))
  }
  return a === b ? 0 : text(a) < text(b) ? -1 : 1
}

export function reference(rule: Rule, scope: Scope): Maybe {
  if (Array.isArray(rule)) return rule.map((part) => reference(part, scope))
  if (typeof rule !== 'object' || rule === null) return rule === '' ? '' : valueOf(rule)
  const [name = '', value = null] = Object.entries(rule)[0] ?? []
  const args = Array.isArray(value) ? value : [value]
  const at = (i: number): Maybe => reference(args[i] ?? null, scope)
  const all = (): Maybe[] => args.map((arg) => reference(arg, scope))
  const fractions = (values: Maybe[] = all()): Fraction[] | undefined => (values.every(isNumber) ? values.map(settle) : undefined)
  const listed = (): Maybe[] | undefined => {
    const first = at(0)
    return args.length === 1 ? (isList(first) ? first : isNumber(first) || typeof first === 'boolean' ? [first] : undefined) : all()
  }
  const perRow = (): { item: Maybe; value: Maybe }[] | undefined => {
    const list = at(0)
    return isList(list) ? list.map((item) => ({ item, value: reference(args[1] ?? null, { ...scope, rows: [...scope.rows, itemScope(item)] }) })) : undefined
  }
  const decide = (test: (order: number) => boolean): Maybe => {
    const values = all()
    const results = values.slice(1).map((right, i) => compared(values[i], right)).map((result) => (result === undefined ? undefined : test(result)))
    return results.includes(false) ? false : results.includes(undefined) ? undefined : true
  }
  switch (name) {
    case 'var': return lookup(text(args[0]), scope) ?? (args.length > 1 ? at(1) : undefined)
    case 'missing': {
      const names = isList(at(0)) ? (at(0) as List) : all()
      return names.filter((key) => lookup(text(key), scope) === undefined)
    }
    case 'missing_some': {
      const names = at(1) as List
      const gone = names.filter((key) => lookup(text(key), scope) === undefined)
      return names.length - gone.length >= Number(args[0]) ? [] : gone
    }
    case '??': return all().find((found) => found !== undefined)
    case 'if': case '?:': {
      for (let i = 0; i < args.length - 1; i += 2) {
        const test = at(i)
        if (test === undefined) return undefined
        if (asked(test)) return at(i + 1)
      }
      return args.length % 2 === 1 ? at(args.length - 1) : undefined
    }
    case 'and': return all().some((one) => one !== undefined && !asked(one)) ? false : all().includes(undefined) ? undefined : true
    case 'or': return all().some((one) => one !== undefined && asked(one)) ? true : all().includes(undefined) ? undefined : false
    case '!': { const one = at(0); return one === undefined ? undefined : !asked(one) }
    case '!!': { const one = at(0); return one === undefined ? undefined : asked(one) }
    case '==': case '===': return decide((result) => result === 0)
    case '!=': case '!==': return decide((result) => result !== 0)
    case '<': return decide((result) => result < 0)
    case '<=': return decide((result) => result <= 0)
    case '>': return decide((result) => result > 0)
    case '>=': return decide((result) => result >= 0)
    case '+': { const f = fractions(); return f && number(f.reduce(plus, whole(0))) }
    case '*': { const f = fractions(); return f && number(f.reduce(times)) }
    case '-': { const f = fractions(); return f?.[0] && number(f[1] ? minus(f[0], f[1]) : minus(whole(0), f[0])) }
    case '/': { const f = fractions(); return f?.[0] && f[1] && f[1].p !== 0n ? number(over(f[0], f[1])) : undefined }
    case '%': {
      const f = fractions()
      if (!f?.[0] || !f[1] || f[1].p === 0n) return undefined
      const times_ = over(f[0], f[1])
      return number(minus(f[0], times(f[1], whole(times_.p / times_.q))))
    }
    case 'min': case 'max': {
      const values = listed()
      if (!values?.every(isNumber) || values.length === 0) return undefined
      return values.reduce((best, one) => ((compared(one, best) ?? 0) * (name === 'max' ? 1 : -1) > 0 ? one : best))
    }
    case 'sum': { const values = listed(); const f = values && fractions(values); return f && number(f.reduce(plus, whole(0))) }
    case 'mean': { const values = listed(); const f = values && fractions(values); return f && f.length > 0 ? number(over(f.reduce(plus, whole(0)), whole(f.length))) : undefined }
    case 'median': {
      const values = listed()
      const f = values && fractions(values)?.toSorted(order)
      if (!f || f.length === 0) return undefined
      return number(over(plus(f[(f.length - 1) >> 1] ?? whole(0), f[f.length >> 1] ?? whole(0)), whole(2)))
    }
    case 'count': { const values = listed(); return !values || values.includes(undefined) ? undefined : number(whole(values.filter((one) => one !== false).length)) }
    case 'round': case 'floor': case 'ceil': {
      const x = at(0)
      const places = args.length > 1 ? settle(at(1) as Number_).p : 0n
      if (!isNumber(x)) return undefined
      const scale: Fraction = places >= 0n ? whole(10n ** places) : { p: 1n, q: 10n ** -places }
      if (x.root && name === 'round') {
        const square = times(times(x.fraction, times(scale, scale)), whole(4))
        return number(over(whole((squareRoot(square.p / square.q) + 1n) / 2n), scale))
      }
      const scaled = times(settle(x), scale)
      const half: Fraction = { p: 1n, q: 2n }
      const result = name === 'floor' ? down(scaled) : name === 'ceil' ? -down(minus(whole(0), scaled)) : scaled.p < 0n ? -down(plus(minus(whole(0), scaled), half)) : down(plus(scaled, half))
      return number(over(whole(result), scale))
    }
    case 'abs': { const f = fractions(); return f?.[0] && number(f[0].p < 0n ? minus(whole(0), f[0]) : f[0]) }
    case 'clamp': { const f = fractions(); return f?.[0] && f[1] && f[2] && number(order(f[0], f[2]) > 0 ? f[2] : order(f[0], f[1]) < 0 ? f[1] : f[0]) }
    case 'growth': { const f = fractions(); return f?.[0] && f[1] && f[1].p !== 0n ? number(minus(times(over(f[0], f[1]), whole(100)), whole(100))) : undefined }
    case 'share': { const f = fractions(); return f?.[0] && f[1] && f[1].p !== 0n ? number(times(over(f[0], f[1]), whole(100))) : undefined }
    case 'normalise': {
      const f = fractions()
      if (!f?.[0] || !f[1] || !f[2] || order(f[1], f[2]) === 0) return undefined
      const place = over(minus(f[0], f[1]), minus(f[2], f[1]))
      return number(order(place, whole(1)) > 0 ? whole(1) : place.p < 0n ? whole(0) : place)
    }
    case 'sqrt': {
      const f = fractions()?.[0]
      if (!f || f.p < 0n) return undefined
      return isSquare(f) ? number({ p: squareRoot(f.p * f.q), q: f.q }) : { fraction: f, root: true }
    }
    case 'coefficientOfVariation': return variation(at(0), args.length > 1 ? at(1) : null)
    case 'kOfN': {
      const least = at(0)
      const [met, floors] = [at(1), args.length > 2 ? at(2) : []]
      if (isList(floors) && floors.includes(false)) return false
      if (!isNumber(least) || !isList(met)) return undefined
      if (order(whole(met.filter((one) => one !== false).length), least.fraction) < 0) return false
      return order(whole(met.filter((one) => one === true).length), least.fraction) >= 0 && isList(floors) && !floors.includes(undefined) ? true : undefined
    }
    case 'daysBetween': { const [from, to] = all(); return typeof from === 'string' && typeof to === 'string' ? number(whole(Math.round((Date.parse(to) - Date.parse(from)) / 864e5))) : undefined }
    case 'map': return perRow()?.map((row) => row.value)
    case 'filter': { const rows = perRow(); return !rows || rows.some((row) => row.value === undefined) ? undefined : rows.filter((row) => row.value !== undefined && asked(row.value)).map((row) => row.item) }
    case 'all': { const rows = perRow()?.map((row) => row.value); return !rows ? undefined : rows.length === 0 || rows.some((one) => one !== undefined && !asked(one)) ? false : rows.includes(undefined) ? undefined : true }
    case 'some': { const rows = perRow()?.map((row) => row.value); return !rows ? undefined : rows.some((one) => one !== undefined && asked(one)) ? true : rows.includes(undefined) ? undefined : false }
    case 'none': { const rows = perRow()?.map((row) => row.value); return !rows ? undefined : rows.some((one) => one !== undefined && asked(one)) ? false : rows.includes(undefined) ? undefined : true }
    case 'reduce': {
      const list = at(0)
      if (!isList(list)) return undefined
      return list.reduce<Maybe>((accumulator, current) => reference(args[1] ?? null, { ...scope, rows: [...scope.rows, { '\0reduce': true, accumulator, current }] }), at(2))
    }
    case 'merge': { const parts = all(); return parts.flatMap((part) => (isList(part) ? part : [part])) }
    case 'in': {
      const [needle, stack] = all()
      if (isList(stack) && stack.length === 0) return false
      if (needle === undefined || stack === undefined) return undefined
      if (typeof stack === 'string') return stack.includes(text(needle))
      const found = (stack as List).map((one) => compared(one, needle))
      return found.includes(0) ? true : found.includes(undefined) ? undefined : false
    }
    case 'cat': { const parts = all(); return parts.includes(undefined) ? undefined : parts.map((part) => (isNumber(part) ? String(nearest(settle(part))) : text(part))).join('') }
    case 'substr': {
      const [text, from, length] = all()
      if (typeof text !== 'string' || !isNumber(from) || (args.length > 2 && !isNumber(length))) return undefined
      const tail = text.substr(Number(from.fraction.p))
      if (!isNumber(length)) return tail
      const size = Number(length.fraction.p)
      return tail.substr(0, size < 0 ? Math.max(0, tail.length + size) : size)
    }
    case 'log': return at(0)
    default: throw new Error(`no reference for ${name}`)
  }
}

function itemScope(item: Maybe): Record<string, unknown> {
  return typeof item === 'object' && 'row' in item ? item.row : { '\0item': item }
}

function lookup(name: string, scope: Scope): Maybe {
  for (const row of scope.rows.toReversed()) {
    if (row['\0reduce'] === true) {
      if (name === 'accumulator' || name === 'current') return row[name] as Maybe
      const current = row['current'] as Maybe
      const column = name.replace('current.', '')
      if (typeof current === 'object' && 'row' in current && Object.hasOwn(current.row, column)) return valueOf(current.row[column])
      continue
    }
    if (name === '') return '\0item' in row ? (row['\0item'] as Maybe) : { row }
    if (Object.hasOwn(row, name)) return valueOf(row[name])
  }
  const rule = scope.rules && Object.hasOwn(scope.rules, name) ? scope.rules[name] : undefined
  return rule === undefined ? valueOf(scope.data[name]) : reference(rule, { ...scope, rows: [] })
}

function variation(values: Maybe, weights: Maybe | null): Maybe {
  if (!isList(values) || !values.every(isNumber)) return undefined
  if (weights !== null && (!isList(weights) || !weights.every(isNumber) || weights.length !== values.length)) return undefined
  const x = values.map(settle)
  const w = weights === null ? x.map(() => whole(1)) : (weights as Number_[]).map(settle)
  if (w.some(({ p }) => p < 0n)) return undefined
  const [total, sum] = [w.reduce(plus, whole(0)), w.map((one, i) => times(one, x[i] ?? whole(0))).reduce(plus, whole(0))]
  if (sum.p === 0n || total.p === 0n) return undefined
  const mean = over(sum, total)
  const spread = over(w.map((one, i) => times(one, times(minus(x[i] ?? whole(0), mean), minus(x[i] ?? whole(0), mean)))).reduce(plus, whole(0)), total)
  const square = over(spread, times(mean, mean))
  return isSquare(square) ? number({ p: squareRoot(square.p * square.q), q: square.q }) : { fraction: square, root: true }
}

/** The value as data, numbers as the nearest double. */
export function data(value: Maybe): unknown {
  if (value === undefined || typeof value === 'boolean' || typeof value === 'string') return value ?? null
  if (isList(value)) return value.map(data)
  if (isNumber(value)) return value.root ? Math.sqrt(nearest(value.fraction)) : nearest(value.fraction)
  return value.row
}
export const isUnknown = (value: Maybe): value is undefined => value === undefined
export const numberOf = (value: Maybe): Number_ | undefined => (isNumber(value) ? value : undefined)
