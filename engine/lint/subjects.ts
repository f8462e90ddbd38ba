import { intervalOf } from '../rule/interval.ts'
import { toNumber } from '../rule/rational.ts'
import { fraction, isNumber } from '../rule/value.ts'
import { keyOf, nodesOf } from './finding.ts'
import type { Node } from '../rule/contract.ts'

/** What the conditions of a rubric turn on: a number against thresholds, a choice, or a condition taken as a whole. */
export interface Subject {
  key: string
  node: Node
  kind: 'number' | 'text' | 'truth' | 'order'
  /** Values that stand for every way the conditions can come out. */
  candidates: (number | string | boolean)[]
  /** Whether any candidate can be entered as it stands: a field read directly. */
  free: boolean
  /** The numbers it is compared with. */
  thresholds: number[]
}

const comparisons = new Set(['>=', '>', '<=', '<', '==', '===', '!=', '!=='])
const connectives = new Set(['and', 'or', '!', '!!', 'kOfN', 'if', '?:', 'list'])

/** The subjects of some conditions, with candidate values from thresholds, options and limits. */
export function subjectsOf(conditions: readonly Node[]): Subject[] {
  const found = new Map<string, Subject>()
  const add = (node: Node, kind: Subject['kind'], threshold?: number): void => {
    const key = kind === 'order' ? orderKey(node) : keyOf(node)
    const subject = found.get(key) ?? { key, node, kind, candidates: [], free: kind !== 'order' && node.kind === 'variable' && node.variable?.rule === undefined, thresholds: [] }
    if (threshold !== undefined) subject.thresholds.push(threshold)
    found.set(key, subject)
  }
  const look = (node: Node): void => {
    const name = node.operator?.name ?? ''
    if (node.kind === 'constant') return
    if (node.kind === 'call' && comparisons.has(name) && node.parts.length === 2) {
      const [a, b] = node.parts
      if (a && b) {
        const [left, right] = [constantOf(a), constantOf(b)]
        if (typeof right === 'number' && left === undefined) return add(a, 'number', right)
        if (typeof left === 'number' && right === undefined) return add(b, 'number', left)
        if (typeof right === 'string' && a.type.kind === 'text') return add(a, 'text')
        if (typeof right === 'boolean' && a.type.kind === 'boolean') return look(a)
        if (a.type.kind === 'number' && b.type.kind === 'number') return add(node, 'order')
      }
    }
    if (node.kind === 'call' && (connectives.has(name) || node.operator?.title.zh === '列表')) return node.parts.forEach(look)
    add(node, node.type.kind === 'text' ? 'text' : node.type.kind === 'number' ? 'number' : 'truth')
  }
  conditions.forEach(look)
  return [...found.values()].map((subject) => ({ ...subject, candidates: candidatesOf(subject) }))
}

/** A literal's value; undefined for anything else. */
export function constantOf(node: Node): number | string | boolean | undefined {
  if (node.kind !== 'constant') return undefined
  const { constant } = node
  if (isNumber(constant)) return toNumber(fraction(constant))
  return typeof constant === 'string' || typeof constant === 'boolean' ? constant : undefined
}

/** Two sides compared with each other, whichever comparison it is. */
export const orderKey = (node: Node): string => `order(${node.parts.map(keyOf).join(',')})`

function candidatesOf({ node, kind, thresholds }: Subject): Subject['candidates'] {
  switch (kind) {
    case 'truth': return [true, false]
    case 'order': return [-1, 0, 1]
    case 'text': return node.type.kind === 'text' && node.type.options ? [...node.type.options] : ['']
    case 'number': {
      const [low, high] = intervalOf(node)
      const integer = node.type.kind === 'number' && node.type.integer === true
      const sorted = [...new Set(thresholds)].toSorted((a, b) => a - b)
      const gap = sorted.slice(1).reduce((least, value, i) => Math.min(least, value - (sorted[i] ?? value)), Infinity)
      const step = integer ? 1 : Math.min(node.type.kind === 'number' && node.type.decimals !== undefined ? 10 ** -node.type.decimals : 0.01, gap / 3)
      const around = sorted.flatMap((value, i) => [value - step, value, value + step, ...(i + 1 < sorted.length && !integer ? [(value + (sorted[i + 1] ?? value)) / 2] : [])])
      const ends = [low, high].filter(Number.isFinite)
      return [...new Set([...around, ...ends].map((value) => Number(value.toPrecision(12))))].filter((value) => value >= low && value <= high && (!integer || Number.isInteger(value))).toSorted((a, b) => a - b)
    }
  }
}

/** Names of fields a node reads in the end, through calculations. */
export function fieldsOf(node: Node, found = new Set<string>()): Set<string> {
  for (const { variable } of nodesOf(node)) {
    if (!variable || found.has(variable.path)) continue
    if (variable.rule) {
      found.add(`=${variable.path}`)
      fieldsOf(variable.rule.node, found)
    } else found.add(variable.path)
  }
  return found
}
