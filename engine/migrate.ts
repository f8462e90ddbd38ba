import type { Element, Framework } from '../schemas/index.ts'
import type { Mapping } from './mapping.ts'
import { fieldsIn } from './names.ts'
import { decimalsOf } from './rule/entry.ts'
import { conversion } from './units.ts'

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
  reason: 'removed' | 'type' | 'unit' | 'option' | 'columns' | 'limits'
}

/**
 * Carries answers from one edition to the next as proposals with their origin. A value moves when its element kept its id
 * or the mapping names its successor, and the type still fits; a changed unit is converted only where the conversion is
 * declared. Everything else is listed as dropped with the reason.
 */
export function migrate(answers: Readonly<Record<string, unknown>>, before: Framework, after: Framework, mapping: Mapping): { proposals: Proposal[]; dropped: Dropped[] } {
  const renamed = new Map(mapping.elements.map((pair) => [pair.before, pair.after]))
  const [old, young] = [fieldsIn(before), fieldsIn(after)]
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

interface Carried { value: unknown; factor?: number }

function carry(value: unknown, from: Element, to: Element): Carried | Dropped['reason'] {
  if (!fits(from, to)) return 'type'
  const options = to.oneOf ?? to.items?.oneOf
  if (options && ![value].flat().every((one) => options.some((option) => option.const === one))) return 'option'
  if (to.items?.type === 'object') return rows(value, from, to)
  if (typeof value !== 'number') return { value }
  const [unit, wanted] = [from['x-unit'], to['x-unit']]
  const factor = unit === wanted || wanted === undefined ? 1 : conversion(unit, wanted)
  if (factor === undefined) return 'unit'
  const carried = Number((value * factor).toPrecision(15))
  if (!within(carried, to)) return 'limits'
  return { value: carried, ...(factor !== 1 && { factor }) }
}

const within = (value: number, { minimum = -Infinity, maximum = Infinity, 'x-decimals': decimals }: Element): boolean => value >= minimum && value <= maximum && (decimals === undefined || decimalsOf(value) <= decimals)

const fits = (from: Element, to: Element): boolean => from.format === to.format && from.items?.type === to.items?.type && (from.type === to.type || (from.type === 'integer' && to.type === 'number'))

/** Table rows keep the columns that still exist, each cell carried as a value of its own; a table that would lose a cell is not carried. */
function rows(value: unknown, from: Element, to: Element): Carried | 'columns' {
  const [old, young] = [from.items?.properties ?? {}, to.items?.properties ?? {}]
  const entered = Object.entries(old).filter(([, column]) => column['x-calculation'] === undefined)
  if (!Array.isArray(value) || !entered.every(([id, column]) => young[id] && fits(column, young[id]))) return 'columns'
  let factor: number | undefined
  const made = value.map((row: unknown) => {
    const cells: Record<string, unknown> = { ...(row as Record<string, unknown>) }
    for (const [id, column] of entered) {
      const cell = cells[id]
      const own = cell === null || cell === undefined ? { value: cell } : carry(cell, column, young[id] as Element)
      if (typeof own === 'string') return undefined
      if (id in cells) cells[id] = own.value
      factor ??= own.factor
    }
    return cells
  })
  return made.includes(undefined) ? 'columns' : { value: made, ...(factor !== undefined && { factor }) }
}
