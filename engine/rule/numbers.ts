import { accuracyOf, epsilon } from './accuracy.ts'
import { exactNumber, type Closure, type Compiler } from './closure.ts'
import { dayOf } from './day.ts'
import { Rational, toNumber } from './rational.ts'
import { cell, rowsNumber } from './tables.ts'
import { isInteger } from './typing.ts'
import type { Node } from './contract.ts'

/** A numeric node as a closure over the slots, right to within its accuracy. */
export function numberClosure(node: Node, compiler: Compiler): Closure {
  if (node.kind === 'constant') return constantly(typeof node.constant === 'string' ? dayOf(node.constant) ?? NaN : node.constant instanceof Rational ? toNumber(node.constant) : NaN)
  if (node.kind === 'variable' && node.variable) return slot(node.variable.slot)
  if (node.kind === 'item') return cell(node, compiler, NaN) ?? exactNumber(node)
  const rows = rowsNumber(node, compiler, exactNumber(node))
  if (rows) return rows
  if (node.kind !== 'call' || !node.parts.every(({ type }) => ['number', 'boolean', 'nothing'].includes(type.kind))) return exactNumber(node)
  const [a, b, c] = node.parts
  const number = (part: Node): Closure => compiler.number(part)
  switch (node.operator?.name) {
    case '+': case 'sum': return added(node.parts, number)
    case '-': return a && b ? minus(number(a), number(b)) : a ? opposite(number(a)) : exactNumber(node)
    case '*': return node.parts.map(number).reduce(times)
    case '/': return a && b ? over(number(a), number(b), zeroBound(b), exactNumber(node)) : exactNumber(node)
    case 'share': return a && b ? share(number(a), number(b), zeroBound(b), exactNumber(node)) : exactNumber(node)
    case 'growth': return a && b ? growth(number(a), number(b), zeroBound(b), exactNumber(node)) : exactNumber(node)
    case 'min': return node.parts.map(number).reduce(least)
    case 'max': return node.parts.map(number).reduce(greatest)
    case 'abs': return a ? size(number(a)) : exactNumber(node)
    case 'clamp': return a && b && c ? held(number(a), number(b), number(c)) : exactNumber(node)
    case 'var': case '??': return node.parts.map(number).reduceRight((rest, first) => known(first, rest))
    case 'if': case '?:': return branches(node.parts, compiler)
    case 'round': case 'floor': case 'ceil': return rounded(node, compiler)
    case undefined: default: return exactNumber(node)
  }
}

const constantly = (value: number): Closure => () => value
const slot = (index: number): Closure => (slots) => slots[index] as number

function added(parts: readonly Node[], number: (part: Node) => Closure): Closure {
  const [a, b, c, ...rest] = parts.map(number)
  if (!a) return constantly(0)
  if (!b) return a
  if (!c) return plus(a, b)
  return rest.reduce(plus, plusThree(a, b, c))
}
const plus = (a: Closure, b: Closure): Closure => (slots) => a(slots) + b(slots)
const plusThree = (a: Closure, b: Closure, c: Closure): Closure => (slots) => a(slots) + b(slots) + c(slots)
const minus = (a: Closure, b: Closure): Closure => (slots) => a(slots) - b(slots)
const opposite = (a: Closure): Closure => (slots) => 0 - a(slots)
const times = (a: Closure, b: Closure): Closure => (slots) => a(slots) * b(slots) + 0
const least = (a: Closure, b: Closure): Closure => (slots) => Math.min(a(slots), b(slots))
const greatest = (a: Closure, b: Closure): Closure => (slots) => Math.max(a(slots), b(slots))
const size = (a: Closure): Closure => (slots) => Math.abs(a(slots))
const held = (a: Closure, low: Closure, high: Closure): Closure => (slots) => {
  const [x, least, most] = [a(slots), low(slots), high(slots)]
  return x > most ? most + 0 * least : x < least ? least + 0 * most : x + 0 * (least + most)
}
const known = (a: Closure, b: Closure): Closure => (slots) => {
  const x = a(slots)
  return x === x ? x : b(slots)
}

