import type { Node } from './node.ts'

/** Whether the double a node yields stands for exactly one decimal. */
export function isDecimal(node: Node): boolean {
  return node.kind === 'constant' || (node.kind === 'variable' && (node.variable?.rule?.decimal ?? true))
}
