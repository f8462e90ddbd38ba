import type { Visible } from './contract.ts'
import type { Type } from './type.ts'

/** The scope inside one row (or item) of what `item` describes. */
export function inside(visible: Visible, item: Type, accumulator?: Type): Visible {
  const below = visible.levels.at(-1)?.depth ?? -1
  const depth = below + (accumulator ? 2 : 1)
  const columns = item.kind === 'row' ? item.columns : []
  return { scope: visible.scope, levels: [...visible.levels, { depth, item, columns, open: new Set(), ...(accumulator ? { accumulator } : {}) }] }
}