/** How far from zero a divisor's double must be for the divisor not to be zero; negative: a double of 0 is exactly 0. */
export function zeroBound(divisor: Node): number {
  const { absolute } = accuracyOf(divisor)
  return absolute > 0 ? absolute * 1.01 : -1
}
const over = (a: Closure, b: Closure, bound: number, exact: Closure): Closure => bound < 0
  ? (slots) => {
    const divisor = b(slots)
    return divisor === 0 ? NaN : a(slots) / divisor + 0
  }
  : (slots) => {
    const divisor = b(slots)
    return Math.abs(divisor) > bound ? a(slots) / divisor + 0 : exact(slots)
  }
const share = (a: Closure, b: Closure, bound: number, exact: Closure): Closure => {
  const ratio = over(a, b, bound, exact)
  return bound < 0 ? (slots) => ratio(slots) * 100 : (slots) => (Math.abs(b(slots)) > bound ? ratio(slots) * 100 : exact(slots))
}
const growth = (a: Closure, b: Closure, bound: number, exact: Closure): Closure => {
  const ratio = over(a, b, bound, exact)
  return bound < 0 ? (slots) => ratio(slots) * 100 - 100 : (slots) => (Math.abs(b(slots)) > bound ? ratio(slots) * 100 - 100 : exact(slots))
}

function branches(parts: readonly Node[], compiler: Compiler): Closure {
  const tail = parts.length % 2 === 1 ? parts.at(-1) : undefined
  let rest = tail ? compiler.number(tail) : constantly(NaN)
  for (let i = (parts.length >> 1) * 2 - 2; i >= 0; i -= 2) {
    const [test, branch] = [parts[i], parts[i + 1]]
    if (test && branch) rest = chosen(compiler.truth(test), compiler.number(branch), rest)
  }
  return rest
}
const chosen = (test: Closure, then: Closure, otherwise: Closure): Closure => (slots) => {
  const truth = test(slots)
  return truth === 2 ? then(slots) : truth === 0 ? otherwise(slots) : NaN
}

/** Rounds where the double is clearly on one side; exactly where it is not. */
function rounded(node: Node, compiler: Compiler): Closure {
  const [x, places] = node.parts
  if (!x) return exactNumber(node)
  const decimals = places?.constant instanceof Rational ? toNumber(places.constant) : 0
  const number = compiler.number(x)
  if (isInteger(x) && decimals >= 0 && accuracyOf(x).whole) return number
  const { relative, absolute } = accuracyOf(x)
  const scale = 10 ** Math.abs(decimals)
  const exact = exactNumber(node)
  if (decimals < 0 || !(absolute < Infinity)) return exact
  const offset = node.operator?.name === 'round' ? 0.5 : 0
  const shift = node.operator?.name === 'ceil' ? 1 : 0
  return roundedAt(number, scale, relative * 1.01 + 2 * epsilon, absolute * scale * 1.01, offset, shift, exact)
}

/** Halves away from zero: works on the size for round (offset ½), on the value itself for floor (0) and ceil (shift 1). */
const roundedAt = (number: Closure, scale: number, relative: number, absolute: number, offset: number, shift: number, exact: Closure): Closure => (slots) => {
  const scaled = number(slots) * scale
  const size = Math.abs(scaled)
  if (size !== size) return NaN
  const error = absolute + relative * size
  const value = offset > 0 ? size : scaled
  const whole = Math.floor(value)
  const rest = value - whole - offset
  if (!(size < 1e15) || Math.abs(rest) <= error || (offset === 0 && 1 - rest <= error)) return exact(slots)
  if (offset > 0) return (scaled < 0 ? -(rest > 0 ? whole + 1 : whole) : rest > 0 ? whole + 1 : whole) / scale + 0
  return (whole + shift) / scale + 0
}
