/** Largest whole number doubles hold without gaps. */
const safe = 9007199254740991
/** Numerators and denominators beyond this many bits are given up: the result is unknown. */
export const bitLimit = 4096

type Whole = number | bigint

/** An exact fraction; small ones are kept in whole doubles, others in BigInt. The denominator is positive. */
export class Rational {
  readonly n: Whole
  readonly d: Whole
  constructor(n: Whole, d: Whole) {
    this.n = n
    this.d = d
  }
}

export const zero = new Rational(0, 1)
export const one = new Rational(1, 1)

const powers = Array.from({ length: 23 }, (_, k) => 10 ** k)
const powerOfTen = (k: number): number => powers[k] ?? 10 ** k

/** The decimal a double is written as: the shortest one that reads back as the same double. */
export function rational(x: number): Rational {
  if (Number.isInteger(x) && x <= safe && x >= -safe) return new Rational(x + 0, 1)
  if (x < 1e9 && x > -1e9) {
    for (let k = 1; k <= 9; k++) {
      const p = powerOfTen(k)
      const n = Math.round(x * p)
      if (n >= 1e15 || n <= -1e15) break
      if (n / p === x) return new Rational(n, p)
    }
  }
  return fromDecimal(String(x))
}

/** Reads a decimal such as `-12.50` or `1e-7`. */
export function fromDecimal(text: string): Rational {
  const [digits = '0', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const scale = fraction.length - Number(exponent)
  const n = BigInt(whole + fraction)
  return shrunk(scale <= 0 ? n * 10n ** BigInt(-scale) : n, scale <= 0 ? 1n : 10n ** BigInt(scale))
}

function shrunk(n: bigint, d: bigint): Rational {
  if (n <= safe && n >= -safe && d <= safe) return new Rational(Number(n), Number(d))
  const g = gcd(n < 0n ? -n : n, d)
  const [p, q] = g === 1n ? [n, d] : [n / g, d / g]
  return p <= safe && p >= -safe && q <= safe ? new Rational(Number(p), Number(q)) : new Rational(p, q)
}

function gcd(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}

const fits = (x: number): boolean => x <= safe && x >= -safe

export function add(a: Rational, b: Rational): Rational {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    if (a.d === b.d) {
      const n = a.n + b.n
      if (fits(n)) return new Rational(n, a.d)
    } else {
      const wide = a.d > b.d
      const ratio = wide ? a.d / b.d : b.d / a.d
      if (Number.isInteger(ratio)) {
        const scaled = wide ? b.n * ratio : a.n * ratio
        const n = scaled + (wide ? a.n : b.n)
        if (fits(scaled) && fits(n)) return new Rational(n, wide ? a.d : b.d)
      }
      const [x, y, d] = [a.n * b.d, b.n * a.d, a.d * b.d]
      if (fits(x) && fits(y) && fits(d) && fits(x + y)) return new Rational(x + y, d)
    }
  }
  const [ad, bd] = [BigInt(a.d), BigInt(b.d)]
  return ad === bd ? shrunk(BigInt(a.n) + BigInt(b.n), ad) : shrunk(BigInt(a.n) * bd + BigInt(b.n) * ad, ad * bd)
}

export const negate = (a: Rational): Rational => new Rational(typeof a.n === 'number' ? 0 - a.n : -a.n, a.d)

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))

export function multiply(a: Rational, b: Rational): Rational {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    const [n, d] = [a.n * b.n, a.d * b.d]
    if (fits(n) && fits(d)) return new Rational(n + 0, d)
  }
  return shrunk(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d))
}

/** The divisor must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  const flipped = typeof b.n === 'number' && typeof b.d === 'number' ? (b.n < 0 ? new Rational(-b.d, -b.n) : new Rational(b.d, b.n)) : b.n < 0 ? new Rational(-BigInt(b.d), -BigInt(b.n)) : new Rational(b.d, b.n)
  return multiply(a, flipped)
}

/** -1, 0 or 1. */
export const sign = (a: Rational): number => (a.n > 0 ? 1 : a.n < 0 ? -1 : 0)
export const isZero = (a: Rational): boolean => a.n === 0 || a.n === 0n

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  if (typeof a.n === 'number' && typeof b.n === 'number' && typeof a.d === 'number' && typeof b.d === 'number') {
    if (a.d === b.d) return a.n < b.n ? -1 : a.n > b.n ? 1 : 0
    const [x, y] = [a.n * b.d, b.n * a.d]
    if (fits(x) && fits(y)) return x < y ? -1 : x > y ? 1 : 0
  }
  const [x, y] = [BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The greatest whole number not above a. */
export function floor(a: Rational): Rational {
  if (typeof a.n === 'number' && typeof a.d === 'number') {
    const rest = a.n % a.d
    const whole = (a.n - rest) / a.d
    return new Rational((rest < 0 ? whole - 1 : whole) + 0, 1)
  }
  const [n, d] = [BigInt(a.n), BigInt(a.d)]
  const rest = n % d
  return shrunk((n - (rest < 0n ? rest + d : rest)) / d, 1n)
}

export const ceil = (a: Rational): Rational => negate(floor(negate(a)))

/** Towards zero. */
export const truncate = (a: Rational): Rational => (a.n < 0 ? ceil(a) : floor(a))

const half = new Rational(1, 2)

/** Rounded to a number of decimals, halves away from zero. */
export function round(a: Rational, decimals: number): Rational {
  const scale = rational(10 ** Math.abs(decimals))
  const scaled = decimals >= 0 ? multiply(a, scale) : divide(a, scale)
  const whole = scaled.n < 0 ? negate(floor(add(negate(scaled), half))) : floor(add(scaled, half))
  return decimals >= 0 ? divide(whole, scale) : multiply(whole, scale)
}

/** a to a whole power, exactly. */
export function power(a: Rational, exponent: number): Rational {
  const n = BigInt(a.n) ** BigInt(Math.abs(exponent))
  const d = BigInt(a.d) ** BigInt(Math.abs(exponent))
  return exponent >= 0 ? shrunk(n, d) : n < 0n ? shrunk(-d, -n) : shrunk(d, n)
}

/** The nearest double. */
export function toNumber(a: Rational): number {
  if (typeof a.n === 'number' && typeof a.d === 'number') return a.n / a.d + 0
  const [n, d] = [BigInt(a.n), BigInt(a.d)]
  const size = n < 0n ? -n : n
  const shift = 66 - (bits(size) - bits(d))
  const [top, bottom] = shift >= 0 ? [size << BigInt(shift), d] : [size, d << BigInt(-shift)]
  const quotient = top / bottom
  const sticky = quotient * bottom === top ? quotient : quotient | 1n
  const value = Number(sticky)
  const scaled = shift > 1000 ? value * 2 ** -1000 * 2 ** (1000 - shift) : value * 2 ** -shift
  return n < 0n ? -scaled : scaled
}

const bits = (x: bigint): number => x.toString(16).length * 4

const large = 1n << 256n

/** Bits of a fraction beyond what is cheap to compute with; 0 for ordinary ones. */
export function bulk(a: Rational): number {
  if (typeof a.n === 'number' && typeof a.d === 'number') return 0
  const [n, d] = [BigInt(a.n), BigInt(a.d)]
  return n < large && n > -large && d < large ? 0 : Math.max(bits(n), bits(d))
}
