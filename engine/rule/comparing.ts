import { compareReal } from './root.ts'
import { run } from './run.ts'
import { isNumber, type Value } from './value.ts'
import type { Env, Node } from './contract.ts'

/** Negative, zero or positive; undefined when one is unknown. Dates compare as their text. */
export function compared(a: Value | undefined, b: Value | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined
  if (isNumber(a) && isNumber(b)) return compareReal(a, b)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'boolean' && typeof b === 'boolean' ? Number(a) - Number(b) : undefined
}

/** a, b (and c) each in order with the next; false as soon as one pair is not. */
export function chain({ parts }: Node, env: Env, holds: (order: number) => boolean): boolean | undefined {
  const [a, b, c] = parts
  const middle = b && run(b, env)
  const first = compared(a && run(a, env), middle)
  if (first !== undefined && !holds(first)) return false
  if (!c) return first === undefined ? undefined : true
  const second = compared(middle, run(c, env))
  if (second !== undefined && !holds(second)) return false
  return first === undefined || second === undefined ? undefined : true
}
