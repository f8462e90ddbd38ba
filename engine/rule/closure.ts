import { environment } from './environment.ts'
import { toNumber } from './rational.ts'
import { dayOf } from './day.ts'
import { run } from './run.ts'
import { Root } from './root.ts'
import { isNumber, truthy, type Value } from './value.ts'
import type { Frame, Node } from './contract.ts'

/** Slots in, a number (NaN unknown) or a truth (0 false, 1 unknown, 2 true) out. */
export type Closure = (slots: Float64Array) => number

/** What turns parts of a rule into closures. */
export interface Compiler {
  number(node: Node): Closure
  truth(node: Node): Closure
}

/** The frame whose slots the running closure reads: exact arithmetic needs all of it. */
export const running: { frame: Frame | undefined } = { frame: undefined }

/** The exact value of a node of the running rule. */
export const exactly = (node: Node): Value | undefined => (running.frame ? run(node, environment(running.frame)) : undefined)

/** Exact arithmetic as a closure: for ties, and for what slots cannot hold. */
export const exactNumber = (node: Node): Closure => () => numberIn(exactly(node))
export const exactTruth = (node: Node): Closure => () => truthIn(exactly(node))

export function numberIn(value: Value | undefined): number {
  if (isNumber(value)) return value instanceof Root ? Math.sqrt(toNumber(value.square)) : toNumber(value)
  return typeof value === 'string' ? (dayOf(value) ?? NaN) : NaN
}
export const truthIn = (value: Value | undefined): 0 | 1 | 2 => (value === undefined ? 1 : truthy(value) ? 2 : 0)
