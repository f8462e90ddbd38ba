import { keyOf } from './finding.ts'
import { constantOf, orderKey } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

export type Assignment = ReadonlyMap<string, number | string | boolean>

/** What a condition comes to when its subjects have the assigned values; undefined where it turns on something else. */
export function decide(node: Node, values: Assignment): boolean | undefined {
  const own = valueOf(node, values)
  if (typeof own === 'boolean') return own
  const name = node.operator?.name ?? ''
  const parts = node.parts
  switch (name) {
    case 'and': return junction(parts, values, false)
    case 'or': return junction(parts, values, true)
    case '!': {
      const inner = parts[0] && decide(parts[0], values)
      return inner === undefined ? undefined : !inner
    }
    case '!!': return parts[0] && decide(parts[0], values)
    case 'kOfN': return atLeast(parts, values)
    case 'if': case '?:': {
      for (let i = 0; i < parts.length - 1; i += 2) {
        const test = parts[i] && decide(parts[i] as Node, values)
        if (test === undefined) return undefined
        if (test) return parts[i + 1] && decide(parts[i + 1] as Node, values)
      }
      return parts.length % 2 === 1 ? decide(parts.at(-1) as Node, values) : undefined
    }
    case '>=': case '>': case '<=': case '<': case '==': case '===': case '!=': case '!==': return compared(name, node, values)
    default: return undefined
  }
}

const valueOf = (node: Node, values: Assignment): number | string | boolean | undefined => constantOf(node) ?? values.get(keyOf(node))

function compared(name: string, node: Node, values: Assignment): boolean | undefined {
  const [a, b] = node.parts
  if (!a || !b) return undefined
  const order = values.get(orderKey(node))
  const left = a.type.kind === 'boolean' ? decide(a, values) : valueOf(a, values)
  const right = b.type.kind === 'boolean' ? decide(b, values) : valueOf(b, values)
  const difference = typeof order === 'number' ? order : left === undefined || right === undefined ? undefined : left < right ? -1 : left > right ? 1 : 0
  if (difference === undefined) return undefined
  switch (name) {
    case '>=': return difference >= 0
    case '>': return difference > 0
    case '<=': return difference <= 0
    case '<': return difference < 0
    case '==': case '===': return difference === 0
    default: return difference !== 0
  }
}

function junction(parts: readonly Node[], values: Assignment, decisive: boolean): boolean | undefined {
  let open = false
  for (const part of parts) {
    const truth = decide(part, values)
    if (truth === decisive) return decisive
    open ||= truth === undefined
  }
  return open ? undefined : !decisive
}

function atLeast([k, list, floors]: readonly Node[], values: Assignment): boolean | undefined {
  const needed = k && constantOf(k)
  if (typeof needed !== 'number' || !list) return undefined
  const truths = list.parts.map((part) => decide(part, values))
  const held = floors ? junction(floors.parts, values, false) : true
  const met = truths.filter((truth) => truth === true).length
  if (held === false || met + truths.filter((truth) => truth === undefined).length < needed) return false
  return met >= needed && held === true ? true : undefined
}
