import { intervalOf } from './interval.ts'
import type { Node } from './node.ts'
import { Rational, toNumber } from './rational.ts'

/**
 * How far the double a numeric node yields can lie from the exact result. Comparisons that such a bound decides need no exact
 * arithmetic; the premises are the limits enforced where values are entered.
 */
export interface Accuracy {
  /** The double stands for exactly one decimal of at most 15 digits or is that decimal's nearest double: doubles compare as the decimals do. */
  readonly decimal: boolean
  /** A whole number below 2^53: no error at all. */
  readonly whole: boolean
  readonly relative: number
  readonly absolute: number
  /** Bounds of the magnitude of values other than 0; only kept while `relative` is finite. */
  readonly tiny: number
  readonly big: number
}

/** Twice the rounding of one operation. */
export const epsilon = 2 ** -52
const safe = 2 ** 53 - 1
const leastEntered = 1e-20
const hopeless: Accuracy = { decimal: false, whole: false, relative: Infinity, absolute: Infinity, tiny: 0, big: Infinity }

export const isDecimal = (node: Node): boolean => node.type.kind === 'number' && accuracyOf(node).decimal

export function accuracyOf(node: Node): Accuracy {
  const { kind, type, variable, constant } = node
  if (type.kind === 'date') return { decimal: true, whole: true, relative: 0, absolute: 0, tiny: 1, big: 1e7 }
  if (type.kind !== 'number') return hopeless
  if (kind === 'constant') return constant instanceof Rational ? decimals(node, Math.abs(toNumber(constant)) || 1) : hopeless
  if (kind === 'item') return decimals(node, leastEntered)
  if (kind === 'variable') return variable?.rule && !variable.rule.decimal ? bounded(node, accuracyOf(variable.rule.node)) : decimals(node, leastEntered)
  return bounded(node, call(node))
}

const sizeOf = (node: Node): number => {
  const [low, high] = intervalOf(node)
  return Math.max(Math.abs(low), Math.abs(high))
}
const isWhole = (node: Node): boolean => node.type.kind === 'number' && node.type.integer === true && sizeOf(node) <= safe

/** A value that is a decimal as it stands. */
function decimals(node: Node, tiny: number): Accuracy {
  const big = sizeOf(node)
  if (isWhole(node)) return { decimal: true, whole: true, relative: 0, absolute: 0, tiny: 1, big }
  return { decimal: true, whole: false, relative: epsilon, absolute: epsilon * big, tiny, big }
}

/** Tightened by what the node's type says, or given up where doubles might run out of range. */
function bounded(node: Node, made: Accuracy): Accuracy {
  const big = Math.min(made.big, sizeOf(node))
  if (made.whole && isWhole(node)) return { ...made, decimal: true, big }
  if (!(big <= 1e250)) return { ...made, whole: false, absolute: Infinity, relative: Infinity, big }
  const relative = made.tiny >= 1e-250 ? made.relative : Infinity
  return { ...made, whole: false, relative, absolute: Math.min(made.absolute, relative * big) + 1e-300, big }
}

function call(node: Node): Accuracy {
  const parts = node.parts.filter((part) => part.type.kind === 'number')
  switch (node.operator?.name) {
    case '+': return folded(parts, (a, b) => sum(a, b, parts.every((part) => intervalOf(part)[0] >= 0)))
    case '-': return parts[1] ? folded(parts, (a, b) => sum(a, b, false)) : one(parts[0])
    case '*': return folded(parts, product)
    case '/': return quotient(parts)
    case 'share': return product(quotient(parts), { ...hundred })
    case 'growth': return sum(product(quotient(parts), { ...hundred }), hundred, false)
    case 'if': case '?:': return folded(node.parts.filter((part, i) => part.type.kind === 'number' && (i % 2 === 1 || i === node.parts.length - 1)), either)
    case 'min': case 'max': return parts.length === node.parts.length ? folded(parts, either) : nearest(node)
    case '??': case 'var': case 'clamp': return folded(parts, either)
    case 'abs': case 'log': return one(parts[0])
    case 'round': case 'floor': case 'ceil': return rounded(node)
    case 'ln': case 'exp': return { decimal: true, whole: false, relative: epsilon, absolute: Infinity, tiny: 1e-200, big: 1e200 }
    case 'sqrt': case 'coefficientOfVariation': return { decimal: false, whole: false, relative: 1e-11, absolute: Infinity, tiny: 1e-200, big: 1e200 }
    case undefined: default: return nearest(node)
  }
}

