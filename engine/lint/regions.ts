import { numberAt, onGrid, stepsTo } from '../grid.ts'
import { dateOf, dayOf } from '../rule/day.ts'
import type { Interval } from '../rule/interval.ts'
import type { Type } from '../rule/type.ts'

/**
 * Values that stand for every way a number can lie to its thresholds: each threshold, and one value in each stretch between
 * them that holds any. `decimals` are those a value is entered with; undefined where every number can be.
 */
export function numbersAround(thresholds: readonly number[], [low, high]: Interval, decimals: number | undefined): number[] {
  const edges = [-Infinity, ...[...new Set(thresholds)].toSorted((a, b) => a - b), Infinity]
  const found: number[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0]
    if (i > 0 && from >= low && from <= high && (decimals === undefined || onGrid(from, decimals))) found.push(from)
    const value = between({ from: Math.max(from, low), to: Math.min(to, high), withFrom: from < low, withTo: to > high }, decimals)
    if (value !== undefined) found.push(value)
  }
  return found
}

/** Numbers between two ends, which may belong to them. */
interface Stretch { from: number; to: number; withFrom: boolean; withTo: boolean }

const holds = ({ from, to, withFrom, withTo }: Stretch, value: number): boolean => (value > from || (withFrom && value === from)) && (value < to || (withTo && value === to))

/** A value of a stretch: the first that can be entered, or the last where it has no beginning; where any can be, the first of two decimals if there is one. */
function between(stretch: Stretch, decimals: number | undefined): number | undefined {
  const entered = entry(stretch, decimals ?? 2)
  if (entered !== undefined && holds(stretch, entered)) return entered
  if (entered !== undefined && decimals !== undefined) return undefined
  const { from, to } = stretch
  return [from, to, from / 2 + to / 2, from + Math.abs(from), to - Math.abs(to)].find((value) => holds(stretch, value))
}

/** The first number of a grid from where a stretch begins, the last before its end where it has no beginning; undefined where the grid is finer than doubles. */
function entry({ from, to, withFrom, withTo }: Stretch, decimals: number): number | undefined {
  const end = Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0
  const steps = stepsTo(end, decimals)
  if (steps === undefined) return undefined
  const exact = numberAt(steps, decimals) === end
  if (Number.isFinite(from)) return numberAt(exact && withFrom ? steps : steps + 1, decimals)
  return numberAt(exact && Number.isFinite(to) && !withTo ? steps - 1 : steps, decimals)
}

/** Days that stand for every way a day can lie to others. */
export function daysAround(days: readonly string[]): string[] {
  const known = days.flatMap((day) => dayOf(day) ?? [])
  return [...new Set(known.flatMap((day) => [day - 1, day, day + 1]))].toSorted((a, b) => a - b).map(dateOf)
}

/** Texts that stand for every way a text can equal others: its options, or those it is compared with and one more. */
export const textsBeside = (type: Type, compared: readonly string[]): string[] =>
  type.kind === 'text' && type.options ? [...type.options] : [...new Set([...compared, '…'])]
