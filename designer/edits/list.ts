/** A list with one entry replaced. */
export const replaceAt = <T>(list: readonly T[], index: number, item: T): T[] => list.map((old, i) => (i === index ? item : old))
/** A list without one entry; undefined when nothing is left, so that the property disappears. */
export const withoutAt = <T>(list: readonly T[], index: number): T[] | undefined => (list.length <= 1 ? undefined : list.toSpliced(index, 1))
/** A name for a new entry that none of the others has. */
export function freshName(taken: Iterable<string>, stem: string): string {
  const names = new Set(taken)
  for (let n = 1; ; n++) if (!names.has(`${stem}${n}`)) return `${stem}${n}`
}