function folded(parts: readonly Node[], combine: (a: Accuracy, b: Accuracy) => Accuracy): Accuracy {
  const [first, ...rest] = parts.map(accuracyOf)
  return first ? rest.reduce(combine, first) : hopeless
}
const one = (part: Node | undefined): Accuracy => (part ? accuracyOf(part) : hopeless)

/** The nearest double to an exact result. */
const nearest = (node: Node): Accuracy => (isWhole(node) ? { decimal: true, whole: true, relative: 0, absolute: 0, tiny: 1, big: sizeOf(node) } : { decimal: false, whole: false, relative: epsilon, absolute: Infinity, tiny: 1e-200, big: 1e200 })

const hundred: Accuracy = { decimal: true, whole: true, relative: 0, absolute: 0, tiny: 100, big: 100 }

function sum(a: Accuracy, b: Accuracy, nonNegative: boolean): Accuracy {
  const big = a.big + b.big
  const whole = a.whole && b.whole && big <= safe
  if (whole) return { decimal: true, whole, relative: 0, absolute: 0, tiny: 1, big }
  const absolute = a.absolute + b.absolute + epsilon * big
  return { decimal: false, whole, relative: nonNegative ? Math.max(a.relative, b.relative) * 1.001 + epsilon : Infinity, absolute, tiny: Math.min(a.tiny, b.tiny), big }
}

function product(a: Accuracy, b: Accuracy): Accuracy {
  const big = a.big * b.big
  const whole = a.whole && b.whole && big <= safe
  if (whole) return { decimal: true, whole, relative: 0, absolute: 0, tiny: 1, big }
  const absolute = times(a.absolute, b.big) + times(b.absolute, a.big) + times(a.absolute, b.absolute) + epsilon * big
  return { decimal: false, whole, relative: (a.relative + b.relative) * 1.001 + epsilon, absolute, tiny: a.tiny * b.tiny, big }
}
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

function quotient([x, y]: readonly Node[]): Accuracy {
  if (!x || !y) return hopeless
  const [a, b] = [accuracyOf(x), accuracyOf(y)]
  const relative = (a.relative + b.relative) * 1.001 + epsilon
  const [low, high] = intervalOf(y)
  const away = (low > 0 ? low : high < 0 ? -high : 0) - b.absolute
  const smallest = Math.max(away, b.relative < Infinity ? b.tiny * 0.999 : 0)
  const big = smallest > 0 ? (a.big / smallest) * 1.001 : Infinity
  const absolute = away > 0 ? (a.absolute / away + (a.big / away) * (b.absolute / away)) * 1.001 + epsilon * big : Infinity
  return { decimal: false, whole: false, relative, absolute, tiny: relative < Infinity ? (a.tiny / b.big) * 0.999 : 0, big }
}

function either(a: Accuracy, b: Accuracy): Accuracy {
  return {
    decimal: a.decimal && b.decimal, whole: a.whole && b.whole, relative: Math.max(a.relative, b.relative),
    absolute: Math.max(a.absolute, b.absolute), tiny: Math.min(a.tiny, b.tiny), big: Math.max(a.big, b.big),
  }
}

function rounded(node: Node): Accuracy {
  const [, places] = node.parts
  const decimal = places?.constant instanceof Rational ? toNumber(places.constant) : 0
  const fits = sizeOf(node) * 10 ** Math.max(0, decimal) <= 1e15
  return { ...nearest(node), decimal: fits || isWhole(node), tiny: 10 ** -decimal }
}
