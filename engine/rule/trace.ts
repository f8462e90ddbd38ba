import type { Traced } from '../../schemas/index.ts'
import { run } from './run.ts'
import { plain } from './value.ts'
import type { Env, Node } from './contract.ts'

const perRow = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none'])

/** What each part of a rule came to; what is asked of single rows is left out. */
export function traced(node: Node, env: Env): Traced {
  const value = run(node, env)
  const parts = node.operator && perRow.has(node.operator.name) ? node.parts.filter((_, i) => i !== 1) : node.parts
  return {
    path: node.path,
    ...(node.kind === 'call' && node.operator ? { operator: node.operator.name } : node.variable ? { operator: 'var', name: node.variable.path } : {}),
    value: (value === undefined ? null : plain(value)) as Traced['value'],
    ...(parts.length > 0 ? { parts: parts.map((part) => traced(part, env)) } : {}),
  }
}
