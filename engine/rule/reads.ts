import type { Node } from './contract.ts'

/** Slots a rule looks at, ascending. */
export function readsOf(node: Node): number[] {
  const slots = new Set<number>()
  gather(node, slots)
  return [...slots].toSorted((a, b) => a - b)
}

function gather(node: Node, slots: Set<number>): void {
  if (node.kind === 'variable' && node.variable) slots.add(node.variable.slot)
  for (const part of node.parts) gather(part, slots)
  for (const named of node.names?.values() ?? []) gather(named, slots)
}
