import { exactTruth, running, type Closure, type Compiler } from './closure.ts'
import { comparison } from './decide.ts'
import { cell, rowsTruth } from './tables.ts'
import type { Node } from './contract.ts'

/** A condition as a closure over the slots: 0 false, 1 unknown, 2 true. */
export function truthClosure(node: Node, compiler: Compiler): Closure {
  if (node.kind === 'constant') return constantly(node.constant === undefined ? 1 : node.constant === true ? 2 : 0)
  if (node.kind === 'variable' && node.variable && node.type.kind === 'boolean') return slot(node.variable.slot)
  if (node.kind === 'item' && node.type.kind === 'boolean') return cell(node, compiler, 1) ?? exactTruth(node)
  if (node.kind !== 'call') return exactTruth(node)
  const [a, b] = node.parts
  const truths = (): Closure[] => node.parts.map((part) => compiler.truth(part))
  switch (node.operator?.name) {
    case 'and': return conjunction(truths())
    case 'or': return disjunction(truths())
    case '!': return a ? negation(compiler.truth(a)) : exactTruth(node)
    case 'if': case '?:': return branches(node.parts, compiler)
    case '==': case '===': return (a && b && equality(a, b, compiler)) ?? comparison(node, compiler)
    case '!=': case '!==': {
      const same = a && b && equality(a, b, compiler)
      return same ? negation(same) : comparison(node, compiler)
    }
    case '<': case '<=': case '>': case '>=': return comparison(node, compiler)
    case 'in': return (a && b && membership(a, b, compiler)) ?? exactTruth(node)
    case 'missing': return node.names?.size === node.parts.length ? anyAbsent([...node.names.values()]) ?? exactTruth(node) : exactTruth(node)
    case '??': return truths().reduceRight((rest, first) => known(first, rest))
    case 'all': case 'some': case 'none': case 'kOfN': return rowsTruth(node, compiler, exactTruth(node)) ?? exactTruth(node)
    case undefined: default: return exactTruth(node)
  }
}

const constantly = (value: number): Closure => () => value
const slot = (index: number): Closure => (slots) => slots[index] as number

function conjunction([a, b, c, ...rest]: Closure[]): Closure {
  if (!a) return constantly(2)
  if (!b) return a
  if (!c) return bothOf(a, b)
  return rest.length === 0 ? threeOf(a, b, c) : allOf([a, b, c, ...rest])
}
const bothOf = (a: Closure, b: Closure): Closure => (slots) => {
  const first = a(slots)
  if (first === 0) return 0
  const second = b(slots)
  return first < second ? first : second
}
const threeOf = (a: Closure, b: Closure, c: Closure): Closure => (slots) => {
  const first = a(slots)
  if (first === 0) return 0
  const second = b(slots)
  if (second === 0) return 0
  const third = c(slots)
  return third === 2 ? (first < second ? first : second) : third
}
const allOf = (parts: readonly Closure[]): Closure => (slots) => {
  let least = 2
  for (const part of parts) {
    const truth = part(slots)
    if (truth === 0) return 0
    if (truth < least) least = truth
  }
  return least
}
function disjunction([a, b, ...rest]: Closure[]): Closure {
  if (!a) return constantly(0)
  if (!b) return a
  return rest.length === 0 ? eitherOf(a, b) : anyOf([a, b, ...rest])
}
const eitherOf = (a: Closure, b: Closure): Closure => (slots) => {
  const first = a(slots)
  if (first === 2) return 2
  const second = b(slots)
  return first > second ? first : second
}
const anyOf = (parts: readonly Closure[]): Closure => (slots) => {
  let most = 0
  for (const part of parts) {
    const truth = part(slots)
    if (truth === 2) return 2
    if (truth > most) most = truth
  }
  return most
}
const known = (a: Closure, b: Closure): Closure => (slots) => {
  const first = a(slots)
  return first === 1 ? b(slots) : first
}
const negation = (a: Closure): Closure => (slots) => 2 - a(slots)

