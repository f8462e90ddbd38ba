import type { Issue } from '../schemas/index.ts'
import type { Variable } from './rule/scope.ts'
import type { Type } from './rule/type.ts'
import type { Plain, Value } from './rule/value.ts'

/** A variable before it has a slot. */
export interface Declaration {
  path: string
  type: Type
  title?: string
  unit?: string
  constant?: Plain
}

/** Which slot holds which variable; made once per compiled framework. */
export interface Layout {
  readonly variables: readonly Variable[]
  readonly size: number
  variable(path: string): Variable | undefined
  names(): Iterable<string>
}

/** The values of one submission. */
export interface Frame {
  readonly layout: Layout
  readonly numbers: Float64Array
  readonly objects: (Value | undefined)[]
}
export declare function layout(declarations: Iterable<Declaration>): Layout
export declare function frame(layout: Layout): Frame
/** All slots become unknown. */
export declare function clear(frame: Frame): void
/** Enters a value (absent: null, undefined, ''); returns what is wrong with it, in which case the slot (or the cell) is unknown. `path` is where the value stands. */
export declare function put(frame: Frame, variable: Variable, value: unknown, path?: string): readonly Issue[]
/** The value as entered or computed; undefined is unknown or absent. */
export declare function get(frame: Frame, variable: Variable): Plain | undefined
