/** Exact fractions for the reference evaluator; written apart from the engine's own on purpose. */
export interface Fraction { p: bigint; q: bigint }

export const whole = (n: bigint | number): Fraction => ({ p: BigInt(n), q: 1n })

/** The shortest decimal of a double. */
export function decimal(x: number): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(x))
  if (!match) throw new Error(`no decimal: ${x}`)
  const [, minus, before = '', after = '', exponent = '0'] = match
  const power = Number(exponent) - after.length
  const n = BigInt(`${minus}${before}${after}`)
  return power >= 0 ? whole(n * 10n ** BigInt(power)) : { p: n, q: 10n ** BigInt(-power) }
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ p: a.p * b.q + b.p * a.q, q: a.q * b.q })
export const minus = (a: Fraction, b: Fraction): Fraction => ({ p: a.p * b.q - b.p * a.q, q: a.q * b.q })
export const times = (a: Fraction, b: Fraction): Fraction => ({ p: a.p * b.p, q: a.q * b.q })
export const over = (a: Fraction, b: Fraction): Fraction => (b.p < 0n ? { p: -a.p * b.q, q: a.q * -b.p } : { p: a.p * b.q, q: a.q * b.p })
export const order = (a: Fraction, b: Fraction): number => {
  const difference = a.p * b.q - b.p * a.q
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** Greatest whole number not above. */
export const down = ({ p, q }: Fraction): bigint => (p >= 0n ? p / q : -((-p + q - 1n) / q))

/** The nearest double, by asking which of the neighbours is closer. */
export function nearest({ p, q }: Fraction): number {
  if (p < 0n) return 0 - nearest({ p: -p, q })
  if (p === 0n) return 0
  const digits = 25 + (q.toString().length - p.toString().length)
  const scaled = digits >= 0 ? (p * 10n ** BigInt(digits)) / q : p / (q * 10n ** BigInt(-digits))
  const exact = digits >= 0 ? scaled * q === p * 10n ** BigInt(digits) : scaled * q * 10n ** BigInt(-digits) === p
  return Number(`${scaled}${exact ? '' : '5'}e${exact ? -digits : -digits - 1}`)
}
