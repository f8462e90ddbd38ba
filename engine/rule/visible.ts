import type { Scope } from './scope.ts'
import type { Column, Type } from './type.ts'

/** One open row scope. */
export interface Level {
  readonly depth: number
  /** The row itself, or a list's item. */
  readonly item: Type
  readonly columns: readonly Column[]
  /** reduce: what has been gathered so far, at depth - 1. */
  readonly accumulator?: Type
  /** Calculated columns being bound, to notice circles. */
  readonly open: ReadonlySet<string>
}

/** What names a spot of a rule may read: the columns of the rows around it, innermost first, then the outer scope. */
export interface Visible { readonly scope: Scope; readonly levels: readonly Level[] }

/** The scope inside one row (or item) of what `item` describes. */
export function inside(visible: Visible, item: Type, accumulator?: Type): Visible {
  const below = visible.levels.at(-1)?.depth ?? -1
  const depth = below + (accumulator ? 2 : 1)
  const columns = item.kind === 'row' ? item.columns : []
  return { scope: visible.scope, levels: [...visible.levels, { depth, item, columns, open: new Set(), ...(accumulator ? { accumulator } : {}) }] }
}
