import { keyOf } from './finding.ts'
import { constantOf, differenceOf, oneOf, orderOf, written } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

export type Assignment = ReadonlyMap<string, number | string | boolean>

/** What a condition comes to when its subjects have the assigned values; undefined where it turns on something else. */
export function decide(node: Node, values: Assignment): boolean | undefined {
  const own = valueOf(node, values)
  if (typeof own === 'boolean') return own
  const name = node.operator?.name ?? ''
  const parts = node.parts
  switch (name) {
    case 'and': return junction(each(parts, values), false)
    case 'or': return junction(each(parts, values), true)
    case '!': {
      const inner = parts[0] && decide(parts[0], values)
      return inner === undefined ? undefined : !inner
    }
    case '!!': return parts[0] && decide(parts[0], values)
    case 'kOfN': return atLeast(node, values)
    case 'if': case '?:': {
      for (let i = 0; i < parts.length - 1; i += 2) {
        const test = parts[i] && decide(parts[i] as Node, values)
        if (test === undefined) return undefined
        if (test) return parts[i + 1] && decide(parts[i + 1] as Node, values)
      }
      return parts.length % 2 === 1 ? decide(parts.at(-1) as Node, values) : undefined
    }
    case '>=': case '>': case '<=': case '<': case '==': case '===': case '!=': case '!==': return junction(parts.slice(1).map((part, i) => () => compared(name, parts[i] as Node, part, values)), false)
    case 'in': return oneOf(node) ? junction((parts[1]?.parts ?? []).map((part) => () => compared('==', parts[0] as Node, part, values)), true) : undefined
    default: return undefined
  }
}

/** What a number, text or yes/no comes to, as far as it is assigned. */
export function valueOf(node: Node, values: Assignment): number | string | boolean | undefined {
  const own = constantOf(node) ?? values.get(keyOf(node))
  if (own !== undefined) return own
  const pair = differenceOf(node)
  const difference = pair && values.get(pair.key)
  return pair && typeof difference === 'number' ? pair.sign * difference : undefined
}

function compared(name: string, a: Node, b: Node, values: Assignment): boolean | undefined {
  const left = a.type.kind === 'boolean' ? decide(a, values) : valueOf(a, values)
  const right = b.type.kind === 'boolean' ? decide(b, values) : valueOf(b, values)
  const apart = apartBy(a, b, values) ?? (left === undefined || right === undefined ? undefined : left < right ? -1 : left > right ? 1 : 0)
  if (apart === undefined) return undefined
  switch (name) {
    case '>=': return apart >= 0
    case '>': return apart > 0
    case '<=': return apart <= 0
    case '<': return apart < 0
    case '==': case '===': return apart === 0
    default: return apart !== 0
  }
}

/** How two numbers that vary lie to each other, where that was asked for as such. */
function apartBy(a: Node, b: Node, values: Assignment): number | undefined {
  if (a.kind === 'constant' || b.kind === 'constant' || a.type.kind !== 'number') return undefined
  const { key, sign } = orderOf(a, b)
  const difference = values.get(key)
  return typeof difference === 'number' ? sign * difference : undefined
}

const each = (parts: readonly Node[], values: Assignment): (() => boolean | undefined)[] => parts.map((part) => () => decide(part, values))

function junction(parts: readonly (() => boolean | undefined)[], decisive: boolean): boolean | undefined {
  let open = false
  for (const part of parts) {
    const truth = part()
    if (truth === decisive) return decisive
    open ||= truth === undefined
  }
  return open ? undefined : !decisive
}

function atLeast(node: Node, values: Assignment): boolean | undefined {
  const [k, list, floors] = node.parts
  const needed = k && constantOf(k)
  if (typeof needed !== 'number' || !list || !written(node)) return undefined
  const truths = list.parts.map((part) => decide(part, values))
  const held = floors ? junction(each(floors.parts, values), false) : true
  const met = truths.filter((truth) => truth === true).length
  if (held === false || met + truths.filter((truth) => truth === undefined).length < needed) return false
  return met >= needed && held === true ? true : undefined
}
