import type { ReactNode } from 'react'
import { useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'

/** A computed figure: dotted underline, opens where it comes from. */
export function Figure({ point, calculation, cell, children }: { point: string; calculation?: string; cell?: { field: string; column: string; row: number }; children: ReactNode }) {
  const store = useStore()
  const t = useText()
  const name = cell ? store.field(cell.field)?.schema.items?.properties?.[cell.column]?.title : store.lens.document(point)?.calculations?.[calculation ?? '']?.title
  return (
    <button type="button" className="ys-fig" title={fill(t.openTrace, { name: name ?? '' })} aria-haspopup="dialog"
      onClick={(event) => {
        const { left, top, bottom } = event.currentTarget.getBoundingClientRect()
        store.setView({ trace: { point, ...(cell ? { cell } : { calculation: calculation ?? '' }), at: { left, top, bottom }, from: event.currentTarget } })
      }}>{children}</button>
  )
}
