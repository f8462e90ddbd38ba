import type { Rational } from './rational.ts'
import type { Root } from './root.ts'

/** A row of a table while a rule looks at it. */
export interface Row { readonly cells: Readonly<Record<string, Value | undefined>> }
/** A list; an item that is undefined is unknown. */
export type List = readonly (Value | undefined)[]
/** A known value inside the exact evaluator; undefined stands for unknown. Dates are their text. */
export type Value = boolean | string | Rational | Root | Row | List

/** A value as it leaves the engine. */
export type Plain = boolean | string | number | PlainRow | readonly Plain[] | null
export interface PlainRow { readonly [column: string]: Plain }
