import { intervalOf, minus } from '../rule/interval.ts'
import { toNumber } from '../rule/rational.ts'
import { fraction, isNumber } from '../rule/value.ts'
import { keyOf, nodesOf } from './finding.ts'
import { daysAround, numbersAround, textsBeside } from './regions.ts'
import type { Node } from '../rule/contract.ts'

/** What conditions turn on: a number against thresholds, two numbers against each other, a choice, a day, or a condition taken as a whole. */
export interface Subject {
  key: string
  node: Node
  kind: 'number' | 'order' | 'text' | 'date' | 'truth'
  /** Values that stand for every way the conditions can come out. */
  candidates: (number | string | boolean)[]
  /** Whether any candidate can be entered as it stands: a field read directly, or an option of one. */
  free: boolean
  /** The numbers its node is compared with. */
  thresholds: number[]
}

/** A subject while it is gathered. */
interface Gathered extends Subject { turns: number[]; texts: string[]; pair: Pair | undefined }

const comparisons = new Set(['>=', '>', '<=', '<', '==', '===', '!=', '!=='])
const connectives = new Set(['and', 'or', '!', '!!', 'kOfN', 'if', '?:', '[]'])

/** The subjects of some conditions, and of numbers met with ends of their own, with candidate values. */
export function subjectsOf(conditions: readonly Node[], measured: readonly { node: Node; ends: readonly number[] }[] = []): Subject[] {
  const found = new Map<string, Gathered>()
  const add = (key: string, node: Node, kind: Subject['kind'], free = isField(node), pair?: Pair): Gathered => {
    const known = found.get(key)
    const subject = known ?? { key, node, kind, candidates: [], free, thresholds: [], turns: [], texts: [], pair }
    if (known && known.kind === 'order' && kind === 'number') Object.assign(known, { node, kind })
    found.set(key, subject)
    return subject
  }
  const number = (node: Node, threshold?: number): void => {
    const pair = differenceOf(node)
    const subject = pair ? add(pair.key, node, 'number', false, pair) : add(keyOf(node), node, 'number')
    if (threshold === undefined) return
    subject.thresholds.push(threshold)
    subject.turns.push((pair?.sign ?? 1) * threshold)
  }
  const compared = (node: Node, a: Node, b: Node): void => {
    const [left, right] = [constantOf(a), constantOf(b)]
    if (typeof right === 'number' && left === undefined) number(a, right)
    else if (typeof left === 'number' && right === undefined) number(b, left)
    else if (typeof right === 'string' && isWord(a)) add(keyOf(a), a, wordKind(a)).texts.push(right)
    else if (typeof left === 'string' && isWord(b)) add(keyOf(b), b, wordKind(b)).texts.push(left)
    else if (a.type.kind === 'boolean' && b.type.kind === 'boolean') [a, b].forEach(look)
    else if (a.type.kind === 'number' && b.type.kind === 'number') {
      const pair = orderOf(a, b)
      add(pair.key, node, 'order', false, pair).turns.push(0)
    }
    else add(keyOf(node), node, 'truth')
  }
  const look = (node: Node): void => {
    const name = node.operator?.name ?? ''
    const { parts } = node
    if (node.kind === 'constant') return
    if (node.kind === 'call' && comparisons.has(name) && parts.length > 1) for (const [i, a] of parts.slice(0, -1).entries()) compared(node, a, parts[i + 1] as Node)
    else if (node.kind === 'call' && oneOf(node)) for (const item of parts[1]?.parts ?? []) compared(node, parts[0] as Node, item)
    else if (node.kind === 'call' && (name === 'kOfN' ? written(node) : connectives.has(name))) parts.forEach(look)
    else if (node.type.kind === 'number') number(node)
    else add(keyOf(node), node, isWord(node) ? wordKind(node) : 'truth', isField(node) || chosen(node) !== undefined)
  }
  conditions.forEach(look)
  for (const { node, ends } of measured) for (const end of ends.length > 0 ? ends : [undefined]) number(node, end)
  return [...found.values()].map(({ turns, texts, pair, ...subject }) => ({ ...subject, candidates: candidatesOf(subject, turns, texts, pair) }))
}

