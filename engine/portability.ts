import type { GoldenCase, Rule } from '../schemas/index.ts'
import type { Compiled, PointInfo } from './compiled.ts'
import { inputOfCase } from './coverage.ts'
import { run } from './evaluate.ts'
import { operations, standard } from './foreign.ts'
import type { Input } from './input.ts'
import { rulesOf, type Role } from './lint/finding.ts'
import { proposeCases } from './proposals.ts'
import { get } from './slots.ts'
import { stateOf, type State } from './state.ts'

/** A plain JSON-Logic engine that can be taught operators, such as json-logic-js. */
export interface PlainEngine {
  /** Runs a rule; may throw. */
  apply(rule: unknown, data: unknown): unknown
  add_operation(name: string, code: (...args: unknown[]) => unknown): void
  rm_operation(name: string): void
}

/** A rule on which a plain engine comes to another result. */
export interface PlainDifference {
  path: string
  point: string
  plain: unknown
  own: unknown
  input: Readonly<Record<string, unknown>>
  /** The case the input is from, be it golden or generated; undefined for the empty answer. */
  example?: string
}

/** How a framework’s rules fare in a plain JSON-Logic engine. */
export interface Portability {
  /** Operators a foreign engine must be taught. */
  operators: string[]
  /** How many rules were compared, on how many inputs. */
  rules: number
  inputs: number
  /** For each rule the first input on which the plain engine takes a side that is open here, and the first on which it comes to another result. */
  differences: PlainDifference[]
}

/**
 * Runs every rule of every golden case, of the boundary cases that are missing, and of an empty answer, through a plain
 * JSON-Logic engine too. The operators it does not know are lent to it while it runs: what is compared is the rest.
 */
export function portability(compiled: Compiled, engine: PlainEngine): Portability {
  const roles = rulesOf(compiled)
  const used = new Set(roles.flatMap(({ rule }) => [...operatorsIn(rule.source)]))
  const lent = Object.entries(operations()).filter(([name]) => used.has(name) && !knows(engine, name))
  for (const [name, code] of lent) engine.add_operation(name, code)
  const found = new Map<string, PlainDifference>()
  let inputs = 0
  try {
    for (const { input, only, example } of inputsOf(compiled)) {
      const state = stateOf(compiled, input)
      run(state)
      inputs++
      const data = new Map<PointInfo, Record<string, unknown>>()
      for (const role of roles) {
        const { rule, point } = role
        if (!point || (only !== undefined && point.id !== only)) continue
        const own = rule.value(state.frame) ?? null
        const key = `${rule.node.path} ${own === null}`
        if (found.has(key)) continue
        if (!data.has(point)) data.set(point, dataFor(state, point))
        const plain = plainly(engine, rule.source, data.get(point))
        if (!agree(role, own, plain)) found.set(key, { path: rule.node.path, point: point.id, plain: shown(plain), own, input: input.answers, ...(example !== undefined && { example }) })
      }
    }
  } finally {
    for (const [name] of lent) engine.rm_operation(name)
  }
  return { operators: [...used].filter((name) => !standard.has(name)).toSorted(), rules: roles.filter(({ point }) => point).length, inputs, differences: [...found.values()] }
}

/** Whether an engine has an operator: one it has may fail on no arguments, but not as unknown. */
function knows(engine: PlainEngine, name: string): boolean {
  const { message } = (plainly(engine, { [name]: [] }, {}) ?? {}) as { message?: unknown }
  return typeof message !== 'string' || !/unrecogni[sz]ed|unknown/i.test(message)
}

interface Tried { input: Input; only?: string; example?: string }

function* inputsOf(compiled: Compiled): Generator<Tried> {
  yield { input: { answers: {} } }
  for (const { id, point } of compiled.points) {
    const tried = (example: GoldenCase): Tried => ({ input: inputOfCase(id, example), only: id, example: example.name })
    yield* (point.examples ?? []).map(tried)
    yield* proposeCases(compiled, id).map((proposal) => tried(proposal.example))
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

function plainly(engine: PlainEngine, rule: Rule, data: Record<string, unknown> | undefined): unknown {
  try {
    return engine.apply(rule, data)
  } catch (error) {
    return error instanceof Error ? error : new Error('threw')
  }
}

/** Whether both say the same: an unknown agrees with null and NaN only; a condition by its truth; numbers to 11 digits, as roots have 12. */
function agree({ rule }: Role, own: unknown, plain: unknown): boolean {
  if (plain instanceof Error) return false
  if (own === null) return plain === null || plain === undefined || Number.isNaN(plain)
  if (rule.type.kind === 'boolean') return Boolean(plain) === own
  if (typeof own === 'number' && typeof plain === 'number') return Math.abs(own - plain) <= 1e-11 * Math.max(1, Math.abs(own), Math.abs(plain))
  return JSON.stringify(own) === JSON.stringify(plain)
}

const shown = (value: unknown): unknown => (value instanceof Error ? `throws ${value.message}` : typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? null))
