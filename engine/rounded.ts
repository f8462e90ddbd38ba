import type { Rounding } from '../schemas/index.ts'
import { compare, floor, multiply, power, rational, round, sign, subtract, truncate, divide, type Rational } from './rule/rational.ts'

/** A number rounded as declared; untouched where nothing is declared. */
export function rounded(value: Rational, rounding: Rounding | undefined): Rational {
  if (!rounding) return value
  const { decimals, tie = 'halfUp' } = rounding
  if (tie === 'halfUp') return round(value, decimals)
  const scale = power(rational(10), decimals)
  const scaled = multiply(value, scale)
  return divide(tie === 'down' ? truncate(scaled) : halfEven(scaled), scale)
}

function halfEven(value: Rational): Rational {
  const below = floor(value)
  const order = compare(subtract(value, below), rational(0.5))
  const above = subtract(below, rational(-1))
  if (order !== 0) return order < 0 ? below : above
  const half = divide(below, rational(2))
  return sign(subtract(half, floor(half))) === 0 ? below : above
}
