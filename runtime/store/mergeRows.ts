type Row = Readonly<Record<string, unknown>>

/** A cell two people changed to different values. */
export interface Clash { row: number; column: string; mine: unknown; theirs: unknown }
export interface Merge {
  /** Both people's changes, with mine where they clash. */
  mine: Row[]
  /** The same, with theirs where they clash. */
  theirs: Row[]
  clashes: Clash[]
}

/**
 * Two people's versions of a table put together from what each changed since the version both began with. Rows are the same by their key,
 * else by their place; rows added below are kept from both. Where rows were taken away and there is no key, places mean nothing and nothing is given.
 */
export function mergeRows(base: unknown, mine: unknown, theirs: unknown, key: string | undefined): Merge | undefined {
  const [before, here, there] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)]
  if (!before || !here || !there) return undefined
  if (key === undefined && (here.length < before.length || there.length < before.length)) return undefined
  const merged: Merge = { mine: [], theirs: [], clashes: [] }
  const put = (mineRow: Row, theirRow: Row): void => {
    merged.mine.push(mineRow)
    merged.theirs.push(theirRow)
  }
  const like = (rows: readonly Row[], row: Row, at: number): Row | undefined => (key === undefined ? rows[at] : rows.find((each) => same(each[key], row[key])))
  for (const [at, row] of before.entries()) {
    const [a, b] = [like(here, row, at), like(there, row, at)]
    // A row one of them took away goes, unless the other changed it.
    if (!a || !b) {
      const left = a ?? b
      if (left && !same(left, row)) put(left, left)
      continue
    }
    const [mineRow, theirRow]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
    for (const column of new Set([...Object.keys(row), ...Object.keys(a), ...Object.keys(b)])) {
      const [was, x, y] = [row[column], a[column], b[column]]
      const clash = !same(x, y) && !same(x, was) && !same(y, was)
      if (clash) merged.clashes.push({ row: merged.mine.length, column, mine: x, theirs: y })
      const [forMine, forTheirs] = clash ? [x, y] : same(x, was) ? [y, y] : [x, x]
      if (forMine !== undefined) mineRow[column] = forMine
      if (forTheirs !== undefined) theirRow[column] = forTheirs
    }
    put(mineRow, theirRow)
  }
  const added = (rows: readonly Row[]): Row[] => (key === undefined ? rows.slice(before.length) : rows.filter((row) => !before.some((each) => same(each[key], row[key]))))
  const [fromHere, fromThere] = [added(here), added(there)]
  for (const row of [...fromThere, ...fromHere.filter((row) => !fromThere.some((other) => (key === undefined ? same(other, row) : same(other[key], row[key]))))]) put(row, row)
  return merged
}

/** Where two versions of a table differ, row by row. */
export function differing(mine: unknown, theirs: unknown): Clash[] {
  const [here, there] = [rowsOf(mine) ?? [], rowsOf(theirs) ?? []]
  return Array.from({ length: Math.max(here.length, there.length) }, (_, row) => {
    const [a, b] = [here[row] ?? {}, there[row] ?? {}]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((column) => (same(a[column], b[column]) ? [] : [{ row, column, mine: a[column], theirs: b[column] }]))
  }).flat()
}

/** The rows of a table; no table, no rows. */
function rowsOf(value: unknown): Row[] | undefined {
  if (value === undefined || value === null) return []
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)) ? (value as Row[]) : undefined
}

const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown): unknown => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value)
