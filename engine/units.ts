import table from '../schemas/units.json' with { type: 'json' }

/** A unit taken apart: how many of its bases one is, and the bases with their powers; a rate of like by like has none. */
export interface Measure { factor: number; powers: ReadonlyMap<string, number> }

/** Declared conversions; anything else is a base of its own. Nothing is guessed. `of` null is a bare count, which fits anything. */
const declared: Readonly<Record<string, { of: string | null; factor: number }>> = table

/** A number without a unit: like divided by like. */
export const plain: Measure = { factor: 1, powers: new Map() }

/** The measure of a unit such as 万元 or 元/生; undefined where any number will do. */
export function measureOf(unit: string | undefined): Measure | undefined {
  const name = unit?.trim() ?? ''
  if (name === '') return undefined
  return name.split(/[/／]/).map(simple).reduce((left, right) => left && right && quotient(left, right))
}

function simple(name: string): Measure | undefined {
  const own = Object.hasOwn(declared, name) ? declared[name] : undefined
  if (own?.of === null) return undefined
  const base = own?.of ?? name
  return { factor: own?.factor ?? 1, powers: new Map(base === '' ? [] : [[base, 1]]) }
}

export const product = (a: Measure, b: Measure): Measure => combined(a, b, 1)
export const quotient = (a: Measure, b: Measure): Measure => combined(a, b, -1)

function combined(a: Measure, b: Measure, sign: 1 | -1): Measure {
  const powers = new Map(a.powers)
  for (const [base, power] of b.powers) powers.set(base, (powers.get(base) ?? 0) + sign * power)
  return { factor: exact(a.factor * b.factor ** sign), powers: new Map([...powers].filter(([, power]) => power !== 0)) }
}

const exact = (value: number): number => Number(value.toPrecision(12))

/** Whether one can be turned into the other by a factor. */
export const alike = (a: Measure, b: Measure): boolean => a.powers.size === b.powers.size && [...a.powers].every(([base, power]) => b.powers.get(base) === power)
export const same = (a: Measure, b: Measure): boolean => alike(a, b) && a.factor === b.factor

/** How many of the second unit one of the first is; undefined where no conversion is declared. */
export function conversion(from: string | undefined, to: string | undefined): number | undefined {
  const [a, b] = [measureOf(from), measureOf(to)]
  return a && b && alike(a, b) ? exact(a.factor / b.factor) : undefined
}

/** A measure by the names of units: one that is declared where there is one, else its bases with the factor before them. */
export function nameOf({ factor, powers }: Measure): string {
  const side = (sign: 1 | -1): [string, number][] => [...powers].filter(([, power]) => power * sign > 0)
  const text = (list: [string, number][]): string => list.map(([base, power]) => (Math.abs(power) === 1 ? base : `${base}^${Math.abs(power)}`)).join('·')
  const [over, under] = [side(1), text(side(-1))]
  const base = over.length === 1 && over[0]?.[1] === 1 ? over[0][0] : over.length === 0 ? '' : undefined
  const own = factor === 1 ? undefined : Object.keys(declared).find((name) => declared[name]?.of === base && declared[name]?.factor === factor)
  return `${own ?? (over.length === 0 ? String(factor) : `${factor === 1 ? '' : `${factor} `}${text(over)}`)}${under && `/${under}`}`
}

/** Factors that turn one declared unit into another: numbers that may be meant as a conversion where they stand in a rule. */
export const conversions: ReadonlySet<number> = new Set(Object.values(declared).flatMap((one) => Object.values(declared).flatMap((other) => (one.of === other.of ? [exact(one.factor / other.factor), one.factor, exact(1 / one.factor)] : []))).filter((factor) => factor !== 1))

/** Whether numbers of this unit are shares or quotients, which do not add up. */
export function isRate(unit: string | undefined): boolean {
  if (/[/／]/.test(unit ?? '')) return true
  const measure = measureOf(unit)
  return measure !== undefined && (measure.powers.size === 0 || [...measure.powers.values()].some((power) => power < 0))
}
