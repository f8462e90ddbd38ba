import { useMemo } from 'react'
import { LevelChip } from '../verdict/LevelChip.tsx'
import type { Conflict } from '../store/contract.ts'
import { useStore } from '../store/hooks.ts'
import { fill, useLocale, useText } from '../text.ts'
import { clockOf } from './day.ts'
import { showValue } from './showValue.ts'
import type { FieldState } from './useField.ts'

/** Somebody else saved another value meanwhile: both values, both verdicts, and a choice. */
export function ConflictBox({ field, conflict }: { field: FieldState; conflict: Conflict }) {
  const store = useStore()
  const t = useText()
  const locale = useLocale()
  const { id, point, element } = field
  const nodes = useMemo(() => ({ mine: store.nodeIf(point, id, conflict.mine.value), theirs: store.nodeIf(point, id, conflict.theirs.value) }), [conflict, store, point, id])
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  const by = conflict.theirs.by ?? t.someone
  const at = conflict.theirs.at ? clockOf(new Date(conflict.theirs.at)) : ''
  const mine = showValue(element, conflict.mine.value, t, locale, true)
  const theirs = showValue(element, conflict.theirs.value, t, locale, true)
  return (
    <div className="ys-conflict" role="group" aria-label={fill(t.conflictTitle, { by })}>
      <p>{fill(t.conflictTitle, { by })}</p>
      <dl>
        <div><dt>{t.mine}</dt><dd><b>{mine}</b><LevelChip scale={scale} node={nodes.mine} brief /></dd></div>
        <div><dt>{fill(t.theirs, { by: at ? `${by} ${at}` : by })}</dt><dd><b>{theirs}</b><LevelChip scale={scale} node={nodes.theirs} brief /></dd></div>
      </dl>
      <p className="ys-row">
        <button type="button" className="ys-btn ys-btn-p" onClick={() => store.resolve(id, 'mine')}>{fill(t.useMine, { value: mine })}</button>
        <button type="button" className="ys-btn" onClick={() => store.resolve(id, 'theirs')}>{fill(t.useTheirs, { value: theirs })}</button>
        <span className="ys-src">{t.conflictNote}</span>
      </p>
    </div>
  )
}
