import type { Rule } from '../../schemas/index.ts'

/** Comparisons the rows can show, with the sign they show. */
export const comparisons: readonly { operator: string; sign: string }[] = [
  { operator: '>=', sign: '≥' }, { operator: '>', sign: '>' }, { operator: '<=', sign: '≤' }, { operator: '<', sign: '<' }, { operator: '==', sign: '=' }, { operator: '!=', sign: '≠' },
]

/** How a rule is shown in rows: a group, a comparison, or something rows cannot show. */
export type Shape =
  | { kind: 'group'; operator: 'and' | 'or'; parts: readonly Rule[] }
  | { kind: 'comparison'; operator: string; left: Rule; right: Rule }
  | { kind: 'other' }

/** Looks at a rule without changing it: what rows cannot show stays as it is, byte for byte. */
export function shapeOf(rule: Rule): Shape {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return { kind: 'other' }
  const [entry, more] = Object.entries(rule)
  if (!entry || more) return { kind: 'other' }
  const [operator, operands] = entry
  if (!Array.isArray(operands)) return { kind: 'other' }
  if ((operator === 'and' || operator === 'or') && operands.length > 0) return { kind: 'group', operator, parts: operands }
  const [left, right] = operands
  if (operands.length === 2 && left !== undefined && right !== undefined && comparisons.some((one) => one.operator === operator)) return { kind: 'comparison', operator, left, right }
  return { kind: 'other' }
}

/** What an operand chip can show. */
export type OperandShape = { kind: 'name'; path: string } | { kind: 'number'; value: number } | { kind: 'text'; value: string } | { kind: 'boolean'; value: boolean } | { kind: 'other' }

export function operandOf(rule: Rule): OperandShape {
  if (typeof rule === 'number') return { kind: 'number', value: rule }
  if (typeof rule === 'string') return { kind: 'text', value: rule }
  if (typeof rule === 'boolean') return { kind: 'boolean', value: rule }
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return { kind: 'other' }
  const path = rule['var']
  return Object.keys(rule).length === 1 && typeof path === 'string' ? { kind: 'name', path } : { kind: 'other' }
}

/** A group with one part replaced, or taken out (undefined); a group of one part dissolves into it. */
export function setPart(operator: 'and' | 'or', parts: readonly Rule[], index: number, part: Rule | undefined): Rule | undefined {
  const next = part === undefined ? parts.toSpliced(index, 1) : parts.map((old, i) => (i === index ? part : old))
  if (next.length === 0) return undefined
  return part === undefined && next.length === 1 ? next[0] : { [operator]: next }
}

/** A comparison to begin with; without a name it is one of the problems until one is chosen. */
export const blankComparison = (path = ''): Rule => ({ '>=': [{ var: path }, 0] })

/** What stands at a JSON Pointer of a document. */
export function ruleAt(document: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), document)
}
