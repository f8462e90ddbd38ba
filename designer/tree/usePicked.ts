import { useRef, useState } from 'react'
import type { Row } from './rows.ts'

/** Several lines chosen together, in the order of the tree; none while only one is. */
export interface Picked {
  ids: readonly string[]
  /** Adds a line to those chosen, or takes it out. */
  toggle(id: string): void
  /** Chooses everything from where the choice began to this line. */
  reach(id: string): void
  /** Chooses nothing; the next range begins at this line. */
  begin(id: string | undefined): void
}

export function usePicked(rows: readonly Row[], selected: string | undefined): Picked {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const from = useRef<string>(undefined)
  const there = rows.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
  const ids = there.length > 1 ? there : []
  const place = (id: string | undefined): number => rows.findIndex((row) => row.id === id)
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids.length > 0 ? ids : selected === undefined ? [] : [selected])
      if (!next.delete(id)) next.add(id)
      from.current = id
      setChosen(next)
    },
    reach: (id) => {
      const start = place(from.current) >= 0 ? place(from.current) : Math.max(0, place(selected))
      const [first, last] = [start, place(id)].toSorted((a, b) => a - b)
      from.current = rows[start]?.id
      setChosen(new Set(rows.slice(first, (last ?? 0) + 1).map((row) => row.id)))
    },
    begin: (id) => {
      from.current = id
      setChosen((old) => (old.size === 0 ? old : new Set()))
    },
  }
}
