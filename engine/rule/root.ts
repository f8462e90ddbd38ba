import { Rational, compare, fromDecimal, isZero, multiply, rational, sign, toNumber, zero, divide } from './rational.ts'

/**
 * The square root of an exact fraction. Compared and rounded exactly (by squaring); any further arithmetic takes its value
 * rounded to 12 significant digits.
 */
export class Root {
  readonly square: Rational
  constructor(square: Rational) {
    this.square = square
  }
}

/** Digits kept of a result that no fraction can hold. */
export const significant = 12

/** Negative, zero or positive as a is below, equal to or above b; a root is never negative. */
export function compareReal(a: Rational | Root, b: Rational | Root): number {
  if (a instanceof Root) return b instanceof Root ? compare(a.square, b.square) : sign(b) < 0 ? 1 : compare(a.square, multiply(b, b))
  return b instanceof Root ? -compareReal(b, a) : compare(a, b)
}

function wholeRoot(n: bigint): bigint {
  if (n < 2n) return n
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const y = (x + n / x) >> 1n
    if (y >= x) return x
    x = y
  }
}

/** A root rounded to a number of decimals, halves up. */
export function roundRoot(root: Root, decimals: number): Rational {
  const scale = 10n ** BigInt(2 * Math.abs(decimals))
  const [n, d] = [BigInt(root.square.n) * 4n, BigInt(root.square.d)]
  const doubled = wholeRoot(decimals >= 0 ? (n * scale) / d : n / (d * scale))
  return fromDecimal(`${(doubled + 1n) / 2n}e${-decimals}`)
}

/** A root rounded to 12 significant digits. */
export function ofRoot(root: Root): Rational {
  if (isZero(root.square)) return zero
  const exponent = Math.floor(Math.log10(Math.sqrt(toNumber(root.square))))
  const value = roundRoot(root, significant - 1 - exponent)
  return compare(value, rational(10 ** (exponent + 1))) >= 0 ? roundRoot(root, significant - 2 - exponent) : value
}

/** The exact square root where there is one, else the root itself. */
export function rootOf(square: Rational): Rational | Root {
  const [n, d] = [BigInt(square.n), BigInt(square.d)]
  const root = wholeRoot(n * d)
  return root * root === n * d ? divide(fromDecimal(String(root)), fromDecimal(String(d))) : new Root(square)
}

/** A double rounded to 12 significant digits; undefined where there is no finite one. */
export const digits = (x: number): Rational | undefined => (Number.isFinite(x) ? fromDecimal(x.toPrecision(significant)) : undefined)
