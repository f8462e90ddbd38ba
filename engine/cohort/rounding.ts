/**
 * Rounds half away from zero at a decimal place, taking the number as the shortest decimal that names it: 1.005 at two
 * places is 1.01, though the double lies below. Numbers of 2^53 and more have no decimals to round.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!(Math.abs(value) < 2 ** 53)) return value
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  const whole = Math.round(Number(`${digits}e${Number(exponent) + decimals}`))
  return Math.sign(value) * Number(`${whole}e-${decimals}`) || 0
}
