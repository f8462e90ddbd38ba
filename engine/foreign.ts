import type { Rule } from '../schemas/index.ts'
import { operators } from './operators/index.ts'
import { dayOf } from './rule/day.ts'
import { compileRule } from './rule/rule.ts'
import { frame, layout, type Declaration } from './slots.ts'

/** What JSON-Logic itself has. */
export const standard: ReadonlySet<string> = new Set(['var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and', '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'map', 'reduce', 'filter', 'all', 'none', 'some', 'merge', 'in', 'cat', 'substr', 'log'])

/**
 * The operators a plain JSON-Logic engine lacks, as functions of their arguments, to be registered there by name
 * (`add_operation` of json-logic-js). They compute as here; what is unknown is null.
 */
export function operations(): Record<string, (...args: unknown[]) => unknown> {
  return Object.fromEntries([...operators.keys()].filter((name) => !standard.has(name)).map((name) => [name, (...args: unknown[]) => computed(name, args)]))
}

function computed(name: string, args: readonly unknown[]): unknown {
  const days = new Set(args.flat().filter(isDay))
  // A day is known as one only by the type of its name.
  const names = layout([...days].map((path): Declaration => ({ path, type: { kind: 'date' }, constant: path })))
  return compileRule({ [name]: args.map(literal) }, names).rule?.value(frame(names)) ?? null
}

const isDay = (value: unknown): value is string => typeof value === 'string' && dayOf(value) !== undefined

/** A value as it stands in a rule; a row counts as something that is there, what is no number as nothing. */
function literal(value: unknown): Rule {
  if (Array.isArray(value)) return value.map(literal)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (isDay(value)) return { var: value }
  return typeof value === 'string' || typeof value === 'boolean' ? value : typeof value === 'object' && value !== null ? true : null
}
