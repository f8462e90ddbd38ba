import { Rational, bitLimit, bulk } from './rational.ts'
import { note, run } from './run.ts'
import { fraction, isList, isNumber, type List, type Value } from './value.ts'
import type { Env, Node, Operator } from './contract.ts'

/** Longest text, and list, a rule may build. */
export const lengthLimit = 20_000

/** The value itself, or unknown with an issue where it has outgrown the limits. */
export function bounded(value: Value | undefined, node: Node, env: Env): Value | undefined {
  if (value instanceof Rational) {
    const size = bulk(value)
    if (size > bitLimit) return note(env, 'limit.size', node)
    env.steps -= size
  } else if (typeof value === 'string' || isList(value)) {
    if (value.length > lengthLimit) return note(env, 'limit.size', node)
    env.steps -= value.length >> 4
  }
  return value
}

/** Runs on numbers all of which are known. */
export const numeric = (compute: (args: readonly Rational[], node: Node, env: Env) => Value | undefined): Operator['run'] => (node, env) => {
  const args: Rational[] = []
  for (const part of node.parts) {
    const value = run(part, env)
    if (!isNumber(value)) return undefined
    args.push(fraction(value))
  }
  return bounded(compute(args, node, env), node, env)
}

/** What an aggregating operator looks at: the items of its one list, or its arguments. */
export function items(node: Node, env: Env): List | undefined {
  const [first] = node.parts
  if (node.parts.length !== 1 || !first || (first.type.kind !== 'list' && first.type.kind !== 'table' && first.type.kind !== 'nothing')) return node.parts.map((part) => run(part, env))
  const list = run(first, env)
  return isList(list) ? list : undefined
}

/** Runs on a list of numbers all of which are known. */
export const overNumbers = (compute: (values: readonly Rational[], node: Node, env: Env) => Value | undefined): Operator['run'] => (node, env) => {
  const list = items(node, env)
  const values = list && known(list)
  return values && bounded(compute(values, node, env), node, env)
}

/** The fractions of a list, undefined if one is unknown. */
export function known(list: List): Rational[] | undefined {
  const values: Rational[] = []
  for (const value of list) {
    if (!isNumber(value)) return undefined
    values.push(fraction(value))
  }
  return values
}
