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
 * Two people's versions of a table put together from what each changed since the version both began with. Rows are the same by their
 * key, else by their place; rows added are kept from both. Nothing is given where that cannot be told: a key that is missing or there
 * twice, and without a key where rows were taken away, moved or replaced.
 */
export function mergeRows(base: unknown, mine: unknown, theirs: unknown, key: string | undefined): Merge | undefined {
  const [before, here, there] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)]
  if (!before || !here || !there) return undefined
  if (same(here, before)) return { mine: there, theirs: there, clashes: [] }
  if (same(there, before)) return { mine: here, theirs: here, clashes: [] }
  const pairs = key === undefined ? byPlace(before, here, there) : byKey(before, here, there, key)
  if (!pairs) return undefined
  const merged: Merge = { mine: [], theirs: [], clashes: [] }
  for (const [was, a, b] of pairs) {
    // A row one of them took away goes, unless the other changed it.
    const left = a && b ? undefined : (a ?? b)
    if (a && b) put(merged, was ?? {}, a, b)
    else if (left && !(was && same(left, was))) put(merged, left, left, left)
  }
  return merged
}

/** One row: as it was, if it was there, and as each of the two has it. */
type Trio = readonly [was: Row | undefined, mine: Row | undefined, theirs: Row | undefined]

function put(merged: Merge, was: Row, a: Row, b: Row): void {
  const [mineRow, theirRow]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const column of new Set([...Object.keys(was), ...Object.keys(a), ...Object.keys(b)])) {
    const [before, x, y] = [was[column], a[column], b[column]]
    const clash = !same(x, y) && !same(x, before) && !same(y, before)
    if (clash) merged.clashes.push({ row: merged.mine.length, column, mine: x, theirs: y })
    const [forMine, forTheirs] = clash ? [x, y] : same(x, before) ? [y, y] : [x, x]
    if (forMine !== undefined) mineRow[column] = forMine
    if (forTheirs !== undefined) theirRow[column] = forTheirs
  }
  merged.mine.push(mineRow)
  merged.theirs.push(theirRow)
}

function byPlace(before: readonly Row[], here: readonly Row[], there: readonly Row[]): Trio[] | undefined {
  if ([here, there].some((rows) => rows.length < before.length || moved(before, rows))) return undefined
  const known = before.map((was, at): Trio => [was, here[at], there[at]])
  if (known.some(([was, a, b]) => was && a && b && !same(a, was) && !same(b, was) && !(akin(was, a) && akin(was, b)))) return undefined
  const [fromHere, fromThere] = [here.slice(before.length), there.slice(before.length)]
  return [...known, ...fromThere.map((row): Trio => [undefined, undefined, row]), ...fromHere.filter((row) => !fromThere.some((other) => same(other, row))).map((row): Trio => [undefined, row, undefined])]
}

/** Whether a row that no longer stands in its place stands in another. */
const moved = (before: readonly Row[], rows: readonly Row[]): boolean => before.some((row, at) => !same(row, rows[at]) && rows.some((other, place) => same(row, other) && !same(before[place], other)))
/** Whether a row may be the other one changed: it is still called the same by its first text; without one, they have something in common. */
function akin(was: Row, now: Row): boolean {
  const cells = Object.entries(was)
  const name = cells.find(([, value]) => typeof value === 'string')
  return cells.length === 0 || (name ? same(now[name[0]], name[1]) : cells.some(([column, value]) => same(now[column], value)))
}

function byKey(before: readonly Row[], here: readonly Row[], there: readonly Row[], key: string): Trio[] | undefined {
  const tables = [before, here, there].map((rows) => new Map(rows.map((row) => [row[key], row])))
  const [were = new Map<unknown, Row>(), mine = new Map<unknown, Row>(), theirs = new Map<unknown, Row>()] = tables
  if ([before, here, there].some((rows, index) => tables[index]?.size !== rows.length || rows.some((row) => row[key] === undefined || row[key] === null || row[key] === ''))) return undefined
  return [...new Set([...were.keys(), ...theirs.keys(), ...mine.keys()])].map((each): Trio => [were.get(each), mine.get(each), theirs.get(each)])
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
const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value)
