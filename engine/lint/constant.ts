import { intervalOf } from '../rule/interval.ts'
import { affordable, assignmentsOf } from './assignments.ts'
import { decide } from './decide.ts'
import { finding, keyOf, nodesOf, type Check, type Finding, type Role } from './finding.ts'
import { subjectsOf } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

/** Conditions that come out the same whatever is answered or after what was asked before, parts said twice, branches nothing reaches. */
export const constant: Check = ({ rules }) => rules.flatMap((role) => [...(conditional.has(role.role) ? whole(role) : []), ...[...nodesOf(role.rule.node)].flatMap((node) => same(node, role)), ...walk(role.rule.node, [], role)])

/** A condition that is known to hold, or not to, where another is asked. */
interface Known { node: Node; truth: boolean }

const conditional = new Set<Role['role']>(['visibleIf', 'requiredIf', 'check', 'criterion', 'limit'])
const leaves = new Set(['>=', '>', '<=', '<', '==', '===', '!=', '!==', 'in', 'kOfN'])

/** A condition that reads nothing. */
function whole({ rule: { node }, point }: Role): Finding[] {
  const fixed = node.kind === 'call' && node.type.kind === 'boolean' && [...nodesOf(node)].every((part) => part.kind !== 'variable' && part.kind !== 'item' && !part.variable)
  return fixed ? [finding('lint.constant', 'warning', node.path, point)] : []
}

function walk(node: Node, known: readonly Known[], role: Role): Finding[] {
  const name = node.operator?.name ?? ''
  if (name === 'and' || name === 'or') return junction(node, known, role)
  if (name === 'if' || name === '?:') return branches(node, known, role)
  const own = node.kind === 'call' && leaves.has(name) && known.length === 0 ? settled(node, role) : []
  return [...own, ...node.parts.flatMap((part) => walk(part, name === '!' || name === '!!' ? known : [], role))]
}

/** What a comparison by itself always comes to. */
function settled(node: Node, { point }: Role): Finding[] {
  // What turns on parameters alone may come out otherwise in a year that sets them otherwise.
  if (![...nodesOf(node)].some(({ kind }) => kind === 'variable' || kind === 'item')) return []
  const truth = truthUnder(node, [])
  if (truth === undefined || isSame(node)) return []
  const [a, b] = node.parts
  if (a?.type.kind !== 'number' || b?.type.kind !== 'number' || node.parts.length !== 2) return [finding(truth ? 'lint.certain' : 'lint.impossible', 'warning', node.path, point)]
  const [low, high] = intervalOf(a.kind === 'constant' ? b : a)
  return [finding(truth ? 'lint.always' : 'lint.never', 'warning', node.path, point, { low, high })]
}

/** Parts of a group that the others settle: said twice, ruled out by those before, or already said by them. */
function junction(node: Node, known: readonly Known[], role: Role): Finding[] {
  const all = node.operator?.name === 'and'
  const found: Finding[] = []
  const before: Known[] = []
  for (const part of node.parts) {
    const context = [...known, ...before]
    const twin = before.find((one) => keyOf(one.node) === keyOf(part))
    const inner = walk(part, known.length > 0 ? known : [], role)
    const truth = twin || inner.length > 0 || context.length === 0 ? undefined : truthUnder(part, context)
    found.push(...inner)
    if (twin) found.push(finding('lint.twice', 'warning', part.path, role.point, {}, { related: [twin.node.path] }))
    else if (truth === all) found.push(finding('lint.implied', 'warning', part.path, role.point, {}, { related: before.map((one) => one.node.path) }))
    else if (truth !== undefined) found.push(finding(all ? 'lint.impossible' : 'lint.certain', 'warning', known.length > 0 ? part.path : node.path, role.point, {}, { related: [...before.map((one) => one.node.path), part.path] }))
    if (truth !== undefined && truth !== all) break
    before.push({ node: part, truth: all })
  }
  return found
}

/** A branch behind a condition that always holds, never does, or was asked before. */
function branches(node: Node, known: readonly Known[], role: Role): Finding[] {
  const found: Finding[] = []
  const before: Known[] = [...known]
  const { parts } = node
  const dead = (part: Node | undefined, because: string): Finding[] => (part ? [finding('lint.branch', 'warning', part.path, role.point, {}, { related: [because] })] : [])
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [test, result] = [parts[i] as Node, parts[i + 1] as Node]
    found.push(...walk(test, known, role))
    const truth = test.kind === 'constant' && typeof test.constant === 'boolean' ? test.constant : truthUnder(test, before)
    if (truth === true) return [...found, ...walk(result, before, role), ...dead(parts[i + 2], test.path)]
    if (truth === false) found.push(...dead(result, test.path))
    else found.push(...walk(result, [...before, { node: test, truth: true }], role))
    before.push({ node: test, truth: false })
  }
  const last = parts.length % 2 === 1 ? parts.at(-1) : undefined
  return last ? [...found, ...walk(last, before, role)] : found
}

/** Most ways looked at for one condition, and most others it is seen together with. */
const [ways, together] = [2000, 24]

/** What a condition always comes to where others are known; undefined where it can come out either way, or what is known cannot be. */
function truthUnder(node: Node, known: readonly Known[]): boolean | undefined {
  const conditions = [node, ...known.map((one) => one.node)]
  const most = known.length > together ? 0 : affordable(conditions, ways)
  const all = most > 0 ? assignmentsOf(subjectsOf(conditions), most) : undefined
  if (!all?.complete) return undefined
  let settledAs: boolean | undefined
  for (const values of all) {
    if (known.some((one) => decide(one.node, values) === !one.truth)) continue
    const truth = decide(node, values)
    if (truth === undefined || (settledAs !== undefined && truth !== settledAs)) return undefined
    settledAs = truth
  }
  return settledAs
}

const comparing = new Set(['>=', '>', '<=', '<', '==', '===', '!=', '!==', '-'])
function isSame({ operator, parts: [a, b], parts }: Node): boolean {
  return comparing.has(operator?.name ?? '') && parts.length === 2 && a !== undefined && b !== undefined && a.kind !== 'constant' && keyOf(a) === keyOf(b)
}

/** `x ≥ x` is a slip of the pen. */
const same = (node: Node, { point }: Role): Finding[] => (isSame(node) ? [finding('lint.same', 'warning', node.path, point)] : [])
