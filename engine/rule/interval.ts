import { numberLimit, type NumberType } from './type.ts'
import type { Node } from './contract.ts'

/** Between which numbers a value lies, ends included; widened outward wherever doubles may have rounded. */
export type Interval = readonly [low: number, high: number]

export const everything: Interval = [-Infinity, Infinity]

/** What is known about the size of a node's value. */
export function intervalOf({ type, kind, variable, constant }: Node): Interval {
  if (type.kind !== 'number') return everything
  const entered = constant === undefined && (kind === 'item' || (kind === 'variable' && !variable?.rule))
  return [type.min ?? (entered ? -numberLimit : -Infinity), type.max ?? (entered ? numberLimit : Infinity)]
}

/** A number type with this range. */
export function numberIn([low, high]: Interval, rest: Omit<NumberType, 'kind' | 'min' | 'max'> = {}): NumberType {
  return { kind: 'number', ...rest, ...(low > -Infinity ? { min: low } : {}), ...(high < Infinity ? { max: high } : {}) }
}

const widened = (low: number, high: number, size: number): Interval => {
  if (Number.isSafeInteger(low) && Number.isSafeInteger(high)) return [low + 0, high + 0]
  const slack = size * 2 ** -50
  return [Number.isNaN(low) ? -Infinity : low - slack || 0, Number.isNaN(high) ? Infinity : high + slack || 0]
}

export const plus = ([a, b]: Interval, [c, d]: Interval): Interval => {
  const nonNegative = a >= 0 && c >= 0
  const [low, high] = widened(a + c, b + d, Math.max(Math.abs(a) + Math.abs(c), Math.abs(b) + Math.abs(d)))
  return nonNegative ? [Math.max(low, 0), high] : [low, high]
}
export const opposite = ([a, b]: Interval): Interval => [0 - b, 0 - a]
export const minus = (x: Interval, y: Interval): Interval => {
  const [a, b] = [x[0] - y[1], x[1] - y[0]]
  return widened(a, b, Math.max(Math.abs(x[0]) + Math.abs(y[1]), Math.abs(x[1]) + Math.abs(y[0])))
}

function corners(products: readonly number[], nonNegative: boolean): Interval {
  if (products.some(Number.isNaN)) return nonNegative ? [0, Infinity] : everything
  const [low, high] = [Math.min(...products), Math.max(...products)]
  const [wideLow, wideHigh] = widened(low, high, Math.max(Math.abs(low), Math.abs(high)))
  return nonNegative ? [Math.max(0, wideLow), wideHigh] : [wideLow, wideHigh]
}

/** 0 times an open end is 0. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)
export const times = ([a, b]: Interval, [c, d]: Interval): Interval =>
  corners([product(a, c), product(a, d), product(b, c), product(b, d)], a >= 0 && c >= 0)

export const over = ([a, b]: Interval, [c, d]: Interval): Interval => {
  if (c > 0 || d < 0) return corners([a / c, a / d, b / c, b / d], a >= 0 && c > 0)
  return a >= 0 && c >= 0 ? [0, Infinity] : everything
}
export const hull = ([a, b]: Interval, [c, d]: Interval): Interval => [Math.min(a, c), Math.max(b, d)]
export const magnitude = ([a, b]: Interval): Interval => (a >= 0 ? [a, b] : b <= 0 ? [0 - b, 0 - a] : [0, Math.max(-a, b)])
