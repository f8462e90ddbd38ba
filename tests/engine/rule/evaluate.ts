import type { Issue, Rule } from '../../../schemas/index.ts'
import { compileRule, type CompiledRule } from '../../../engine/rule/rule.ts'
import type { Frame } from '../../../engine/rule/contract.ts'
import type { Type } from '../../../engine/rule/type.ts'
import type { Plain } from '../../../engine/rule/value.ts'
import { frame, layout, put, type Declaration } from '../../../engine/slots.ts'

/** What a case says about its data where the data alone does not. */
export type Types = Record<string, Type['kind'] | Type>

/** The type a datum would have been declared with. */
function typeOfData(value: unknown): Type {
  if (typeof value === 'boolean') return { kind: 'boolean' }
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? { kind: 'date' } : { kind: 'text' }
  if (Array.isArray(value)) {
    const [first] = value as unknown[]
    if (typeof first !== 'object' || first === null) return { kind: 'list', of: first === undefined ? { kind: 'nothing' } : typeOfData(first) }
    const ids = new Set((value as object[]).flatMap((row) => Object.keys(row)))
    return { kind: 'table', columns: [...ids].map((id) => ({ id, title: id, type: typeOfData((value as Record<string, unknown>[]).map((row) => row[id]).find((cell) => cell !== null && cell !== undefined)) })) }
  }
  return { kind: 'number' }
}

const declared = (kind: Type['kind'] | Type): Type =>
  typeof kind === 'object' ? kind : kind === 'list' ? { kind, of: { kind: 'number' } } : kind === 'table' || kind === 'row' ? { kind: 'table', columns: [] } : { kind }

const declaredOr = (kind: Type['kind'] | Type | undefined, value: unknown): Type => (kind === undefined ? typeOfData(value) : declared(kind))

export interface Evaluated { rule?: CompiledRule; frame: Frame; value: Plain; issues: readonly Issue[] }

/** Compiles a rule against the types of its data and runs it; an unknown result is null. */
export function evaluateRule(source: Rule, data: Record<string, unknown> = {}, types: Types = {}): Evaluated {
  const paths = [...new Set([...Object.keys(data), ...Object.keys(types)])]
  const declarations = paths.map((path): Declaration => ({ path, type: declaredOr(types[path], data[path]) }))
  const layoutOf = layout(declarations)
  const frameOf = frame(layoutOf)
  const entry = layoutOf.variables.flatMap((variable) => put(frameOf, variable, data[variable.path]))
  const { rule, issues } = compileRule(source, layoutOf)
  if (!rule) return { frame: frameOf, value: null, issues }
  return { rule, frame: frameOf, value: rule.value(frameOf) ?? null, issues: [...entry, ...issues, ...rule.runtimeIssues(frameOf)] }
}
