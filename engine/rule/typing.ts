import { hull, intervalOf, type Interval } from './interval.ts'
import { isDate } from './constant.ts'
import { itemOf, joined, type Type } from './type.ts'
import type { Node, Site } from './contract.ts'

/** Whether all arguments are numbers; reports those that are not. */
export function allNumbers(site: Site, parts: readonly Node[]): boolean {
  return parts.map((part) => site.want(part, 'number')).every(Boolean)
}

/** Whether all arguments can be conditions: booleans, or lists (a list is true when it has items). */
export function allConditions(site: Site, parts: readonly Node[]): boolean {
  return parts.map((part) => condition(site, part)).every(Boolean)
}

export function condition(site: Site, part: Node): boolean {
  if (['boolean', 'list', 'table', 'nothing'].includes(part.type.kind)) return site.want(part, 'boolean', 'list', 'table')
  return site.report('rule.condition', { actual: part.type.kind, ...(part.variable ? { name: part.variable.path } : {}) }, part.path) ?? false
}

/** The numbers an aggregating operator looks at, as one interval; undefined after reporting. */
export function numbersType(site: Site, parts: readonly Node[]): { interval: Interval; integer: boolean; unit?: string } | undefined {
  const [first] = parts
  const item = parts.length === 1 && first ? itemOf(first.type) : undefined
  if (item && first) {
    if (item.kind !== 'number' && item.kind !== 'nothing') return site.report('rule.type', { expected: ['number'], actual: first.type.kind === 'table' ? 'table' : item.kind, list: true }, first.path)
    const asItem: Node = { ...first, kind: 'item', type: item }
    return { interval: intervalOf(asItem), integer: item.kind === 'number' && item.integer === true, ...unitOf([asItem]) }
  }
  if (!allNumbers(site, parts) || !first) return undefined
  return { interval: parts.map(intervalOf).reduce(hull), integer: parts.every(isInteger), ...unitOf(parts) }
}

/** The unit of a product: known only where a single factor has one. */
export function onlyUnit(parts: readonly Node[]): { unit?: string } {
  const withUnit = parts.filter(({ type }) => type.kind === 'number' && type.unit !== undefined)
  return withUnit.length === 1 ? unitOf(withUnit) : {}
}

export const isInteger = ({ type }: Node): boolean => type.kind === 'number' && type.integer === true

/** The unit all arguments share. */
export function unitOf(parts: readonly Node[]): { unit?: string } {
  const units = new Set(parts.map(({ type }) => (type.kind === 'number' ? type.unit : undefined)))
  const [unit] = units
  return units.size === 1 && unit !== undefined ? { unit } : {}
}

/** The type shared by branches; reports what does not fit. */
export function common(site: Site, parts: readonly Node[]): Type | undefined {
  let type: Type = { kind: 'nothing' }
  for (const part of parts) {
    const next = joined(type, part.type)
    if (!next) return site.report('rule.mixed', { expected: type.kind, actual: part.type.kind }, part.path)
    type = next
  }
  return type
}

/** Warns of a text that is none of the options it is held against. */
export function offered(site: Site, type: Type | undefined, { constant, path }: Node): void {
  if (type?.kind !== 'text' || !type.options || typeof constant !== 'string' || type.options.includes(constant)) return
  site.report('rule.option', { value: constant, options: type.options.slice(0, 20) }, path, 'warning')
}

/** Whether two values may be tested for equality; reports if not. */
export function equatable(site: Site, [a, b]: readonly Node[]): boolean {
  if (!a || !b) return false
  const scalar = ['number', 'text', 'boolean', 'date'] as const
  if (!site.want(a, ...scalar) || !site.want(b, ...scalar)) return false
  const kinds = [a.type.kind, b.type.kind]
  if (kinds.includes('date') && kinds.includes('text')) return dateText(site, a) && dateText(site, b)
  if (a.type.kind !== b.type.kind && !kinds.includes('nothing')) return site.report('rule.comparison', { left: a.type.kind, right: b.type.kind }) ?? false
  offered(site, a.kind === 'constant' ? undefined : a.type, b)
  offered(site, b.kind === 'constant' ? undefined : b.type, a)
  return true
}

function dateText(site: Site, node: Node): boolean {
  if (node.type.kind === 'date') return true
  return isDate(node.constant) || (site.report('rule.date', { value: node.constant ?? null }, node.path) ?? false)
}

/** Whether values may be put in order: numbers with numbers, dates with dates (or the text of a date). */
export function ordered(site: Site, parts: readonly Node[]): boolean {
  const date = parts.some(({ type }) => type.kind === 'date')
  return parts.map((part) => (date ? part.type.kind === 'text' ? dateText(site, part) : site.want(part, 'date') : site.want(part, 'number'))).every(Boolean)
}
