import type { Column } from './column.ts'
import { environment } from './environment.ts'
import { toNumber } from './rational.ts'
import { dayOf } from './day.ts'
import { run, stepLimit } from './run.ts'
import { Root } from './root.ts'
import { isNumber, truthy, type List, type Value } from './value.ts'
import type { Frame, Node } from './contract.ts'

/** Slots in, a number (NaN unknown) or a truth (0 false, 1 unknown, 2 true) out. */
export type Closure = (slots: Float64Array) => number

/** A loop over the rows of a table, as closures inside it see it. */
export interface Rows {
  readonly depth: number
  readonly rows: List
  /** Where it stands. */
  readonly at: number
  column(key: string, absent: number, text?: string): Column
}

/** What turns parts of a rule into closures. */
export interface Compiler {
  number(node: Node): Closure
  truth(node: Node): Closure
  /** The loops over rows around the part, by depth. */
  readonly loops: readonly (Rows | undefined)[]
  /** The same inside one more loop. */
  inside(loop: Rows): Compiler
}

/** What the running closure needs beside its slots: the whole frame for exact arithmetic, the rows it stands at, the steps left. */
export const running: { frame: Frame | undefined; steps: number; readonly loops: (Rows | undefined)[] } = { frame: undefined, steps: stepLimit, loops: [] }

/** A rule begins to run on a frame. */
export function start(frame: Frame): void {
  running.frame = frame
  running.steps = stepLimit
}

/** The exact value of a node of the running rule. Inside loops all rows share the steps of the rule. */
export function exactly(node: Node): Value | undefined {
  const { frame, loops } = running
  if (!frame) return undefined
  const env = environment(frame)
  let inside = false
  for (const [depth, loop] of loops.entries()) {
    if (!loop) continue
    env.rows[depth] = loop.rows[loop.at]
    inside = true
  }
  if (!inside) return run(node, env)
  env.steps = running.steps
  const value = run(node, env)
  running.steps = env.steps
  env.rows.length = 0
  return value
}

/** Exact arithmetic as a closure: for ties, and for what slots cannot hold. */
export const exactNumber = (node: Node): Closure => () => numberIn(exactly(node))
export const exactTruth = (node: Node): Closure => () => truthIn(exactly(node))

export function numberIn(value: Value | undefined): number {
  if (isNumber(value)) return value instanceof Root ? Math.sqrt(toNumber(value.square)) : toNumber(value)
  return typeof value === 'string' ? (dayOf(value) ?? NaN) : NaN
}
export const truthIn = (value: Value | undefined): 0 | 1 | 2 => (value === undefined ? 1 : truthy(value) ? 2 : 0)
