import type { Element } from '../schemas/index.ts'
import type { Compiled, FieldInfo, PointInfo } from './compiled.ts'
import { generator } from './cohort/stability.ts'
import { boundariesOf } from './coverage.ts'
import { numberAt, stepsTo } from './grid.ts'
import type { Input } from './input.ts'
import type { Probe } from './probe.ts'

/** Something an outcome may depend on that is not there: a field's answer, a person's judgement, or what only the office can give. */
export interface Gap {
  kind: 'field' | 'judgement' | 'given'
  /** A field's id, the point's id, or the name under its reserved root. */
  id: string
  /** Values it may take; not all of them where `finite` is false. */
  values: readonly unknown[]
  finite: boolean
}

/** One value for each gap, in their order. */
export type Completion = readonly unknown[]

/** What a point's level depends on and is not known, in the order of the form. */
export function gapsOf(compiled: Compiled, point: PointInfo, open: Probe): Gap[] {
  const { names } = open
  const gaps: Gap[] = []
  for (const [id, field] of compiled.fields) {
    if (names.has(id) && open.value(id) === undefined && !open.hidden(id)) gaps.push({ kind: 'field', id, ...valuesOf(compiled, field, open.input) })
  }
  for (const name of names) {
    if (name.startsWith('=') || compiled.fields.has(name) || compiled.scope.variable(name)?.constant !== undefined) continue
    if (open.value(name) === undefined) gaps.push({ kind: 'given', id: name, values: [], finite: false })
  }
  const { rubric } = point
  if (rubric.source.method === 'judged' && open.input.judgements?.[point.id] === undefined) gaps.push({ kind: 'judgement', id: point.id, values: rubric.levels.map(({ id }) => id), finite: true })
  return gaps
}

const enumerable = 256

const cases = new WeakMap<Compiled, ReadonlyMap<string, unknown[]>>()

/** What golden cases answer, by field. */
function inCases(compiled: Compiled): ReadonlyMap<string, unknown[]> {
  const known = cases.get(compiled)
  if (known) return known
  const found = new Map<string, unknown[]>()
  for (const { point } of compiled.points) for (const { answers, previous } of point.examples ?? []) for (const given of [answers, previous ?? {}]) for (const [id, value] of Object.entries(given)) {
    const own = found.get(id)
    if (own) own.push(value)
    else found.set(id, [value])
  }
  cases.set(compiled, found)
  return found
}

/** The values a field can take: all of them where they are few, else its ends, last year's and those of golden cases. */
export function valuesOf(compiled: Compiled, { id, schema }: FieldInfo, input: Input): { values: unknown[]; finite: boolean } {
  if (schema.type === 'boolean') return { values: [true, false], finite: true }
  if (schema.type === 'string' && schema.oneOf) return { values: schema.oneOf.map((option) => option.const), finite: true }
  const known = [input.previous?.[id], ...(inCases(compiled).get(id) ?? [])].filter((value) => value !== undefined && value !== null)
  if (schema.type === 'number' || schema.type === 'integer') {
    const { minimum, maximum } = schema
    const all = minimum === undefined || maximum === undefined ? undefined : enteredBetween(minimum, maximum, decimalsOf(schema))
    if (all) return { values: all, finite: true }
    const ends = [minimum, maximum, 0, 1, 100].filter((value) => value !== undefined && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))
    return { values: unique([...known, ...ends]), finite: false }
  }
  if (schema.type === 'array' && schema.items?.oneOf) return { values: subsetsOf(schema.items.oneOf.map((option) => option.const)), finite: schema.items.oneOf.length <= chosenAtOnce }
  if (schema.type === 'array') return { values: unique([...known, ...rowsOf(schema)]), finite: false }
  return { values: unique([...known, ...(schema.type === 'string' && schema.format === undefined ? ['…'] : [])]), finite: false }
}

/** Options of a multiple choice of which every selection is looked at. */
const chosenAtOnce = 6

const subsetsOf = (options: readonly string[]): string[][] =>
  options.length <= chosenAtOnce ? options.reduce<string[][]>((list, option) => list.flatMap((chosen) => [chosen, [...chosen, option]]), [[]]) : [[], ...options.map((option) => [option]), [...options]]

/** Tables of none to three rows, all of them alike, with cells at the ends of what they can be. */
function rowsOf({ items, 'x-rows': fixed }: FieldInfo['schema']): Record<string, unknown>[][] {
  const columns = Object.entries(items?.properties ?? {}).filter(([, column]) => column['x-calculation'] === undefined)
  const cells = columns.map(([id, column]) => [id, endsOf(column)] as const)
  const rows = [0, 1, 2].map((i) => Object.fromEntries(cells.map(([id, ends]) => [id, ends[i % ends.length]])))
  return fixed ? rows.map((row) => fixed.map((own) => ({ ...row, ...own }))) : [[], ...rows.flatMap((row) => [[row], [row, row], [row, row, row]])]
}

