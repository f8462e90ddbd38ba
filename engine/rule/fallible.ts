import { intervalOf } from './interval.ts'
import type { Node } from './contract.ts'

const sound = new Set(['var', '??', 'if', '?:', 'and', 'or', '!', '!!', '==', '===', '!=', '!==', '<', '<=', '>', '>=', '+', '-', '*', 'abs', 'clamp', 'round', 'floor', 'ceil', 'kOfN', 'in', 'daysBetween', 'missing', 'missing_some', 'substr', 'log', '[]'])
const dividing = new Set(['/', '%', 'share', 'growth'])

/** Whether a rule can come to nothing although all it reads is known. */
export function isFallible(node: Node): boolean {
  if (node.kind === 'variable') return node.variable?.rule?.fallible === true
  if (node.kind !== 'call') return false
  const name = node.operator?.name ?? ''
  const [first, divisor] = node.parts
  const fine = sound.has(name) || (dividing.has(name) && divisor !== undefined && apartFromZero(divisor)) || ((name === 'min' || name === 'max') && first?.type.kind === 'number')
  return !fine || node.parts.some(isFallible) || [...(node.names?.values() ?? [])].some(isFallible)
}

function apartFromZero(node: Node): boolean {
  const [low, high] = intervalOf(node)
  return low > 0 || high < 0
}
