import { useState } from 'react'
import { daysUntil } from '../../engine/index.ts'
import { Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { SaveLight } from './SaveLight.tsx'
import { useTodo } from './useTodo.ts'

interface Props {
  /** The person may change something. */
  open: boolean
  canSubmit: boolean
  /** Somebody else submits. */
  elsewhere: boolean
  onSignIn: (() => unknown) | undefined
  onExport: (() => void) | undefined
  onPrint: () => void
}

/** The form's title, deadline, save light and actions. */
export function Header({ open, canSubmit, elsewhere, onSignIn, onExport, onPrint }: Props) {
  const store = useStore()
  const t = useText()
  const todo = useTodo()
  const [now] = useState(() => new Date())
  const { cycle, unit, framework } = store
  const mode = useSlice('view', ({ view }) => view.mode)
  const { state } = store.submission()
  const due = cycle?.deadlines?.submission
  const left = due === undefined ? 0 : daysUntil(due, now)
  const leftWords = left === 0 ? t.dueToday : fill(left > 0 ? t.daysLeft : t.overdue, { n: Math.abs(left) })
  return (
    <header className="ys-head">
      <span className="ys-brand"><Icon name="ruler" /></span>
      <div className="ys-title"><h1>{cycle?.title ?? framework.title}{unit ? ` · ${unit.title}` : ''}</h1>{due && open ? <p className="ys-quiet ys-small">{fill(t.due, { date: due.slice(5) })}{t.comma}{leftWords}</p> : null}</div>
      {open ? <SaveLight onSignIn={onSignIn} /> : null}
      <span className="ys-grow" />
      {cycle?.synthetic ?? framework.synthetic ? <span className="ys-tag">{t.synthetic}</span> : null}
      <span className="ys-seg ys-wide-only" role="group" aria-label={t.view}>
        {(['all', 'one'] as const).map((each) => <button key={each} type="button" aria-pressed={mode === each} onClick={() => store.setView({ mode: each })}>{each === 'all' ? t.all : t.one}</button>)}
      </span>
      <button type="button" className="ys-btn ys-btn-q ys-wide-only" onClick={onPrint}><Icon name="print" /><span className="ys-xwide-only">{t.print}</span></button>
      {onExport ? <button type="button" className="ys-btn ys-btn-q ys-wide-only" onClick={onExport}><Icon name="download" /><span className="ys-xwide-only">{t.export}</span></button> : null}
      {elsewhere ? <span className="ys-else" title={t.submitElsewhereWords}>{t.submitElsewhere}</span> : null}
      {canSubmit ? <button type="button" className="ys-btn ys-btn-p" onClick={() => store.setView({ panel: 'submit' })}>{state === 'returned' ? t.resubmit : t.submit}{todo.items.length ? <span className="ys-wide-only">{fill(t.submitLeft, { n: todo.items.length })}</span> : null}</button> : null}
    </header>
  )
}
