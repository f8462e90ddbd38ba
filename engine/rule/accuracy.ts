import { rowLimit } from './entry.ts'
import { intervalOf } from './interval.ts'
import { Rational, toNumber } from './rational.ts'
import { isColumn, sourceOf } from './source.ts'
import type { Node, Worked } from './contract.ts'

/**
 * How far the double v of a numeric node can lie from the exact result x: |v − x| ≤ absolute + relative·|x|. Comparisons that
 * this bound decides need no exact arithmetic; its premises are the limits enforced where values are entered.
 */
export interface Accuracy {
  /** The double is the nearest to one decimal that it alone stands for: doubles compare as the decimals do. */
  readonly decimal: boolean
  /** A whole number below 2^53: no error at all. */
  readonly whole: boolean
  readonly absolute: number
  readonly relative: number
  /** Values other than 0 are at least this large, while `absolute` is 0; else 0. */
  readonly tiny: number
  /** No value is larger than this. */
  readonly big: number
}

/** Twice the rounding of one operation. */
export const epsilon = 2 ** -52
const safe = 2 ** 53 - 1
const leastEntered = 1e-20
const hopeless: Accuracy = { decimal: false, whole: false, absolute: Infinity, relative: 0, tiny: 0, big: Infinity }
const exactly = (tiny: number, big: number): Accuracy => ({ decimal: true, whole: true, absolute: 0, relative: 0, tiny, big })

export const isDecimal = (node: Node): boolean => node.type.kind === 'number' && accuracyOf(node).decimal

export function accuracyOf(node: Node): Accuracy {
  const { kind, type, variable, constant } = node
  if (type.kind === 'date') return exactly(1, 1e7)
  if (type.kind !== 'number') return hopeless
  if (kind === 'constant') return constant instanceof Rational ? decimals(node, Math.abs(toNumber(constant)) || 1) : hopeless
  if (kind === 'item') return decimals(node, leastEntered)
  if (kind === 'variable') return variable?.rule && !variable.rule.decimal ? bounded(node, behind(variable.rule)) : decimals(node, leastEntered)
  return bounded(node, call(node))
}

/** Of calculations, worked out once: each may read another twice, and that one the next. */
const calculated = new WeakMap<Worked, Accuracy>()

function behind(rule: Worked): Accuracy {
  const made = calculated.get(rule) ?? accuracyOf(rule.node)
  calculated.set(rule, made)
  return made
}

const sizeOf = (node: Node): number => {
  const [low, high] = intervalOf(node)
  return Math.max(Math.abs(low), Math.abs(high))
}
const isWhole = (node: Node): boolean => node.type.kind === 'number' && node.type.integer === true && sizeOf(node) <= safe

/** A value that is a decimal as it stands. */
const decimals = (node: Node, tiny: number): Accuracy =>
  isWhole(node) ? exactly(1, sizeOf(node)) : { decimal: true, whole: false, absolute: 0, relative: epsilon, tiny, big: sizeOf(node) }

/** Tightened by what the node's type says, or given up where doubles might run out of range. */
function bounded(node: Node, made: Accuracy): Accuracy {
  const big = Math.min(made.big, sizeOf(node))
  if (made.whole && isWhole(node)) return { ...made, decimal: true, big }
  return big <= 1e250 && made.absolute < Infinity ? { ...made, whole: false, big } : hopeless
}

function total(parts: readonly Node[]): Accuracy {
  const positive = parts.every((part) => intervalOf(part)[0] >= 0)
  return folded(parts, (a, b) => sum(a, b, positive))
}

function call(node: Node): Accuracy {
  const parts = node.parts.filter((part) => part.type.kind === 'number')
  switch (node.operator?.name) {
    case '+': return total(parts)
    case '-': return parts[1] ? folded(parts, (a, b) => sum(a, b, false)) : one(parts[0])
    case '*': return folded(parts, product)
    case '/': return quotient(parts)
    case 'share': return product(quotient(parts), { ...hundred })
    case 'growth': return sum(product(quotient(parts), { ...hundred }), hundred, false)
    case 'if': case '?:': return folded(node.parts.filter((part, i) => part.type.kind === 'number' && (i % 2 === 1 || i === node.parts.length - 1)), either)
    case 'min': case 'max': return parts.length === node.parts.length ? folded(parts, either) : ofRows(node) ?? nearest(node)
    case 'sum': return parts.length === node.parts.length ? total(parts) : ofRows(node) ?? ofColumn(node)
    case 'mean': return ofRows(node) ?? nearest(node)
    case '??': case 'var': case 'clamp': return folded(parts, either)
    case 'abs': case 'log': return one(parts[0])
    case 'round': case 'floor': case 'ceil': return rounded(node)
    case 'ln': case 'exp': return { decimal: true, whole: false, absolute: 0, relative: epsilon, tiny: 1e-200, big: 1e200 }
    case 'sqrt': case 'coefficientOfVariation': return { decimal: false, whole: false, absolute: 0, relative: 1e-11, tiny: 1e-200, big: 1e200 }
    case undefined: default: return nearest(node)
  }
}

