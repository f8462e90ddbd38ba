import { Rational } from './rational.ts'
import { running } from './closure.ts'
import { relations } from './relations.ts'
import { Row } from './value.ts'
import type { Node } from './contract.ts'

/** The fraction last worked out. */
let n = 0
let d = 1
const safe = 9007199254740991
/** Parts that may still be looked at; beyond, the interpreter, which works every calculation out once, is quicker. */
let budget = 0
const most = 1000

/**
 * Compares two arithmetic expressions as fractions of whole doubles, without allocating: what most ties need. Returns how they
 * stand, 2 where a value is unknown or they outgrow doubles and the full interpreter has to look.
 */
export function quickOrder(a: Node, b: Node): -1 | 0 | 1 | 2 {
  budget = most
  return order(a, b)
}

function order(a: Node, b: Node): -1 | 0 | 1 | 2 {
  if (!quick(a)) return 2
  const p = n
  const q = d
  if (!quick(b)) return 2
  const left = p * d
  const right = n * q
  if (!(left <= safe && left >= -safe && right <= safe && right >= -safe)) return 2
  return left < right ? -1 : left > right ? 1 : 0
}

/** Puts the exact value of a node into n / d; false where that cannot be done here. */
function quick(node: Node): boolean {
  if (--budget < 0) return false
  if (node.kind === 'constant') return fraction(node.constant)
  if (node.kind === 'variable' && node.variable) {
    const { slot, rule } = node.variable
    const held = running.frame?.numbers[slot] ?? NaN
    return rule && !rule.decimal ? held === held && quick(rule.node) : decimal(held)
  }
  if (node.kind === 'item') {
    const loop = running.loops[node.depth]
    const row = loop?.rows[loop.at]
    const cell = row instanceof Row && node.key !== undefined ? row.cells[node.key] : undefined
    return typeof cell === 'number' && decimal(cell)
  }
  if (node.kind !== 'call') return false
  const { parts } = node
  const a = parts[0]
  const b = parts[1]
  switch (node.operator?.name) {
    case '+': return folded(parts, plus)
    case '*': return folded(parts, times)
    case '-': {
      if (!a || !b) return a !== undefined && quick(a) && settle(-n, d)
      return pair(a, b) && plus(left, leftBelow, -n, d)
    }
    case '/': return a !== undefined && b !== undefined && pair(a, b) && over()
    case 'share': return a !== undefined && b !== undefined && pair(a, b) && over() && settle(n * 100, d)
    case 'growth': return a !== undefined && b !== undefined && pair(a, b) && over() && settle(n * 100, d) && settle(n - 100 * d, d)
    case 'if': case '?:': return branch(parts)
    case 'abs': return a !== undefined && quick(a) && settle(Math.abs(n), d)
    case undefined: default: return false
  }
}

const settle = (numerator: number, denominator: number): boolean => {
  n = numerator + 0
  d = denominator
  return numerator <= safe && numerator >= -safe && denominator <= safe
}

function fraction(value: Node['constant']): boolean {
  return value instanceof Rational && typeof value.n === 'number' && typeof value.d === 'number' && settle(value.n, value.d)
}

/** The decimal of a double, up to nine places. */
function decimal(x: number): boolean {
  if (Number.isInteger(x)) return settle(x, 1)
  if (!(x < 1e9 && x > -1e9)) return false
  let scale = 1
  for (let places = 1; places <= 9; places++) {
    scale *= 10
    const whole = Math.round(x * scale)
    if (whole >= 1e15 || whole <= -1e15) return false
    if (whole / scale === x) return settle(whole, scale)
  }
  return false
}

/** The left one of a pair; the right one is in n / d. */
let left = 0
let leftBelow = 1
function pair(a: Node, b: Node): boolean {
  if (!quick(a)) return false
  const p = n
  const q = d
  if (!quick(b)) return false
  left = p
  leftBelow = q
  return true
}

const over = (): boolean => (n > 0 ? settle(left * d, leftBelow * n) : n < 0 ? settle(-left * d, leftBelow * -n) : false)
const times = (p: number, q: number, r: number, s: number): boolean => settle(p * r, q * s)
const plus = (p: number, q: number, r: number, s: number): boolean => {
  if (q === s) return settle(p + r, q)
  if (s % q === 0) return settle(p * (s / q), s) && settle(n + r, s)
  if (q % s === 0) return settle(r * (q / s), q) && settle(n + p, q)
  const x = p * s
  const y = r * q
  const z = q * s
  return x <= safe && x >= -safe && y <= safe && y >= -safe && settle(x + y, z)
}

function folded(parts: readonly Node[], combine: (p: number, q: number, r: number, s: number) => boolean): boolean {
  const [first] = parts
  if (!first || !quick(first)) return false
  for (let i = 1; i < parts.length; i++) {
    const p = n
    const q = d
    if (!quick(parts[i] as Node) || !combine(p, q, n, d)) return false
  }
  return true
}

/** The branch its conditions lead to, where they are truths entered or comparisons as plain as these. */
function branch(parts: readonly Node[]): boolean {
  let i = 0
  for (; i + 1 < parts.length; i += 2) {
    const truth = holds(parts[i] as Node)
    if (truth !== 0) return truth === 2 && quick(parts[i + 1] as Node)
  }
  return i < parts.length && quick(parts[i] as Node)
}

/** 1 where it is unknown or cannot be told here. */
function holds({ kind, type, variable, operator, parts }: Node): number {
  if (kind === 'variable' && variable && type.kind === 'boolean') return running.frame?.numbers[variable.slot] ?? 1
  const [a, b] = parts
  const says = relations[operator?.name ?? '']
  if (!says || parts.length !== 2 || a?.type.kind !== 'number' || b?.type.kind !== 'number') return 1
  const stand = order(a, b)
  return stand === 2 ? 1 : stand > 0 ? says.above : stand < 0 ? says.below : says.same
}
