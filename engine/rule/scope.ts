import type { Scope, Variable } from './contract.ts'

/** A scope over a list of variables; every name is visible. */
export function scopeOf(variables: Iterable<Variable>): Scope {
  const byPath = new Map<string, Variable>()
  for (const variable of variables) byPath.set(variable.path, variable)
  return { variable: (path) => byPath.get(path), names: () => byPath.keys() }
}