function branches(parts: readonly Node[], compiler: Compiler): Closure {
  const tail = parts.length % 2 === 1 ? parts.at(-1) : undefined
  let rest = tail ? compiler.truth(tail) : constantly(1)
  for (let i = (parts.length >> 1) * 2 - 2; i >= 0; i -= 2) {
    const [test, branch] = [parts[i], parts[i + 1]]
    if (test && branch) rest = chosen(compiler.truth(test), compiler.truth(branch), rest)
  }
  return rest
}
const chosen = (test: Closure, then: Closure, otherwise: Closure): Closure => (slots) => {
  const truth = test(slots)
  return truth === 2 ? then(slots) : truth === 0 ? otherwise(slots) : 1
}

/** Equality of texts and booleans by slot; undefined for anything else. */
function equality(a: Node, b: Node, compiler: Compiler): Closure | undefined {
  if (a.type.kind === 'boolean' && b.type.kind === 'boolean') return sameTruth(compiler.truth(a), compiler.truth(b))
  if (a.kind === 'constant' && b.kind !== 'constant') return equality(b, a, compiler)
  if (a.kind === 'item' && a.type.kind === 'text' && typeof b.constant === 'string') return cell(a, compiler, 1, b.constant)
  if (a.type.kind !== 'text' || a.kind !== 'variable' || !a.variable || b.type.kind !== 'text') return undefined
  if (typeof b.constant === 'string') return a.type.options ? optionIs(a.variable.slot, a.type.options.indexOf(b.constant)) : textIs(a.variable.slot, b.constant)
  return b.kind === 'variable' && b.variable ? textsSame(a.variable.slot, b.variable.slot) : undefined
}
const sameTruth = (a: Closure, b: Closure): Closure => (slots) => {
  const x = a(slots)
  const y = b(slots)
  return x === 1 || y === 1 ? 1 : x === y ? 2 : 0
}
/** Among declared options a text is its place; one that is none of them has none. */
const optionIs = (index: number, place: number): Closure => (slots) => {
  const x = slots[index] as number
  return x === place && place >= 0 ? 2 : x === x ? 0 : 1
}
const textIs = (index: number, text: string): Closure => () => {
  const value = running.frame?.objects[index]
  return value === text ? 2 : value === undefined ? 1 : 0
}
const textsSame = (i: number, j: number): Closure => () => {
  const x = running.frame?.objects[i]
  const y = running.frame?.objects[j]
  return x === undefined || y === undefined ? 1 : x === y ? 2 : 0
}

/** A text variable, or a text in a row, among texts written out. */
function membership(needle: Node, stack: Node, compiler: Compiler): Closure | undefined {
  if (needle.kind === 'item' && needle.type.kind === 'text' && stack.operator?.name === '[]' && stack.parts.length > 0) {
    const same = stack.parts.map(({ constant }) => (typeof constant === 'string' ? cell(needle, compiler, 1, constant) : undefined))
    return same.every((one) => one !== undefined) ? disjunction(same) : undefined
  }
  if (needle.kind !== 'variable' || needle.type.kind !== 'text' || !needle.variable || stack.operator?.name !== '[]') return undefined
  const texts = stack.parts.map(({ constant }) => constant)
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? textAmong(needle.variable.slot, texts) : undefined
}
const textAmong = (index: number, texts: readonly string[]): Closure => () => {
  const value = running.frame?.objects[index]
  return value === undefined ? 1 : texts.includes(value as string) ? 2 : 0
}

/** Whether a list of missing names has any: all scalar variables. */
function anyAbsent(names: readonly Node[]): Closure | undefined {
  const scalar = names.every(({ kind, type, variable }) => kind === 'variable' && variable && ['number', 'date', 'text'].includes(type.kind))
  return scalar ? someUnknown(names.map(({ variable }) => variable?.slot ?? 0)) : undefined
}
const someUnknown = (indexes: readonly number[]): Closure => (slots) => {
  for (const index of indexes) if (Number.isNaN(slots[index])) return 2
  return 0
}
