import { useMemo } from 'react'
import { rowName } from '../../engine/index.ts'
import { LevelChip } from '../verdict/LevelChip.tsx'
import type { Conflict } from '../store/contract.ts'
import { useStore } from '../store/hooks.ts'
import { fill, useLocale, useText } from '../text.ts'
import { clockOf } from './day.ts'
import { showValue } from './showValue.ts'
import type { FieldState } from './useField.ts'

const most = 5

/** Somebody else saved another value meanwhile: both values, both verdicts, and a choice. */
export function ConflictBox({ field, conflict }: { field: FieldState; conflict: Conflict }) {
  const store = useStore()
  const t = useText()
  const locale = useLocale()
  const { id, point, element } = field
  const nodes = useMemo(() => ({ mine: store.nodeIf(point, id, conflict.both?.mine ?? conflict.mine.value), theirs: store.nodeIf(point, id, conflict.both?.theirs ?? conflict.theirs.value) }), [conflict, store, point, id])
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  const by = conflict.theirs.by ?? t.someone
  const at = conflict.theirs.at ? clockOf(new Date(conflict.theirs.at)) : ''
  const mine = showValue(element, conflict.mine.value, t, locale, true)
  const theirs = showValue(element, conflict.theirs.value, t, locale, true)
  const { cells } = conflict
  const columns = element.items?.properties ?? {}
  const rows = (conflict.both?.mine ?? conflict.mine.value) as Record<string, unknown>[] | undefined
  const cell = (column: string, value: unknown): string => (columns[column] ? showValue(columns[column], value, t, locale, true) : t.dash)
  return (
    <div className="ys-conflict" role="group" aria-label={fill(t.conflictTitle, { by })}>
      <p>{fill(t.conflictTitle, { by })}</p>
      <dl>
        <div><dt>{t.mine}</dt><dd>{cells ? null : <b>{mine}</b>}<LevelChip scale={scale} node={nodes.mine} brief /></dd></div>
        <div><dt>{fill(t.theirs, { by: at ? `${by} ${at}` : by })}</dt><dd>{cells ? null : <b>{theirs}</b>}<LevelChip scale={scale} node={nodes.theirs} brief /></dd></div>
      </dl>
      {cells ? (
        <ul className="ys-src">
          {cells.slice(0, most).map(({ row, column, mine: here, theirs: there }) => <li key={`${row}/${column}`}>{fill(t.clash, { row: rowName(element, rows?.[row] ?? {}) ?? fill(t.row, { n: row + 1 }), column: columns[column]?.title ?? column, mine: cell(column, here), theirs: cell(column, there) })}</li>)}
          {cells.length > most ? <li>{fill(t.moreErrors, { n: cells.length - most })}</li> : null}
        </ul>
      ) : null}
      <p className="ys-row">
        <button type="button" className="ys-btn ys-btn-p" onClick={() => store.resolve(id, 'mine')}>{cells ? t.useMyCells : fill(t.useMine, { value: mine })}</button>
        <button type="button" className="ys-btn" onClick={() => store.resolve(id, 'theirs')}>{cells ? t.useTheirCells : fill(t.useTheirs, { value: theirs })}</button>
        <span className="ys-src">{conflict.both ? t.clashNote : t.conflictNote}</span>
      </p>
    </div>
  )
}
