import type { CompiledRule } from './rule.ts'
import type { Type } from './type.ts'
import type { Plain } from './value.ts'

/** A name rules may read, and the slot that holds its value. */
export interface Variable {
  /** As written in `{"var": path}`. */
  readonly path: string
  type: Type
  /** Index into the frame; every variable has exactly one. */
  readonly slot: number
  readonly title?: string
  readonly unit?: string
  /** A value fixed when the framework is compiled (parameters): folded into the rules. */
  readonly constant?: Plain
  /** Set once the calculation behind this name is compiled, before any rule that reads it is. */
  rule?: CompiledRule
}

/** What names a rule may read. */
export interface Scope {
  variable(path: string): Variable | undefined
  names(): Iterable<string>
}

/** A scope over a list of variables; every name is visible. */
export function scopeOf(variables: Iterable<Variable>): Scope {
  const byPath = new Map<string, Variable>()
  for (const variable of variables) byPath.set(variable.path, variable)
  return { variable: (path) => byPath.get(path), names: () => byPath.keys() }
}
