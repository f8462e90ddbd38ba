import { toNumber } from '../rule/rational.ts'
import { isNumber, fraction } from '../rule/value.ts'
import { finding, nodesOf, type Check, type Finding, type Role } from './finding.ts'
import type { Node } from '../rule/contract.ts'

/** Declared conversions: how many of the second unit one of the first is. Nothing else is guessed. */
const factors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  万元: { 元: 10000 }, 亿元: { 元: 100000000, 万元: 10000 }, 元: { 万元: 0.0001, 亿元: 0.00000001 }, 万人: { 人: 10000 }, 人: { 万人: 0.0001 }, '%': { '‰': 10 }, '‰': { '%': 0.1 },
}
const sides = new Set(['==', '===', '!=', '!==', '>', '>=', '<', '<=', '+', '-', 'min', 'max', 'growth', 'share', 'clamp', 'sum', 'mean', 'median'])
const comparisons = new Set(['>', '>=', '<', '<=', '==', '!='])

/** Numbers of different units compared or added; a percentage measured against a fraction. */
export const units: Check = ({ rules }) => rules.flatMap((role) => [...nodesOf(role.rule.node)].flatMap((node) => [...mixed(node, role), ...fractions(node, role), ...results(node, role)]))

/** A number's unit; unknown behind a factor, since that is how a unit is converted, and for a bare count. */
function unitOf(node: Node): string | undefined {
  const scaled = (node.operator?.name === '*' || node.operator?.name === '/') && node.parts.some((part) => part.kind === 'constant')
  const unit = node.type.kind === 'number' && !scaled ? node.type.unit : undefined
  return unit === '个' || unit === '' ? undefined : unit
}

function mixed(node: Node, { point, rule }: Role): Finding[] {
  if (node.kind !== 'call' || !sides.has(node.operator?.name ?? '')) return []
  const known = node.parts.filter((part) => unitOf(part) !== undefined)
  const [first] = known
  const other = known.find((part) => unitOf(part) !== (first && unitOf(first)))
  if (!first || !other) return []
  const [left, right] = [unitOf(first) ?? '', unitOf(other) ?? '']
  const factor = factors[right]?.[left]
  const source = at(rule.source, other.path, rule.node.path)
  return [finding('lint.unit', 'error', node.path, point, { left, right }, {
    related: [first.path, other.path],
    ...(factor !== undefined && source !== undefined && { fix: { title: `× ${factor}`, edits: [{ path: other.path, value: { '*': [source, factor] } }] } }),
  })]
}

/** `达标率(%) ≥ 0.95` is nearly always meant as 95. */
function fractions(node: Node, { point }: Role): Finding[] {
  if (node.kind !== 'call' || !comparisons.has(node.operator?.name ?? '')) return []
  const [a, b] = node.parts
  for (const [side, literal] of [[a, b], [b, a]] as const) {
    if (!side || literal?.kind !== 'constant' || literal.variable || unitOf(side) !== '%' || !isNumber(literal.constant)) continue
    const value = toNumber(fraction(literal.constant))
    if (value > 0 && value < 1) return [finding('lint.fraction', 'warning', literal.path, point, { value }, { fix: { title: '× 100', edits: [{ path: literal.path, value: Number((value * 100).toPrecision(12)) }] } })]
  }
  return []
}

/** A calculation whose rule has a unit of its own must declare the same. */
function results(node: Node, { point, rule, role }: Role): Finding[] {
  if (role !== 'calculation' || node !== rule.node || !point) return []
  const calculation = point.calculations.find((one) => one.rule === rule)
  const own = unitOf(node)
  if (!calculation?.unit || own === undefined || own === calculation.unit || own === '' || compatible(own, calculation.unit)) return []
  return [finding('lint.unit', 'error', `${calculation.pointer}/unit`, point, { left: own, right: calculation.unit }, { fix: { title: own, edits: [{ path: `${calculation.pointer}/unit`, value: own }] } })]
}

/** A difference of percentages is in percentage points. */
const compatible = (a: string, b: string): boolean => a === '%' && b === '百分点'

/** The part of a rule's source at a pointer below its own. */
export function at(source: unknown, path: string, root: string): unknown {
  let value = source
  for (const key of path.slice(root.length).split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return value
}
