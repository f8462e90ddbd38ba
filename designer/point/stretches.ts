import type { Rubric, Rule } from '../../schemas/index.ts'
import { operandOf, shapeOf } from '../rules/place.ts'

/** A stretch of the number line and what the conditions make of it; a single value where both ends are the same. */
export interface Stretch { from: number; to: number; levels: readonly string[]; state: 'level' | 'gap' | 'overlap'; /** A value inside. */ example: number }

export interface Line { /** The one number all conditions look at. */ path: string; ends: readonly number[]; low: number; high: number; stretches: readonly Stretch[] }

type Truth = (value: number) => boolean

/** Conditions that only compare one number with thresholds, laid out on the number line; nothing for any other conditions. */
export function lineOf({ criteria = [], otherwise, policy }: Rubric, parameter: (id: string) => unknown): Line | undefined {
  const paths = new Set<string>()
  const found = new Set<number>()
  const constant = (rule: Rule): number | undefined => {
    const shape = operandOf(rule)
    const value = shape.kind === 'number' ? shape.value : shape.kind === 'name' && shape.path.startsWith('params.') ? parameter(shape.path.slice('params.'.length)) : undefined
    return typeof value === 'number' ? value : undefined
  }
  const side = (rule: Rule): ((value: number) => number) | undefined => {
    const value = constant(rule)
    if (value !== undefined) { found.add(value); return () => value }
    const shape = operandOf(rule)
    if (shape.kind !== 'name' || shape.path.startsWith('params.')) return undefined
    paths.add(shape.path)
    return (x) => x
  }
  const truth = (rule: Rule): Truth | undefined => {
    const shape = shapeOf(rule)
    if (shape.kind === 'group') {
      const parts = shape.parts.map(truth)
      if (!parts.every((part) => part !== undefined)) return undefined
      return shape.operator === 'and' ? (x) => parts.every((part) => part(x)) : (x) => parts.some((part) => part(x))
    }
    if (shape.kind === 'other') return undefined
    const [left, right, compare] = [side(shape.left), side(shape.right), comparing[shape.operator]]
    return left && right && compare ? (x) => compare(left(x), right(x)) : undefined
  }
  const truths = criteria.map(({ levelIf }) => truth(levelIf))
  const [path] = paths
  const ends = [...found].toSorted((a, b) => a - b)
  if (!truths.every((one) => one !== undefined) || path === undefined || paths.size > 1 || ends.length === 0) return undefined
  const [least = 0, most = 0] = [ends[0], ends.at(-1)]
  const pad = (most - least || Math.abs(most) || 1) / 3
  const [low, high] = [least - pad, most + pad]
  const stretch = (from: number, to: number): Stretch => {
    const example = (from + to) / 2
    const holding = criteria.flatMap(({ level }, i) => (truths[i]?.(example) ? [level] : []))
    const levels = holding.length > 0 ? (policy === 'unique' ? holding : holding.slice(0, 1)) : otherwise === undefined ? [] : [otherwise]
    return { from, to, levels, state: levels.length === 0 ? 'gap' : levels.length > 1 ? 'overlap' : 'level', example }
  }
  const cuts = [low, ...ends, high]
  const all = cuts.slice(0, -1).flatMap((from, i) => [...(i === 0 ? [] : [stretch(from, from)]), stretch(from, cuts[i + 1] ?? from)])
  return { path, ends, low, high, stretches: joined(all) }
}

const comparing: Readonly<Record<string, (a: number, b: number) => boolean>> = { '>=': (a, b) => a >= b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '<': (a, b) => a < b, '==': (a, b) => a === b, '!=': (a, b) => a !== b }

/** Neighbours of which the same is true as one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const made: Stretch[] = []
  for (const next of stretches) {
    const last = made.at(-1)
    if (last && last.levels.join() === next.levels.join()) made[made.length - 1] = { ...last, to: next.to, example: last.from === last.to ? next.example : last.example }
    else made.push(next)
  }
  return made
}
