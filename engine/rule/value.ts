import { Rational, toNumber } from './rational.ts'
import { Root, ofRoot } from './root.ts'

/** What was entered in a cell: a number as the double that stands for it, a day as its text. */
export type Cell = number | string | boolean | List
/** A row of a table while a rule looks at it. */
export class Row {
  readonly cells: Readonly<Record<string, Cell | undefined>>
  constructor(cells: Readonly<Record<string, Cell | undefined>>) {
    this.cells = cells
  }
}
/** A list; an item that is undefined is unknown. */
export type List = readonly (Value | undefined)[]
/** A known value inside the exact evaluator; undefined stands for unknown. Dates are their text. */
export type Value = boolean | string | Rational | Root | Row | List

/** A value as it leaves the engine. */
export type Plain = boolean | string | number | null | PlainRow | readonly Plain[]
export interface PlainRow { readonly [column: string]: Plain }

export const isList = (value: Value | undefined): value is List => Array.isArray(value)
export const isNumber = (value: Value | undefined): value is Rational | Root => value instanceof Rational || value instanceof Root

/** The fraction to compute with: itself, or a root's 12 significant digits. */
export const fraction = (value: Rational | Root): Rational => (value instanceof Root ? ofRoot(value) : value)

/** JSON-Logic's truthiness of a value. */
export function truthy(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value !== ''
  if (value instanceof Rational) return value.n !== 0 && value.n !== 0n
  if (value instanceof Root) return truthy(value.square)
  return isList(value) ? value.length > 0 : true
}

/** The value as plain data; a number is the double nearest to it, what is unknown inside a list or row is null. */
export function plain(value: Value): Plain {
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (value instanceof Rational) return toNumber(value)
  if (value instanceof Root) return Math.sqrt(toNumber(value.square))
  if (isList(value)) return value.map((item) => (item === undefined ? null : plain(item)))
  return Object.fromEntries(Object.entries(value.cells).flatMap(([id, cell]) => (cell === undefined ? [] : [[id, typeof cell === 'number' ? cell : plain(cell)]])))
}
