import type { Node } from './contract.ts'

/** Rows of an entered table, those that pass every test; `body` is what is asked of each, if the list is not the rows themselves. */
export interface Source { slot: number; depth: number; tests: readonly Node[]; body: Node | undefined }

/** The rows behind a list that is a table variable, filtered or not, mapped or not; undefined for any other list. */
export function sourceOf(list: Node | undefined): Source | undefined {
  const [source, body] = list?.operator?.name === 'map' ? list.parts : []
  if (source && body) {
    const rows = filtered(source)
    return rows && (rows.tests.length === 0 || rows.depth === list?.depth) ? { ...rows, depth: list?.depth ?? 0, body } : undefined
  }
  return list && filtered(list)
}

/** The rows a test of all, some or none is asked of. */
export function askedOf({ parts: [list, body], depth }: Node): Source | undefined {
  const rows = list && filtered(list)
  return rows && body && (rows.tests.length === 0 || rows.depth === depth) ? { ...rows, depth, body } : undefined
}

function filtered(list: Node): Source | undefined {
  if (list.kind === 'variable' && list.variable && list.type.kind === 'table' && !list.variable.rule) return { slot: list.variable.slot, depth: 0, tests: [], body: undefined }
  const [inner, test] = list.operator?.name === 'filter' ? list.parts : []
  const rows = inner && filtered(inner)
  if (!rows || !test || test.type.kind !== 'boolean' || (rows.tests.length > 0 && rows.depth !== list.depth)) return undefined
  return { ...rows, depth: list.depth, tests: [...rows.tests, test] }
}

/** What a list adds up to, row by row: a column as it was entered, or something worked out from each row. */
export const isColumn = ({ body, depth }: Source): boolean => body?.kind === 'item' && body.key !== undefined && body.depth === depth

/** Whether a rule looks at rows. */
export const hasRows = (node: Node): boolean => rowwise.has(node.operator?.name ?? '') || node.parts.some(hasRows)
const rowwise = new Set(['map', 'filter', 'all', 'some', 'none', 'reduce'])