const isField = (node: Node): boolean => node.kind === 'variable' && node.variable !== undefined && node.variable.rule === undefined && !node.variable.path.includes('.')
const isWord = ({ type }: Node): boolean => type.kind === 'text' || type.kind === 'date'
const wordKind = ({ type }: Node): 'text' | 'date' => (type.kind === 'date' ? 'date' : 'text')

/** Whether the conditions that are counted stand there one by one. */
export const written = ({ parts: [k, ...lists] }: Node): boolean => k !== undefined && constantOf(k) !== undefined && lists.every(({ operator }) => operator?.name === '[]')

/** A value among constants: as good as compared with each. */
export function oneOf({ operator, parts: [value, list] }: Node): boolean {
  return operator?.name === 'in' && value !== undefined && constantOf(value) === undefined && list?.operator?.name === '[]' && list.parts.every((part) => constantOf(part) !== undefined)
}

/** The option a condition asks a multiple choice for. */
export function chosen({ operator, parts: [value, list] }: Node): { field: string; option: string } | undefined {
  const option = value && constantOf(value)
  return operator?.name === 'in' && typeof option === 'string' && list && isField(list) && list.type.kind === 'list' && list.variable ? { field: list.variable.path, option } : undefined
}

/** A literal's value; undefined for anything else. */
export function constantOf(node: Node): number | string | boolean | undefined {
  if (node.kind !== 'constant') return undefined
  const { constant } = node
  if (isNumber(constant)) return toNumber(fraction(constant))
  return typeof constant === 'string' || typeof constant === 'boolean' ? constant : undefined
}

/** Two numbers against each other, in an order that is the same whichever stands first; `sign` is −1 where they were turned round. */
export interface Pair { key: string; first: Node; second: Node; sign: 1 | -1 }

export function orderOf(a: Node, b: Node): Pair {
  const [left, right] = [keyOf(a), keyOf(b)]
  return left <= right ? { key: `difference(${left},${right})`, first: a, second: b, sign: 1 } : { key: `difference(${right},${left})`, first: b, second: a, sign: -1 }
}

/** `a − b` of two things that vary. */
export function differenceOf({ operator, parts: [a, b], parts }: Node): Pair | undefined {
  return operator?.name === '-' && parts.length === 2 && a && b && a.kind !== 'constant' && b.kind !== 'constant' ? orderOf(a, b) : undefined
}

function candidatesOf({ node, kind }: Subject, turns: readonly number[], texts: readonly string[], pair: Pair | undefined): Subject['candidates'] {
  switch (kind) {
    case 'truth': return [true, false]
    case 'text': return textsBeside(node.type, texts)
    case 'date': return daysAround(texts)
    case 'number': case 'order': return pair ? numbersAround(turns, minus(intervalOf(pair.first), intervalOf(pair.second)), isWhole(pair.first) && isWhole(pair.second) ? 0 : undefined) : numbersAround(turns, intervalOf(node), decimalsOf(node))
  }
}

const isWhole = ({ type }: Node): boolean => type.kind === 'number' && type.integer === true
const decimalsOf = ({ type }: Node): number | undefined => (type.kind !== 'number' ? undefined : type.integer ? 0 : type.decimals)

/** Names a node reads in the end, through calculations, which are marked with `=`. */
export function namesRead(node: Node, found = new Set<string>()): Set<string> {
  for (const { variable } of nodesOf(node)) {
    if (!variable || found.has(variable.path) || found.has(`=${variable.path}`)) continue
    if (variable.rule) {
      found.add(`=${variable.path}`)
      namesRead(variable.rule.node, found)
    } else found.add(variable.path)
  }
  return found
}
