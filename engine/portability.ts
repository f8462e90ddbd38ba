import type { Rule } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { proposeCases } from './proposals.ts'
import { run } from './evaluate.ts'
import type { Input } from './input.ts'
import { rulesOf, type Role } from './lint/finding.ts'
import { get } from './slots.ts'
import { stateOf, type State } from './state.ts'

/** Runs a rule as a plain JSON-Logic engine does; may throw. */
export type PlainEngine = (rule: unknown, data: unknown) => unknown

/** A rule on which a plain engine comes to another result. */
export interface PlainDifference { path: string; point: string; plain: unknown; own: unknown; input: Readonly<Record<string, unknown>> }

export interface Portability {
  /** Operators a foreign engine must be taught. */
  operators: string[]
  differences: PlainDifference[]
}

/** What JSON-Logic itself has. */
const standard = new Set(['var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and', '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'map', 'reduce', 'filter', 'all', 'none', 'some', 'merge', 'in', 'cat', 'substr', 'log'])

/**
 * Runs every rule of every golden case, of the boundary cases that are missing, and of an empty answer, through a plain JSON-Logic engine too, and reports for each
 * rule the first input on which it would decide otherwise. Rules with operators it does not have are only listed.
 */
export function portability(compiled: Compiled, engine: PlainEngine): Portability {
  const roles = rulesOf(compiled)
  const operators = new Set(roles.flatMap(({ rule }) => [...operatorsIn(rule.source)]))
  const missing = [...operators].filter((name) => !standard.has(name)).toSorted()
  const portable = roles.filter(({ rule }) => [...operatorsIn(rule.source)].every((name) => standard.has(name)))
  const found = new Map<string, PlainDifference>()
  for (const { input, only } of inputsOf(compiled)) {
    const state = stateOf(compiled, input)
    run(state)
    for (const role of portable) {
      const { rule, point } = role
      if (!point || (only !== undefined && point.id !== only) || found.has(rule.node.path)) continue
      const own = rule.value(state.frame) ?? null
      const plain = plainly(engine, rule.source, dataFor(state, point))
      if (!agree(role, own, plain)) found.set(rule.node.path, { path: rule.node.path, point: point.id, plain: shown(plain), own, input: input.answers })
    }
  }
  return { operators: missing, differences: [...found.values()] }
}

function* inputsOf(compiled: Compiled): Generator<{ input: Input; only: string | undefined }> {
  yield { input: { answers: {} }, only: undefined }
  for (const { id, point } of compiled.points) {
    for (const example of [...(point.examples ?? []), ...proposeCases(compiled, id).map((proposal) => proposal.example)]) yield { input: { answers: example.answers, ...(example.previous && { previous: example.previous }), ...(example.evidence && { evidence: { [id]: example.evidence } }) }, only: id }
  }
}

function* operatorsIn(rule: Rule): Generator<string> {
  if (Array.isArray(rule)) for (const part of rule) yield* operatorsIn(part)
  else if (typeof rule === 'object' && rule !== null) {
    for (const [name, operand] of Object.entries(rule)) {
      yield name
      yield* operatorsIn(operand)
    }
  }
}

/** The values of a point's names as one data object: what is unknown is null. */
function dataFor({ compiled, frame }: State, point: PointInfo): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const variable of compiled.layout.variables) {
    const [root = '', ...rest] = variable.path.split('.')
    if (root === 'evidence' && rest[0] !== point.id) continue
    const keys = root === 'evidence' ? ['evidence', ...rest.slice(1)] : variable.path.split('.')
    const value = variable.constant ?? get(frame, variable) ?? null
    const last = keys.pop() ?? ''
    const target = keys.reduce<Record<string, unknown>>((at, key) => (at[key] ??= {}) as Record<string, unknown>, data)
    target[last] = value
  }
  return data
}

function plainly(engine: PlainEngine, rule: Rule, data: Record<string, unknown>): unknown {
  try {
    return engine(rule, data)
  } catch (error) {
    return error instanceof Error ? error : new Error('threw')
  }
}

/** Whether both say the same: an unknown agrees with null and NaN only; a condition by its truth; numbers to 12 digits. */
function agree({ rule }: Role, own: unknown, plain: unknown): boolean {
  if (plain instanceof Error) return false
  if (own === null) return plain === null || plain === undefined || Number.isNaN(plain)
  if (rule.type.kind === 'boolean') return Boolean(plain) === own
  if (typeof own === 'number' && typeof plain === 'number') return own === plain || Math.abs(own - plain) <= 1e-12 * Math.max(Math.abs(own), Math.abs(plain))
  return JSON.stringify(own) === JSON.stringify(plain)
}

const shown = (value: unknown): unknown => (value instanceof Error ? `throws ${value.message}` : typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? null))
