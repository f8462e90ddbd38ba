import type { Issue, Rule } from '../../schemas/index.ts'
import { nearest } from '../formula/nearest.ts'
import { segment } from '../issue.ts'
import { operators } from '../operators/index.ts'
import { constantOf } from './constant.ts'
import { listLiteral } from './list.ts'
import { nodeOf } from './node.ts'
import type { Type } from './type.ts'
import type { Level, Node, Operator, Scope, Site, Visible } from './contract.ts'

export const depthLimit = 100
export const sizeLimit = 10_000

/** Resolves names, checks types and shapes; the node is there as far as the rule could be read. */
export function bind(rule: Rule, scope: Scope, path: string): { node: Node | undefined; issues: Issue[] } {
  const binder = new Binder()
  const node = binder.bind(rule, path, { scope, levels: [] }, 0)
  return { node, issues: binder.issues }
}

class Binder {
  readonly issues: Issue[] = []
  private size = 0

  report(code: string, path: string, params?: Record<string, unknown>, severity: Issue['severity'] = 'error'): undefined {
    this.issues.push({ code, severity, path, ...(params ? { params } : {}) })
  }

  bind(rule: Rule, path: string, visible: Visible, depth: number): Node | undefined {
    if (++this.size > sizeLimit) return this.size === sizeLimit + 1 ? this.report('limit.size', path, { limit: sizeLimit }) : undefined
    if (depth > depthLimit) return this.report('limit.depth', path, { limit: depthLimit })
    if (Array.isArray(rule)) return this.list(rule, path, visible, depth)
    if (typeof rule === 'object' && rule !== null) return this.call(rule, path, visible, depth)
    const constant = constantOf(rule)
    return constant ? nodeOf({ kind: 'constant', path, ...constant }) : this.report('rule.constant', path)
  }

  private crowded(parts: readonly Rule[], path: string): boolean {
    if (this.size + parts.length <= sizeLimit) return false
    if (this.size <= sizeLimit) this.report('limit.size', path, { limit: sizeLimit })
    this.size = sizeLimit + 1
    return true
  }

  private list(rules: readonly Rule[], path: string, visible: Visible, depth: number): Node | undefined {
    if (this.crowded(rules, path)) return undefined
    const parts: Node[] = []
    for (const [i, rule] of rules.entries()) {
      const part = this.bind(rule, `${path}/${i}`, visible, depth + 1)
      if (!part && this.size > sizeLimit) return undefined
      if (part) parts.push(part)
    }
    return parts.length < rules.length ? undefined : this.made(listLiteral, parts, path, new Spot(this, listLiteral, path, visible, depth, true))
  }

  private call(rule: { [operator: string]: Rule }, path: string, visible: Visible, depth: number): Node | undefined {
    const keys = Object.keys(rule)
    const [name] = keys
    if (name === undefined || keys.length > 1) return this.report('rule.shape', path, { keys: keys.slice(0, 5) })
    const operator = operators.get(name)
    if (!operator) return this.report('rule.operator', path, { operator: name.slice(0, 60), ...suggestion(name, operators.keys()) })
    const value = rule[name] ?? null
    const args = Array.isArray(value) ? value : [value]
    const [least, most] = operator.arity
    if (args.length < least || args.length > most) return this.report('rule.arity', path, { operator: name, least, most: Number.isFinite(most) ? most : null, actual: args.length })
    if (this.crowded(args, path)) return undefined
    const site = new Spot(this, operator, `${path}/${segment(name)}`, visible, depth, Array.isArray(value))
    return operator.bind ? this.special(operator, operator.bind(site, args), path, site) : this.plain(operator, args, path, site)
  }

  private plain(operator: Operator, args: readonly Rule[], path: string, site: Site): Node | undefined {
    const parts: Node[] = []
    for (const [i, arg] of args.entries()) {
      const part = site.bind(arg, i)
      if (!part && this.size > sizeLimit) return undefined
      if (part) parts.push(part)
    }
    return parts.length < args.length ? undefined : this.made(operator, parts, path, site)
  }

  private special(operator: Operator, bound: ReturnType<NonNullable<Operator['bind']>>, path: string, site: Site): Node | undefined {
    if (!bound) return undefined
    if (Array.isArray(bound)) return this.made(operator, bound as readonly Node[], path, site)
    const { parts = [], ...rest } = bound as Partial<Node>
    if ('kind' in rest) return nodeOf({ ...(bound as Node), path })
    return this.made(operator, parts, path, site, rest)
  }

