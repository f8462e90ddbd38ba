import { dateOf, dayOf } from '../rule/day.ts'
import type { Interval } from '../rule/interval.ts'
import type { Type } from '../rule/type.ts'

/**
 * Values that stand for every way a number can lie to its thresholds: each threshold, and one value in each stretch between
 * them that holds any. `step` is the distance between values that can be entered; undefined where every number can be.
 */
export function numbersAround(thresholds: readonly number[], [low, high]: Interval, step: number | undefined): number[] {
  const turns = [...new Set(thresholds)].toSorted((a, b) => a - b)
  const edges = [-Infinity, ...turns, Infinity]
  const found: number[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0]
    if (i > 0 && from >= low && from <= high && onGrid(from, step)) found.push(from)
    const value = between(Math.max(from, low), Math.min(to, high), from < low, to > high, step ?? gapOf(turns))
    if (value !== undefined) found.push(value)
  }
  return found
}

const exact = (value: number): number => Number(value.toPrecision(12))
const onGrid = (value: number, step: number | undefined): boolean => step === undefined || exact(Math.round(value / step) * step) === value

/** Fine enough to fall between any two thresholds. */
const gapOf = (turns: readonly number[]): number => turns.slice(1).reduce((least, value, i) => Math.min(least, (value - (turns[i] ?? value)) / 2), 0.01)

/** The first value that can be entered between two ends (which may belong to it), counted from the lower; from the upper where there is no lower. */
function between(from: number, to: number, withFrom: boolean, withTo: boolean, step: number): number | undefined {
  const [low, high] = [from / step, to / step]
  const value = Number.isFinite(from) ? (withFrom ? exact(Math.ceil(low - 1e-9) * step) : exact((Math.floor(low + 1e-9) + 1) * step))
    : Number.isFinite(to) ? (withTo ? exact(Math.floor(high + 1e-9) * step) : exact((Math.ceil(high - 1e-9) - 1) * step)) : 0
  return value < to || (withTo && value === to) ? value : undefined
}

/** Days that stand for every way a day can lie to others. */
export function daysAround(days: readonly string[]): string[] {
  const known = days.flatMap((day) => dayOf(day) ?? [])
  return [...new Set(known.flatMap((day) => [day - 1, day, day + 1]))].toSorted((a, b) => a - b).map(dateOf)
}

/** Texts that stand for every way a text can equal others: its options, or those it is compared with and one more. */
export const textsBeside = (type: Type, compared: readonly string[]): string[] =>
  type.kind === 'text' && type.options ? [...type.options] : [...new Set([...compared, '…'])]
