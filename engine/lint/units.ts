import { toNumber } from '../rule/rational.ts'
import { fraction, isNumber } from '../rule/value.ts'
import { alike, measureOf, nameOf, plain, same, type Measure } from '../units.ts'
import { finding, nodesOf, valueAt, type Check, type Finding, type FixEdit, type Role } from './finding.ts'
import { likes, measuresOf } from './measures.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import type { Node } from '../rule/contract.ts'

const comparisons = new Set(['>', '>=', '<', '<=', '==', '===', '!=', '!=='])

/** Numbers of different units compared, added or put in each other's place; a rule measured otherwise than declared; a percentage measured against a fraction. */
export const units: Check = ({ compiled, rules }) => [
  ...rules.flatMap((role) => [...mixedIn(compiled, role.rule.node, role.point), ...results(compiled, role)]),
  ...compiled.points.flatMap((point) => bands(compiled, point)),
]

/** What is wrong with units anywhere in a rule. */
export const mixedIn = (compiled: Compiled, root: Node, point: PointInfo | undefined): Finding[] =>
  [...nodesOf(root)].flatMap((node) => [...mixed(compiled, node, point), ...fractions(node, point)])

/** A rule measured in something else than is declared of its result. */
export function declaredOtherwise(node: Node, unit: string | undefined, path: string, point: PointInfo): Finding[] {
  const [declared, own] = [measureOf(unit), measuresOf(node)]
  return declared && own.length > 0 && !own.some((one) => same(one, declared)) ? [finding('lint.unit', 'error', path, point, { left: unitOf(node), right: unit })] : []
}

function mixed(compiled: Compiled, node: Node, point: PointInfo | undefined): Finding[] {
  if (node.kind !== 'call') return []
  const name = node.operator?.name ?? ''
  const list = comparisons.has(name) || name === 'growth' || name === 'share' ? node.parts : likes(node)
  const [first, ...others] = list.filter((part) => measuresOf(part).length > 0)
  const other = others.find((part) => first && !fits(first, part))
  return first && other ? [differing(compiled, node.path, point, first, other)] : []
}

const fits = (a: Node, b: Node): boolean => measuresOf(a).some((one) => measuresOf(b).some((two) => same(one, two)))

/** One can be turned into the other where a factor between them is declared. */
function differing(compiled: Compiled, path: string, point: PointInfo | undefined, first: Node, other: Node): Finding {
  const [left, right] = [measuresOf(first)[0], measuresOf(other)[0]]
  const edit = left && right && scaling(compiled, other.path, right, left)
  return finding('lint.unit', 'error', path, point, { left: unitOf(first), right: unitOf(other) }, { related: [first.path, other.path], ...(edit && { fix: edit }) })
}

function scaling(compiled: Compiled, path: string, from: Measure, to: Measure): { title: string; edits: FixEdit[] } | undefined {
  const source = valueAt(compiled.framework, path)
  const factor = Number((from.factor / to.factor).toPrecision(12))
  return alike(from, to) && source !== undefined ? { title: `× ${factor}`, edits: [{ path, value: { '*': [source, factor] } }] } : undefined
}

/** `达标率(%) ≥ 0.95` is nearly always meant as 95. */
function fractions(node: Node, point: PointInfo | undefined): Finding[] {
  if (node.kind !== 'call' || !comparisons.has(node.operator?.name ?? '')) return []
  return node.parts.slice(1).flatMap((right, i) => {
    const left = node.parts[i]
    return left ? [...fractionOf(left, right, point), ...fractionOf(right, left, point)].slice(0, 1) : []
  })
}

function fractionOf(side: Node, literal: Node, point: PointInfo | undefined): Finding[] {
  const value = bare(literal)
  if (value === undefined || !(value > 0 && value < 1) || !isPercentage(side)) return []
  return [finding('lint.fraction', 'warning', literal.path, point, { value }, { fix: { title: '× 100', edits: [hundredfold(literal.path, value)] } })]
}

const percent = measureOf('%') as Measure
const isPercentage = (node: Node): boolean => measuresOf(node).length > 0 && measuresOf(node).every((one) => same(one, percent))
const bare = (node: Node): number | undefined => (node.kind === 'constant' && !node.variable && isNumber(node.constant) ? toNumber(fraction(node.constant)) : undefined)
const hundredfold = (path: string, value: number): FixEdit => ({ path, value: Number((value * 100).toPrecision(12)) })

/** A calculation whose rule is measured in something must declare that. */
function results(compiled: Compiled, { point, rule, role }: Role): Finding[] {
  const calculation = role === 'calculation' ? point?.calculations.find((one) => one.rule === rule) : undefined
  const declared = measureOf(calculation?.unit)
  const own = measuresOf(rule.node)
  const [first] = own
  if (!calculation || !declared || !first || own.some((one) => same(one, declared))) return []
  const edit = scaling(compiled, rule.node.path, first, declared)
  const name = unitOf(rule.node)
  return [finding('lint.unit', 'error', `${calculation.pointer}/unit`, point, { left: name, right: calculation.unit }, { related: [rule.node.path], fix: edit ?? { title: name, edits: [{ path: `${calculation.pointer}/unit`, value: name === 'ratio' ? undefined : name }] } })]
}

/** Ends of bands are compared with the number they divide. */
function bands(compiled: Compiled, point: PointInfo): Finding[] {
  const { bands: made, source } = point.rubric
  if (!made) return []
  const value = made.value.node
  const ends = made.ends.map(({ node }) => node)
  const other = ends.find((end) => measuresOf(end).length > 0 && measuresOf(value).length > 0 && !fits(value, end))
  const literals = ends.map(bare)
  const all = isPercentage(value) && literals.length > 0 && literals.every((end) => end !== undefined && end >= 0 && end <= 1)
  return [
    ...(other ? [differing(compiled, other.path, point, value, other)] : []),
    ...(all ? [finding('lint.fraction', 'warning', `${point.pointer}/rubric/bands`, point, { value: literals.at(-1) }, { fix: { title: '× 100', edits: ends.map((end, i) => hundredfold(end.path, literals[i] ?? 0)) } })] : []),
  ].slice(0, source.method === 'bands' ? 2 : 0)
}

/** A unit as it was declared, else put together from what it is measured in. */
function unitOf(node: Node): string {
  const unit = node.variable?.unit ?? (node.type.kind === 'number' ? node.type.unit : undefined)
  const [own, [measure]] = [measureOf(unit), measuresOf(node)]
  if (unit !== undefined && own && measure && same(own, measure)) return unit
  return measure ? (same(measure, plain) ? 'ratio' : nameOf(measure)) : ''
}
