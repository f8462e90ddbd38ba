import type { Element, Framework } from '../schemas/index.ts'
import type { Mapping } from './mapping.ts'

/** A value offered for the later edition; nothing is carried over without a person seeing it. */
export interface Proposal {
  /** Element or field of the later edition. */
  id: string
  value: unknown
  /** Where it comes from. */
  origin: { id: string; edition: string }
  /** same: the id was kept; renamed: the mapping says so; converted: the unit changed and `factor` was applied. */
  how: 'same' | 'renamed' | 'converted'
  factor?: number
}

/** A value that has no place in the later edition, and why. */
export interface Dropped {
  id: string
  value: unknown
  reason: 'removed' | 'type' | 'unit' | 'option' | 'columns'
}

/** Declared conversions between units; anything else is not guessed. */
const conversions: Record<string, Record<string, number>> = {
  元: { 万元: 0.0001, 亿元: 0.00000001 },
  万元: { 元: 10000, 亿元: 0.0001 },
  亿元: { 元: 100000000, 万元: 10000 },
  '%': { '‰': 10 },
  '‰': { '%': 0.1 },
  人: { 万人: 0.0001 },
  万人: { 人: 10000 },
}

/**
 * Carries answers from one edition to the next as proposals with their origin. A value moves when its element kept its id
 * or the mapping names its successor, and the type still fits; a changed unit is converted only where the conversion is
 * declared. Everything else is listed as dropped with the reason.
 */
export function migrate(answers: Readonly<Record<string, unknown>>, before: Framework, after: Framework, mapping: Mapping): { proposals: Proposal[]; dropped: Dropped[] } {
  const renamed = new Map(mapping.elements.map((pair) => [pair.before, pair.after]))
  const [old, young] = [fieldsOf(before), fieldsOf(after)]
  const proposals: Proposal[] = []
  const dropped: Dropped[] = []
  for (const [id, value] of Object.entries(answers)) {
    if (value === null || value === undefined || !old.has(id)) continue
    const target = young.has(id) ? id : (renamed.get(id) ?? '')
    const [from, to] = [old.get(id), young.get(target)]
    const fit = from && to ? carry(value, from, to) : 'removed'
    if (typeof fit === 'string') dropped.push({ id, value, reason: fit })
    else proposals.push({ id: target, value: fit.value, origin: { id, edition: before.edition }, how: fit.factor === undefined ? (target === id ? 'same' : 'renamed') : 'converted', ...(fit.factor !== undefined && { factor: fit.factor }) })
  }
  return { proposals, dropped }
}

/** Every field of a framework by its id: the elements, then the fields points define for themselves. */
function fieldsOf(framework: Framework): Map<string, Element> {
  const found = new Map(Object.entries(framework.elements))
  const walk = (nodes: Framework['indicators']): void => {
    for (const node of nodes) {
      walk(node.children ?? [])
      for (const { schema } of node.evaluationPoints ?? []) for (const [id, field] of Object.entries(schema.properties)) if ('type' in field) found.set(id, field)
    }
  }
  walk(framework.indicators)
  return found
}

function carry(value: unknown, from: Element, to: Element): { value: unknown; factor?: number } | Dropped['reason'] {
  if (!fits(from, to)) return 'type'
  if (to.oneOf && !to.oneOf.some((option) => option.const === value)) return 'option'
  if (to.items?.type === 'object') return rows(value, from, to)
  const [unit, wanted] = [from['x-unit'], to['x-unit']]
  if (typeof value !== 'number' || unit === wanted || wanted === undefined) return { value }
  const factor = unit === undefined ? undefined : conversions[unit]?.[wanted]
  return factor === undefined ? 'unit' : { value: Number((value * factor).toPrecision(15)), factor }
}

const fits = (from: Element, to: Element): boolean => from.type === to.type && from.format === to.format && from.items?.type === to.items?.type || (from.type === 'integer' && to.type === 'number')

/** Table rows keep the columns that still exist with the same type and unit; a table that loses a column is not carried. */
function rows(value: unknown, from: Element, to: Element): { value: unknown } | 'columns' {
  const [old, young] = [from.items?.properties ?? {}, to.items?.properties ?? {}]
  const entered = Object.entries(old).filter(([, column]) => column['x-calculation'] === undefined)
  const kept = entered.every(([id, column]) => young[id] && fits(column, young[id]) && column['x-unit'] === young[id]['x-unit'])
  return kept ? { value } : 'columns'
}
