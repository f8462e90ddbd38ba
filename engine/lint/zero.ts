import type { Compiled } from '../compiled.ts'
import { intervalOf } from '../rule/interval.ts'
import { toNumber } from '../rule/rational.ts'
import { run } from '../rule/run.ts'
import { fraction, isNumber } from '../rule/value.ts'
import { rowWise } from '../formula/names.ts'
import { keyOf, finding, nodesOf, type Check, type Finding, type Role } from './finding.ts'
import { answersTo, saidAnswers, witness } from './witness.ts'
import type { Node } from '../rule/contract.ts'

/** The operand that must not be zero, by operator. */
const divisor: Readonly<Record<string, number>> = { '/': 1, '%': 1, growth: 1, share: 1 }

/**
 * Divisions whose divisor may be zero where nobody says what then. A divisor is safe when its limits exclude zero, when a
 * surrounding `if` or a neighbour in the same `and` tests it, or when a check of severity error forbids zero.
 */
export const zero: Check = ({ compiled, rules }) => {
  const forbidden = new Set(rules.filter(({ role, point, rule }) => role === 'check' && point?.checks.some((one) => one.rule === rule && one.check.severity === 'error')).flatMap(({ rule }) => positives(rule.node)))
  return rules.flatMap((role) => visit(role.rule.node, new Set(), role, forbidden).flatMap(({ node, row, ...one }) => (row || one.code === 'lint.divisor' ? [one] : shown(compiled, role, node, one))))
}

/** The finding with answers that make the divisor 0; none where no answers do. */
function shown(compiled: Compiled, { point }: Role, node: Node, one: Finding): Finding[] {
  if (!point) return [one]
  const direct = node.kind === 'variable' && node.variable && !node.variable.rule ? { answers: { [node.variable.path]: 0 } } : undefined
  const found = direct ?? witness(compiled, point, [], [], (open) => open.number(node) === 0, { nodes: [node], most: 400 })
  if (found === 'none') return []
  if (found === 'unknown') return [one]
  const reproduction = answersTo(found.answers, [node])
  return [{ ...one, params: { ...one.params, example: saidAnswers(compiled, reproduction) }, reproduction }]
}

/** A finding with its divisor, and whether that is worked out row by row. */
interface Divided extends Finding { node: Node; row: boolean }

function visit(node: Node, guarded: ReadonlySet<string>, role: Role, forbidden: ReadonlySet<string>, row = false): Divided[] {
  const name = node.operator?.name ?? ''
  const found: Divided[] = []
  const index = divisor[name]
  const part = index === undefined ? undefined : node.parts[index]
  if (part && part.type.kind === 'number' && part.kind === 'constant' && isZero(part)) found.push({ ...finding('lint.divisor', 'error', part.path, role.point), node: part, row })
  else if (part && part.type.kind === 'number' && part.kind !== 'constant') {
    const [low, high] = intervalOf(part)
    const safe = fixedNotZero(part) || low > 0 || high < 0 || guarded.has(keyOf(part)) || forbidden.has(keyOf(part))
    if (!safe) found.push({ ...finding('lint.zero', 'info', part.path, role.point, { low, high }), node: part, row })
  }
  for (const [i, child] of node.parts.entries()) found.push(...visit(child, new Set([...guarded, ...guardsFor(node, i)]), role, forbidden, row || (i > 0 && rowWise.has(name))))
  return found
}

/** What is known not to be zero at a part of a node. */
function guardsFor(node: Node, index: number): string[] {
  const name = node.operator?.name
  if ((name === 'if' || name === '?:') && index > 0) {
    const tests = node.parts.filter((_, i) => i % 2 === 0 && i < index && i < node.parts.length - 1)
    return tests.flatMap((test, i) => (index === 2 * i + 1 ? positives(test) : zeros(test)))
  }
  return name === 'and' || name === 'kOfN' ? node.parts.slice(0, index).flatMap(positives) : []
}

/** Names a condition, when true, keeps away from zero. */
function positives(node: Node): string[] {
  const [a, b] = node.parts
  const name = node.operator?.name
  if (name === 'and') return node.parts.flatMap(positives)
  if (!a || !b) return []
  if ((name === '>' || name === '!=' || name === '!==') && isZero(b)) return [keyOf(a)]
  if (name === '!=' || name === '!==' || name === '>' || name === '<') return [...(name === '<' && isZero(a) ? [keyOf(b)] : []), `-(${keyOf(a)},${keyOf(b)})`, `-(${keyOf(b)},${keyOf(a)})`]
  return name === '>=' && b.type.kind === 'number' && (b.type.min ?? 0) > 0 ? [keyOf(a)] : []
}

/** Names a condition, when false, keeps away from zero. */
function zeros(node: Node): string[] {
  const [a, b] = node.parts
  const name = node.operator?.name
  if (name === 'or') return node.parts.flatMap(zeros)
  if (!a || !b) return []
  if ((name === '==' || name === '===') && !isZero(b)) return [`-(${keyOf(a)},${keyOf(b)})`, `-(${keyOf(b)},${keyOf(a)})`]
  return (name === '==' || name === '===' || name === '<=') && isZero(b) ? [keyOf(a)] : []
}

/** An expression of literals only, worked out. */
function fixedNotZero(node: Node): boolean {
  if ([...nodesOf(node)].some((part) => part.kind === 'variable' || part.kind === 'item')) return false
  const value = run(node, { frame: undefined as never, rows: [], steps: 1000, issues: undefined, memo: new Map() })
  return isNumber(value) && toNumber(fraction(value)) !== 0
}

const isZero = ({ type }: Node): boolean => type.kind === 'number' && type.min === 0 && type.max === 0
