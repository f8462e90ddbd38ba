import { intervalOf } from '../rule/interval.ts'
import { finding, keyOf, nodesOf, type Check, type Finding, type Role } from './finding.ts'
import type { Node } from '../rule/contract.ts'

/** Comparisons that come out the same whatever is answered, parts said twice, branches nothing reaches. */
export const constant: Check = ({ rules }) => rules.flatMap((role) => [...nodesOf(role.rule.node)].flatMap((node) => [...settled(node, role), ...same(node, role), ...twice(node, role), ...branches(node, role)]))

/** What a comparison always comes to, by the limits of both sides. */
export function settledTruth(node: Node): boolean | undefined {
  const [a, b] = node.parts
  if (!a || !b || node.parts.length !== 2 || a.type.kind !== 'number' || b.type.kind !== 'number') return undefined
  const [[low, high], [least, most]] = [intervalOf(a), intervalOf(b)]
  const name: string = node.operator?.name ?? ''
  switch (name) {
    case '>=': return low >= most ? true : high < least ? false : undefined
    case '>': return low > most ? true : high <= least ? false : undefined
    case '<=': return high <= least ? true : low > most ? false : undefined
    case '<': return high < least ? true : low >= most ? false : undefined
    case '==': case '===': return high < least || low > most ? false : undefined
    case '!=': case '!==': return high < least || low > most ? true : undefined
    default: return undefined
  }
}

function settled(node: Node, { point, role }: Role): Finding[] {
  const truth = node.kind === 'call' && !node.parts.every((part) => part.kind === 'constant') ? settledTruth(node) : undefined
  if (truth === undefined) return node.kind === 'call' && role !== 'calculation' && role !== 'value' && role !== 'end' && role !== 'score' && isFixed(node) ? [finding('lint.constant', 'warning', node.path, point)] : []
  const [a, b] = node.parts
  const range = a && b ? (a.kind === 'constant' ? intervalOf(b) : intervalOf(a)) : [0, 0]
  return [finding(truth ? 'lint.always' : 'lint.never', 'warning', node.path, point, { low: range[0], high: range[1] })]
}

/** A condition that reads nothing. */
const isFixed = (node: Node): boolean => node.type.kind === 'boolean' && [...nodesOf(node)].every((part) => part.kind !== 'variable' && part.kind !== 'item') && ![...nodesOf(node)].some((part) => part.variable)

/** `x ≥ x` is a slip of the pen. */
function same(node: Node, { point }: Role): Finding[] {
  const [a, b] = node.parts
  if (!a || !b || node.parts.length !== 2 || !['>=', '>', '<=', '<', '==', '===', '!=', '!==', '-'].includes(node.operator?.name ?? '') || a.kind === 'constant' || keyOf(a) !== keyOf(b)) return []
  return [finding('lint.same', 'warning', node.path, point)]
}

/** The same condition twice in one group. */
function twice(node: Node, { point }: Role): Finding[] {
  if (node.operator?.name !== 'and' && node.operator?.name !== 'or') return []
  const seen = new Map<string, string>()
  const found: Finding[] = []
  for (const part of node.parts) {
    const key = keyOf(part)
    const first = seen.get(key)
    if (first !== undefined) found.push(finding('lint.twice', 'warning', part.path, point, {}, { related: [first] }))
    else seen.set(key, part.path)
  }
  return found
}

/** A branch behind a condition that is always true, or that was asked before. */
function branches(node: Node, { point }: Role): Finding[] {
  if (node.operator?.name !== 'if' && node.operator?.name !== '?:') return []
  const asked = new Map<string, string>()
  const found: Finding[] = []
  let closed: string | undefined
  for (let i = 0; i < node.parts.length; i++) {
    const part = node.parts[i]
    if (!part || (i % 2 === 1 && i !== node.parts.length - 1)) continue
    if (closed !== undefined) return [...found, finding('lint.branch', 'warning', part.path, point, {}, { related: [closed] })]
    if (i === node.parts.length - 1) break
    const earlier = asked.get(keyOf(part))
    if (earlier !== undefined) found.push(finding('lint.branch', 'warning', part.path, point, {}, { related: [earlier] }))
    asked.set(keyOf(part), part.path)
    if (settledTruth(part) === true || (part.kind === 'constant' && part.constant === true)) closed = part.path
  }
  return found
}
