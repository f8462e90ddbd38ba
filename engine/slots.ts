import type { Issue } from '../schemas/index.ts'
import { dateOf } from './rule/day.ts'
import { entered } from './rule/entry.ts'
import type { Program } from './rule/program.ts'
import type { Scope, Variable } from './rule/scope.ts'
import type { Type } from './rule/type.ts'
import { plain, type Plain, type Value } from './rule/value.ts'

/** A variable before it has a slot. */
export interface Declaration {
  path: string
  type: Type
  title?: string
  unit?: string
  constant?: Plain
}

/** Which slot holds which variable; made once per compiled framework. */
export interface Layout extends Scope {
  readonly variables: readonly Variable[]
  readonly size: number
  /** Slots of an empty submission. */
  readonly empty: Float64Array
  /** All rules as one run, where there is one; its registers follow the slots. */
  program: Program | undefined
}

/**
 * The values of one submission. A slot is a number (NaN unknown), a day (NaN unknown) or a truth (0 false, 1 unknown, 2 true);
 * texts, lists and tables are in `objects`, their slots saying whether there is one (0, or the place among the options) or not (NaN).
 */
export interface Frame {
  readonly layout: Layout
  readonly numbers: Float64Array
  /** Whether the registers hold what all rules come to with these slots. */
  fresh: boolean
  readonly objects: (Value | undefined)[]
}

export function layout(declarations: Iterable<Declaration>): Layout {
  const variables = [...declarations].map((declaration, slot): Variable => ({ ...declaration, slot }))
  const byPath = new Map(variables.map((variable) => [variable.path, variable]))
  const empty = new Float64Array(variables.length)
  const made: Layout = { variables, size: variables.length, empty, program: undefined, variable: (path) => byPath.get(path), names: () => byPath.keys() }
  for (const variable of variables) empty[variable.slot] = unknownOf(variable.type)
  return made
}

const unknownOf = (type: Type): number => (type.kind === 'boolean' ? 1 : NaN)

export const frame = (of: Layout): Frame => {
  const numbers = of.program ? of.program.template(of.empty) : of.empty.slice()
  for (const { slot, type } of of.variables) numbers[slot] = unknownOf(type)
  return { layout: of, numbers, fresh: false, objects: Array.from({ length: of.size }, () => undefined) }
}

/** All slots become unknown. */
export function clear(frame: Frame): void {
  frame.fresh = false
  for (const { slot, type } of frame.layout.variables) {
    frame.numbers[slot] = unknownOf(type)
    frame.objects[slot] = undefined
  }
}

/**
 * Enters a value (absent: null, undefined, ''); returns what is wrong with it, in which case the slot, or the cell of a table,
 * is unknown. `path` is where the value stands.
 */
export function put(frame: Frame, variable: Variable, value: unknown, path = `/answers/${variable.path}`): readonly Issue[] {
  const issues: Issue[] = []
  assign(frame, variable, entered(value, variable.type, path, issues))
  return issues
}

/** Sets a slot to a value that is known to fit. */
export function assign(frame: Frame, { slot, type }: Variable, value: Value | number | undefined): void {
  frame.fresh = false
  const { numbers, objects } = frame
  if (type.kind === 'number' || type.kind === 'date') numbers[slot] = typeof value === 'number' ? value : NaN
  else if (type.kind === 'boolean') numbers[slot] = value === undefined ? 1 : value === true ? 2 : 0
  else {
    objects[slot] = typeof value === 'number' ? undefined : value
    numbers[slot] = value === undefined ? NaN : type.kind === 'text' && type.options ? type.options.indexOf(value as string) : 0
  }
}

/** The value as entered or computed; undefined is unknown or absent. */
export function get(frame: Frame, { slot, type }: Variable): Plain | undefined {
  const x = frame.numbers[slot] ?? NaN
  switch (type.kind) {
    case 'number': return Number.isNaN(x) ? undefined : x
    case 'date': return Number.isNaN(x) ? undefined : dateOf(x)
    case 'boolean': return x === 1 ? undefined : x === 2
    case 'text': case 'list': case 'table': case 'row': case 'nothing': {
      const value = frame.objects[slot]
      return value === undefined ? undefined : plain(value)
    }
  }
}
