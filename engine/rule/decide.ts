import { accuracyOf, epsilon, type Accuracy } from './accuracy.ts'
import { exactTruth, type Closure, type Compiler } from './closure.ts'
import { nodeOf } from './node.ts'
import { relations, type Verdicts } from './relations.ts'
import { quickOrder } from './ties.ts'
import { isDate } from './constant.ts'
import type { Node } from './contract.ts'

/** A comparison that doubles cannot decide: by small fractions if those do, else by the full interpreter. */
export function tied(node: Node, { above, below, same }: Verdicts): Closure {
  const [a, b] = node.parts
  const exact = exactTruth(node)
  if (!a || !b) return exact
  return (slots) => {
    const order = quickOrder(a, b)
    return order === 2 ? exact(slots) : order > 0 ? above : order < 0 ? below : same
  }
}

/** Two (or three) numbers or dates compared: by doubles where those decide it, else exactly. */
export function comparison(node: Node, compiler: Compiler): Closure {
  const [a, b, c] = node.parts
  const says = relations[node.operator?.name ?? '']
  if (!a || !b || !says || !node.parts.every(comparable)) return exactTruth(node)
  if (!c) return pair(a, b, says, node, compiler)
  const between = (left: Node, right: Node): Closure => pair(left, right, says, nodeOf({ ...node, parts: [left, right] }), compiler)
  return both(between(a, b), between(b, c))
}
const comparable = ({ type, constant }: Node): boolean => type.kind === 'number' || type.kind === 'date' || isDate(constant)
const both = (a: Closure, b: Closure): Closure => (slots) => {
  const first = a(slots)
  return first === 0 ? 0 : Math.min(first, b(slots))
}

function pair(a: Node, b: Node, says: Verdicts, node: Node, compiler: Compiler): Closure {
  const accuracies: [Accuracy, Accuracy] = [accuracy(a), accuracy(b)]
  const [left, right] = [compiler.number(a), compiler.number(b)]
  if (accuracies[0].decimal && accuracies[1].decimal) return decimals(a, b, left, right, says)
  const exact = tied(node, says)
  if (b.kind === 'constant') return against(a, left, right, accuracies[0], says, exact)
  if (a.kind === 'constant') return against(b, right, left, accuracies[1], { above: says.below, below: says.above, same: says.same }, exact)
  return apart(left, right, accuracies, says, exact)
}
const dateLike: Accuracy = { decimal: true, whole: true, absolute: 0, relative: 0, tiny: 1, big: 1e7 }
const accuracy = (node: Node): Accuracy => (node.type.kind === 'number' ? accuracyOf(node) : dateLike)

/** Both doubles stand for decimals: they compare as those do. */
function decimals(a: Node, b: Node, left: Closure, right: Closure, { above, below, same }: Verdicts): Closure {
  if (a.kind === 'variable' && a.variable && b.kind === 'constant') return slotAgainst(a.variable.slot, right(none), above, below, same)
  if (a.kind === 'variable' && a.variable && b.kind === 'variable' && b.variable) return slots2(a.variable.slot, b.variable.slot, above, below, same)
  return plain(left, right, above, below, same)
}
const none = new Float64Array(0)
const slotAgainst = (index: number, k: number, above: number, below: number, same: number): Closure => (slots) => {
  const x = slots[index] as number
  return x > k ? above : x < k ? below : x === k ? same : 1
}
const slots2 = (i: number, j: number, above: number, below: number, same: number): Closure => (slots) => {
  const x = slots[i] as number
  const y = slots[j] as number
  return x > y ? above : x < y ? below : x === y ? same : 1
}
const plain = (left: Closure, right: Closure, above: number, below: number, same: number): Closure => (slots) => {
  const x = left(slots)
  const y = right(slots)
  return x > y ? above : x < y ? below : x === y ? same : 1
}

/** Against a constant: between low and high doubles cannot tell. */
function against({ kind, variable }: Node, value: Closure, constant: Closure, accuracy: Accuracy, { above, below }: Verdicts, exact: Closure): Closure {
  const { low, high } = zone(constant(none), accuracy)
  return kind === 'variable' && variable ? slotOutside(variable.slot, low, high, above, below, exact) : outside(value, low, high, above, below, exact)
}

/** Around a constant, how close a double must be for the exact value to be possibly on the other side. */
export function zone(constant: number, { relative, absolute }: Accuracy): { low: number; high: number } {
  const size = Math.abs(constant)
  const tolerance = (absolute + (relative + epsilon) * size) * 1.01
  return { low: constant - tolerance, high: constant + tolerance }
}
const slotOutside = (index: number, low: number, high: number, above: number, below: number, exact: Closure): Closure => (slots) => {
  const x = slots[index] as number
  return x > high ? above : x < low ? below : x === x ? exact(slots) : 1
}
const outside = (value: Closure, low: number, high: number, above: number, below: number, exact: Closure): Closure => (slots) => {
  const x = value(slots)
  return x > high ? above : x < low ? below : x === x ? exact(slots) : 1
}

/** One against the other: closer than both errors together, doubles cannot tell. */
function apart(left: Closure, right: Closure, [a, b]: readonly [Accuracy, Accuracy], { above, below }: Verdicts, exact: Closure): Closure {
  const absolute = (a.absolute + b.absolute) * 1.01
  const relative = Math.max(a.relative, b.relative) * 1.01 + 2 * epsilon
  return distance(left, right, absolute, relative, above, below, exact)
}
const distance = (left: Closure, right: Closure, absolute: number, relative: number, above: number, below: number, exact: Closure): Closure => (slots) => {
  const x = left(slots)
  const y = right(slots)
  const size = Math.abs(x) + Math.abs(y)
  const near = absolute + relative * size
  const gap = x - y
  return gap > near ? above : gap < -near ? below : gap === gap ? exact(slots) : 1
}
