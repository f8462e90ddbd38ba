import type { Closure } from './closure.ts'
import type { Column } from './column.ts'
import { tooMany, type Loop } from './loop.ts'
import { Rational } from './rational.ts'
import { isColumn, sourceOf, type Source } from './source.ts'
import type { Node } from './contract.ts'

/** The variation of a column, with another of the same rows for weights; undefined where it is left to exact arithmetic. */
export function variation(list: Node | undefined, weights: Node | undefined, open: (source: Source) => Loop, exact: Closure): Closure | undefined {
  const [values, other] = [sourceOf(list), sourceOf(weights)]
  if (!values?.body || !isColumn(values) || (weights && !(other?.body && isColumn(other) && sameRows(values, other)))) return undefined
  const loop = open(values)
  return spread(loop, loop.column(values.body.key ?? '', NaN), other?.body && loop.column(other.body.key ?? '', NaN), exact)
}

/** What a coefficient worked out in doubles may be off by, at most, to be taken. */
const fine = 4e-12

const spread = (loop: Loop, values: Column, weights: Column | undefined, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  loop.end()
  const { chosen } = loop
  let [total, sum, sizes, largest] = [0, 0, 0, 0]
  for (let i = 0; i < size; i++) {
    const x = values.cells[chosen[i] as number] as number
    const w = weights ? (weights.cells[chosen[i] as number] as number) : 1
    if (w < 0) return exact(slots)
    total += w
    sum += w * x
    sizes += w * Math.abs(x)
    largest = Math.max(largest, Math.abs(x))
  }
  if (sum !== sum) return NaN
  const mean = sum / total
  let squares = 0
  for (let i = 0; i < size; i++) {
    const off = (values.cells[chosen[i] as number] as number) - mean
    squares += (weights ? (weights.cells[chosen[i] as number] as number) : 1) * off * off
  }
  const result = Math.sqrt(squares / total) / mean
  return result > 0 && errorOf(size, sizes / Math.abs(sum), largest / Math.abs(mean), result) < fine ? result : exact(slots)
}

/** Whether two lists go through the same rows. */
const sameRows = (a: Source, b: Source): boolean => a.slot === b.slot && a.depth === b.depth && alike(a.tests, b.tests)

function alike(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((one, i) => {
    const other = b[i]
    return other !== undefined && one.kind === other.kind && one.operator === other.operator && one.variable === other.variable && one.depth === other.depth && one.key === other.key && same(one, other) && alike(one.parts, other.parts)
  })
}

const same = ({ constant: a, names }: Node, { constant: b }: Node): boolean => names === undefined && (a === b || (a instanceof Rational && b instanceof Rational && a.n === b.n && a.d === b.d))

/**
 * Bounds the relative error of a coefficient of variation, twice over: the mean is off by the rounding of its sum (`cancelled` is
 * how much larger its terms are), each distance from it by that and by the rounding of the largest value, and the root of their
 * squares by no more than the largest of them.
 */
const errorOf = (size: number, cancelled: number, largestOverMean: number, result: number): number =>
  2 ** -52 * ((largestOverMean + (size + 2) * (cancelled + 1)) / result + (size + 4) * (cancelled + 2))
