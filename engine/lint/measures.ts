import { conversions, measureOf, plain, product, quotient, same, type Measure } from '../units.ts'
import { constantOf } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

/**
 * What a number may be measured in; none where nothing is known or any unit will do. There is more than one reading where a
 * factor may be meant as a conversion (`万元 × 10000` may be 元, or ten thousand times as much), as a coefficient
 * (`得分 × 权重`), or where “per” goes without saying (`次 ÷ 所` called 次).
 */
export function measuresOf(node: Node): readonly Measure[] {
  const known = seen.get(node)
  if (known) return known
  const found = distinct(read(node))
  seen.set(node, found)
  return found
}

const seen = new WeakMap<Node, readonly Measure[]>()
const distinct = (list: readonly Measure[]): Measure[] => list.filter((one, i) => list.findIndex((other) => same(one, other)) === i).slice(0, 9)

/** Operators whose result is measured in what their arguments are. */
const keeping = new Set(['+', '-', 'min', 'max', 'clamp', 'sum', 'mean', 'median', 'abs', 'round', 'floor', 'ceil', '??', 'var', 'merge', '[]'])

/** The parts of a node that must be measured in one unit, its result being measured in that too. */
export function likes({ operator, parts }: Node): readonly Node[] {
  const name = operator?.name ?? ''
  if (name === 'if' || name === '?:') return parts.filter((_, i) => i % 2 === 1 || i === parts.length - 1)
  if (name === 'round' || name === 'floor' || name === 'ceil') return parts.slice(0, 1)
  return keeping.has(name) ? parts : []
}

function read(node: Node): readonly Measure[] {
  const { type, variable, operator, parts } = node
  if (variable || node.kind === 'item' || node.kind === 'constant') {
    const unit = variable?.unit ?? (type.kind === 'number' ? type.unit : undefined)
    return unit === undefined && variable?.rule ? measuresOf(variable.rule.node) : single(measureOf(unit))
  }
  switch (operator?.name ?? '') {
    case '*': return multiplied(parts)
    case '/': return divided(parts)
    case 'map': return parts[1] ? measuresOf(parts[1]) : []
    case 'growth': case 'share': return single(measureOf('%'))
    case 'daysBetween': return single(measureOf(type.kind === 'number' ? type.unit : undefined))
    default: return shared(likes(node).map(measuresOf).filter((list) => list.length > 0))
  }
}

/** Readings all have in common; those of the first where they have none. */
function shared([first = [], ...others]: readonly (readonly Measure[])[]): readonly Measure[] {
  const common = first.filter((one) => others.every((list) => list.some((other) => same(one, other))))
  return common.length > 0 ? common : first
}

const single = (measure: Measure | undefined): readonly Measure[] => (measure ? [measure] : [])

/** Literal factors apart from what is measured. */
const isBare = (node: Node): boolean => node.kind === 'constant' && !node.variable

function multiplied(parts: readonly Node[]): readonly Measure[] {
  const measured = parts.filter((part) => !isBare(part)).map(measuresOf)
  if (measured.length === 0 || measured.some((list) => list.length === 0)) return []
  const products = measured.reduce((left, right) => distinct(left.flatMap((a) => right.flatMap((b) => [product(a, b), a, b]))))
  return parts.filter(isBare).reduce((list, part) => rescaled(list, constantOf(part), -1), products)
}

function divided([over, under]: readonly Node[]): readonly Measure[] {
  if (!over || !under || isBare(over)) return []
  if (isBare(under)) return rescaled(measuresOf(over), constantOf(under), 1)
  return measuresOf(over).flatMap((a) => measuresOf(under).flatMap((b) => [quotient(a, b), a]))
}

/** As it was, and as the same amount in other units. */
function rescaled(list: readonly Measure[], factor: unknown, power: 1 | -1): readonly Measure[] {
  if (typeof factor !== 'number' || !conversions.has(factor)) return list
  return list.flatMap((one) => [one, product(one, { ...plain, factor: factor ** power })])
}