function endsOf({ type, oneOf, minimum, maximum }: Element): unknown[] {
  if (type === 'boolean') return [true, false]
  if (oneOf) return oneOf.map((option) => option.const)
  return type === 'number' || type === 'integer' ? unique([Math.min(Math.max(1, minimum ?? 1), maximum ?? 1), minimum ?? 0, maximum ?? 100]) : ['…']
}

/** Every number that can be entered between two ends, where they are few. */
function enteredBetween(minimum: number, maximum: number, decimals: number | undefined): number[] | undefined {
  if (decimals === undefined) return undefined
  const [below, last] = [stepsTo(minimum, decimals), stepsTo(maximum, decimals)]
  if (below === undefined || last === undefined || last - below >= enumerable) return undefined
  const first = numberAt(below, decimals) === minimum ? below : below + 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => numberAt(first + i, decimals))
}

const decimalsOf = ({ type, 'x-decimals': decimals }: FieldInfo['schema']): number | undefined => (type === 'integer' ? 0 : decimals)
const unique = (values: readonly unknown[]): unknown[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]

/** Most completions looked at, where not fewer are asked for. */
const most = 4096

/**
 * Ways the gaps can be filled: every one where that is few enough, and then `all`; else those of golden cases, each value on
 * top of them, numbers solved for the thresholds the level turns on, and mixtures. The same gaps give the same completions.
 */
export function completionsOf(compiled: Compiled, point: PointInfo, open: Probe, gaps: readonly Gap[], limit = most): { all: boolean; list: Completion[] } {
  const count = gaps.reduce((product, { values, finite }) => product * (finite ? values.length : Infinity), 1)
  if (count <= limit) return { all: true, list: gaps.reduce<unknown[][]>((list, { values }) => list.flatMap((row) => values.map((value) => [...row, value])), [[]]) }
  const list: Completion[] = []
  const add = (row: Completion): void => void (list.length < limit && list.push(row))
  const cases = (point.point.examples ?? []).map(({ answers }) => gaps.map(({ id, values }) => answers[id] ?? values[0]))
  const bases = [...cases, gaps.map(({ values }) => values[0]), gaps.map(({ values }) => values.at(-1))].slice(0, 12)
  for (const base of bases) {
    if (list.length >= limit) break
    add(base)
    for (const [i, gap] of gaps.entries()) for (const value of [...few(gap.values), ...solved(compiled, point, open, gaps, base, i)]) add(base.with(i, value))
  }
  const random = generator(1)
  const pools = gaps.map(({ values }, i) => unique([...few(values), ...list.slice(0, 400).map((row) => row[i])]))
  for (let i = 0; i < 600; i++) add(pools.map((pool) => pool[Math.floor(random() * pool.length)]))
  return { all: false, list }
}

/** At most sixteen of them, evenly apart. */
const few = (values: readonly unknown[]): unknown[] => (values.length <= 16 ? [...values] : Array.from({ length: 16 }, (_, i) => values[Math.round((i * (values.length - 1)) / 15)]))

/** Values of the i-th gap that put a number the level turns on at, just below and just above its threshold. */
function solved(compiled: Compiled, point: PointInfo, open: Probe, gaps: readonly Gap[], base: Completion, i: number): number[] {
  const schema = compiled.fields.get(gaps[i]?.id ?? '')?.schema
  const [own, other] = [base[i], gaps[i]?.values.find((value) => value !== base[i])]
  if (!schema || typeof own !== 'number') return []
  const boundaries = boundariesOf(point)
  const at = (x: number): (number | undefined)[] => {
    open.fill(answersOf(gaps, base.with(i, x)))
    return boundaries.map(({ node }) => open.number(node))
  }
  const decimals = decimalsOf(schema) ?? 2
  const stepped = (x: number, by: number): number => {
    const steps = stepsTo(x, decimals)
    return steps === undefined ? x : numberAt(steps + by, decimals)
  }
  const x1 = typeof other === 'number' ? other : stepped(own, 1)
  const [low, high] = [at(own), at(x1)]
  return boundaries.flatMap(({ at: wanted }, k) => {
    const [y0, y1] = [low[k], high[k]]
    if (y0 === undefined || y1 === undefined || y0 === y1) return []
    const x = own + ((wanted - y0) * (x1 - own)) / (y1 - y0) + numberAt(0.5, decimals)
    return [-1, 0, 1].map((by) => stepped(x, by)).filter((one) => one >= (schema.minimum ?? -Infinity) && one <= (schema.maximum ?? Infinity))
  })
}

/** The answers of a completion by field. */
export const answersOf = (gaps: readonly Gap[], completion: Completion): Record<string, unknown> =>
  Object.fromEntries(gaps.flatMap(({ kind, id }, i) => (kind === 'field' ? [[id, completion[i]]] : [])))
