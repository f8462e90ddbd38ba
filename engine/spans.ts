import type { Node } from '../schemas/index.ts'
import { Rational, rational } from './rule/rational.ts'

/** Outcomes by position in the tree, and their scores exactly. */
export interface Scored { readonly outcomes: (Node | undefined)[]; readonly spans: Spans }

/** Words of one node: the lower and the upper numerator, their denominator (0: not small, or no score), 1 where the score is open. */
const stride = 4
const safe = 2 ** 53 - 1

/** The exact scores of nodes by their position in the tree, or the ends of what they may still be: small fractions side by side. */
export class Spans {
  private readonly numbers: Float64Array
  private readonly large = new Map<number, readonly [Rational, Rational]>()

  constructor(nodes: number) {
    this.numbers = new Float64Array(nodes * stride)
  }

  /** Notes what an outcome says; `low` and `high` where its doubles do not say it exactly. */
  note(index: number, { status, score, scoreRange }: Node, low?: Rational, high = low): void {
    if (this.large.size > 0) this.large.delete(index)
    if (status === 'determined' && score !== undefined) {
      if (low) this.fractions(index, low, low, 0)
      else if (Number.isSafeInteger(score)) this.put(index, score, score, 1, 0)
      else this.fractions(index, rational(score), undefined, 0)
    } else if (scoreRange) {
      const [least, most] = scoreRange
      if (!low && Number.isSafeInteger(least) && Number.isSafeInteger(most)) this.put(index, least, most, 1, 1)
      else this.fractions(index, low ?? rational(least), high ?? rational(most), 1)
    } else this.put(index, 0, 0, 0, 0)
  }

  /** Notes what other spans say of one of theirs. */
  copy(index: number, { numbers: from, large }: Spans, other: number): void {
    if (this.large.size > 0) this.large.delete(index)
    const source = other * stride
    this.put(index, from[source] as number, from[source + 1] as number, from[source + 2] as number, from[source + 3] as number)
    const exact = large.size > 0 ? large.get(other) : undefined
    if (exact) this.large.set(index, exact)
  }

  private put(index: number, low: number, high: number, below: number, open: number): void {
    const { numbers } = this
    const at = index * stride
    numbers[at] = low + 0
    numbers[at + 1] = high + 0
    numbers[at + 2] = below
    numbers[at + 3] = open
  }

  private fractions(index: number, low: Rational, high: Rational = low, open: 0 | 1): void {
    if (typeof low.n === 'number' && typeof low.d === 'number' && typeof high.n === 'number' && typeof high.d === 'number') {
      if (low.d === high.d) return this.put(index, low.n, high.n, low.d, open)
      const [least, most, below] = [low.n * high.d, high.n * low.d, low.d * high.d]
      if (Math.abs(least) <= safe && Math.abs(most) <= safe && below <= safe) return this.put(index, least, most, below, open)
    }
    this.put(index, 0, 0, 0, open)
    this.large.set(index, [low, high])
  }

  /** An end of a node's score, exactly; undefined where it has none. */
  end(index: number, end: 0 | 1): Rational | undefined {
    const at = index * stride
    const below = this.numbers[at + 2] as number
    return below > 0 ? new Rational(this.numbers[at + end] as number, below) : this.large.get(index)?.[end]
  }

  /** The double nearest to an end of a small score. */
  near(index: number, end: 0 | 1): number {
    const at = index * stride
    return (this.numbers[at + end] as number) / (this.numbers[at + 2] as number) + 0
  }

  /**
   * The weighted mean of these nodes, noted for `own`: 2 if all have a score, 1 if of some only the ends are known; 0 where one
   * has neither or the numbers grow too large for this.
   */
  mean(own: number, children: readonly { readonly index: number; readonly weight: number }[]): 0 | 1 | 2 {
    const { numbers } = this
    let [low, high, denominator, total, open] = [0, 0, 1, 0, 0]
    for (const { index, weight } of children) {
      const at = index * stride
      const below = numbers[at + 2] as number
      if (below === 0 || weight < 0 || !Number.isInteger(weight)) return 0
      if (weight === 0) continue
      let times = denominator / below
      if (!Number.isInteger(times)) {
        const wider = (denominator / common(denominator, below)) * below
        if (wider > 1e6) return 0
        low *= wider / denominator
        high *= wider / denominator
        denominator = wider
        times = denominator / below
        if (!moderate(low, high)) return 0
      }
      const factor = weight * times
      low += (numbers[at] as number) * factor
      high += (numbers[at + 1] as number) * factor
      open += numbers[at + 3] as number
      total += weight
      if (!moderate(low, high)) return 0
    }
    if (!(total > 0 && total < 1e9)) return 0
    const whole = denominator * total
    // Small ones stay as they are: shortening costs more than it saves.
    const shared = whole <= 1000 ? 1 : common(common(Math.abs(low), whole), Math.abs(high))
    if (this.large.size > 0) this.large.delete(own)
    this.put(own, low / shared, high / shared, whole / shared, open > 0 ? 1 : 0)
    return open > 0 ? 1 : 2
  }
}

const moderate = (low: number, high: number): boolean => Math.abs(low) <= 1e15 && Math.abs(high) <= 1e15

/** The greatest common divisor of whole numbers below 2^53; the quotient's rounding never reaches the next whole number, and `%` is a call. */
function common(a: number, b: number): number {
  while (b > 0) {
    const rest = a - Math.floor(a / b) * b
    a = b
    b = rest
  }
  return a
}