function folded(parts: readonly Node[], combine: (a: Accuracy, b: Accuracy) => Accuracy): Accuracy {
  const [first, ...rest] = parts.map(accuracyOf)
  return first ? rest.reduce(combine, first) : hopeless
}
const one = (part: Node | undefined): Accuracy => (part ? accuracyOf(part) : hopeless)

/** The nearest double to an exact result. */
const nearest = (node: Node): Accuracy => (isWhole(node) ? exactly(1, sizeOf(node)) : { decimal: false, whole: false, absolute: 0, relative: epsilon, tiny: 1e-200, big: 1e200 })

const hundred: Accuracy = exactly(100, 100)

function sum(a: Accuracy, b: Accuracy, nonNegative: boolean): Accuracy {
  const big = a.big + b.big
  if (a.whole && b.whole && big <= safe) return exactly(1, big)
  const absolute = a.absolute + b.absolute
  if (nonNegative) return { decimal: false, whole: false, absolute, relative: Math.max(a.relative, b.relative) * slack + epsilon, tiny: absolute > 0 ? 0 : Math.min(a.tiny, b.tiny), big }
  return { decimal: false, whole: false, absolute: absolute + times(a.relative, a.big) + times(b.relative, b.big), relative: epsilon, tiny: 0, big }
}

/** What is worked out from each row of a table, added up, averaged, or the least or greatest of it. */
function ofRows({ parts, operator }: Node): Accuracy | undefined {
  const source = parts.length === 1 ? sourceOf(parts[0]) : undefined
  if (!source?.body) return undefined
  const made = accuracyOf(source.body)
  if (operator?.name === 'min' || operator?.name === 'max') return made
  if (isColumn(source) || !addsUp(source.body)) return undefined
  const [absolute, big] = [made.absolute * rowLimit * slack, made.big * rowLimit]
  if (operator?.name === 'sum' && made.whole && big <= safe) return exactly(1, big)
  const relative = made.relative * slack + (rowLimit + 2) * epsilon
  return { decimal: false, whole: false, absolute, relative, tiny: absolute > 0 ? 0 : made.tiny / rowLimit, big }
}

/** A column added up; all digits it can have fit a double where its decimals are declared. */
function ofColumn(node: Node): Accuracy {
  const source = sourceOf(node.parts[0])
  const type = source && isColumn(source) ? source.body?.type : undefined
  const { decimals: places } = type?.kind === 'number' ? type : {}
  const made = nearest(node)
  return made.whole || places === undefined || !(sizeOf(node) * 10 ** places <= 1e15) ? made : { ...made, decimal: true, tiny: 10 ** -places }
}

/** Whether what each row comes to may be added up in doubles: nothing cancels, or all are whole. */
export const addsUp = (body: Node): boolean => intervalOf(body)[0] >= 0 || (accuracyOf(body).whole && accuracyOf(body).big * rowLimit <= safe)

function product(a: Accuracy, b: Accuracy): Accuracy {
  const big = a.big * b.big
  if (a.whole && b.whole && big <= safe) return exactly(1, big)
  const absolute = (times(a.absolute, b.big) + times(b.absolute, a.big) + times(a.absolute, b.absolute)) * slack
  return faded({ decimal: false, whole: false, absolute, relative: (a.relative + b.relative) * slack + epsilon, tiny: absolute > 0 ? 0 : a.tiny * b.tiny, big })
}
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

function quotient([x, y]: readonly Node[]): Accuracy {
  if (!x || !y) return hopeless
  const [a, b] = [accuracyOf(x), accuracyOf(y)]
  const [low, high] = intervalOf(y)
  const away = low > 0 ? low : high < 0 ? -high : 0
  const least = Math.max(away, b.absolute > 0 ? 0 : b.tiny)
  const off = b.relative + (b.absolute > 0 ? b.absolute / away : 0)
  if (!(least > 0) || !(off < 0.01)) return hopeless
  const absolute = (a.absolute / least) * slack
  return faded({ decimal: false, whole: false, absolute, relative: (a.relative + off) * slack + epsilon, tiny: absolute > 0 ? 0 : a.tiny / b.big, big: (a.big / least) * slack })
}
/** Bounds of products of errors, and of errors on errors. */
const slack = 1.02
/** Results so small that doubles lose digits: counted as an absolute error. */
const faded = (made: Accuracy): Accuracy => (made.tiny >= 1e-250 ? made : { ...made, absolute: made.absolute + 1e-300, tiny: 0 })

function either(a: Accuracy, b: Accuracy): Accuracy {
  return {
    decimal: a.decimal && b.decimal, whole: a.whole && b.whole, absolute: Math.max(a.absolute, b.absolute),
    relative: Math.max(a.relative, b.relative), tiny: Math.min(a.tiny, b.tiny), big: Math.max(a.big, b.big),
  }
}

function rounded(node: Node): Accuracy {
  const [, places] = node.parts
  const decimal = places?.constant instanceof Rational ? toNumber(places.constant) : 0
  const fits = sizeOf(node) * 10 ** Math.max(0, decimal) <= 1e15
  return { ...nearest(node), decimal: fits || isWhole(node), tiny: 10 ** -decimal }
}