  private made(operator: Operator, parts: readonly Node[], path: string, site: Site, rest: Partial<Node> = {}): Node | undefined {
    const type = operator.type(site, parts)
    return type && nodeOf({ kind: 'call', path, operator, type, parts, ...rest })
  }

  lookup(name: string, path: string, visible: Visible, depth: number): Node | undefined {
    for (let i = visible.levels.length - 1; i >= 0; i--) {
      const level = visible.levels[i]
      const found = level && this.inRow(name, path, level, visible, i, depth)
      if (found !== undefined) return found === 'failed' ? undefined : found
    }
    if (name === '') return this.report('rule.whole', path)
    const variable = visible.scope.variable(name)
    if (!variable) return this.report('rule.name', path, { name: name.slice(0, 100), ...suggestion(name, within(visible)) })
    const { constant } = variable
    const fixed = constant === undefined ? undefined : constantOf(constant as Rule, variable.type)
    return nodeOf(fixed ? { kind: 'constant', path, variable, ...fixed } : { kind: 'variable', path, type: variable.type, variable })
  }

  private inRow(name: string, path: string, level: Level, visible: Visible, index: number, depth: number): Node | 'failed' | undefined {
    const item = (type: Type, at: number, key?: string): Node => nodeOf({ kind: 'item', path, type, depth: at, key })
    if (level.accumulator) {
      if (name === 'accumulator') return item(level.accumulator, level.depth - 1)
      if (name === 'current' || name === '') return item(level.item, level.depth)
      if (name.startsWith('current.')) name = name.slice('current.'.length)
    } else if (name === '') return item(level.item, level.depth)
    const column = level.columns.find(({ id }) => id === name)
    if (!column) return undefined
    if (column.calculation === undefined) return item(column.type, level.depth, name)
    if (level.open.has(name)) return this.report('rule.circle', path, { name }) ?? 'failed'
    const around = visible.levels.slice(0, index)
    const opened: Level = { ...level, open: new Set([...level.open, name]) }
    const node = this.bind(column.calculation, path, { scope: visible.scope, levels: [...around, opened] }, depth + 1)
    return node ? nodeOf({ ...node, path }) : 'failed'
  }
}

/** Where an operator stands: one is made for every call, so what it can do is shared. */
class Spot implements Site {
  readonly operator: Operator
  readonly path: string
  readonly visible: Visible
  private readonly binder: Binder
  private readonly depth: number
  /** Whether the arguments stand in a list. */
  private readonly listed: boolean

  constructor(binder: Binder, operator: Operator, path: string, visible: Visible, depth: number, listed: boolean) {
    this.operator = operator
    this.path = path
    this.visible = visible
    this.binder = binder
    this.depth = depth
    this.listed = listed
  }

  pathOf(index: number): string {
    return this.listed ? `${this.path}/${index}` : this.path
  }

  bind(rule: Rule, index: number, visible = this.visible): Node | undefined {
    return this.binder.bind(rule, this.pathOf(index), visible, this.depth + 1)
  }

  lookup(name: string, path: string): Node | undefined {
    return this.binder.lookup(name, path, this.visible, this.depth)
  }

  report(code: string, params?: Record<string, unknown>, path = this.path, severity?: Issue['severity']): undefined {
    return this.binder.report(code, path, { operator: this.operator.name, ...params }, severity)
  }

  want(node: Node, ...kinds: Type['kind'][]): boolean {
    if (node.type.kind === 'nothing') {
      if (node.kind === 'constant') this.report('rule.null', {}, node.path, 'warning')
      return true
    }
    return kinds.includes(node.type.kind) || (this.report('rule.type', { expected: kinds, actual: node.type.kind, ...(node.variable ? { name: node.variable.path } : {}) }, node.path) ?? false)
  }
}

function* within({ scope, levels }: Visible): Generator<string> {
  for (const { columns } of levels) for (const { id } of columns) yield id
  yield* scope.names()
}

function suggestion(name: string, candidates: Iterable<string>): { suggestion?: string } {
  const close = name.length > 100 ? undefined : nearest(name, candidates)
  return close === undefined ? {} : { suggestion: close }
}
