import { useEffect, useMemo, useRef } from 'react'
import { Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import { todoNow } from '../store/todo.ts'
import { useText } from '../text.ts'
import type { AnswerChange, SubmissionFormProps } from '../types.ts'
import { TracePopover } from '../verdict/FigureTrace.tsx'
import { VerdictPanel } from '../verdict/VerdictPanel.tsx'
import { estimate } from './estimate.ts'
import { Header } from './Header.tsx'
import { arrive, jump } from './jump.ts'
import { Lazy, mountAll } from './Lazy.tsx'
import { Notices } from './Notices.tsx'
import { Outline } from './Outline.tsx'
import { PointSection } from './PointSection.tsx'
import { NowBar, VerdictBar } from './Sheet.tsx'
import { SubmitPage } from './SubmitPage.tsx'
import { useCurrentPoint } from './useCurrentPoint.ts'

interface Props extends Pick<SubmissionFormProps, 'submitsElsewhere' | 'onSubmit' | 'onSignIn' | 'onExport' | 'submitter' | 'readOnly'> {
  onKey: () => void
  /** Takes up what others changed; gives the points where something is new. */
  refresh: () => Promise<string[]>
  /** Changes that were not saved before the form was locked. */
  left: readonly AnswerChange[]
  onForget: () => void
}

/** The whole form: header, outline, points, verdict. */
export function Page({ onSubmit, onSignIn, onExport, submitter, submitsElsewhere, readOnly, onKey, refresh, left, onForget }: Props) {
  const store = useStore()
  const t = useText()
  const view = useSlice('view', (each) => each.view)
  const { jumped } = view
  const main = useRef<HTMLElement>(null)
  const { points } = store.compiled
  const heights = useMemo(() => new Map(points.map((point) => [point.id, estimate(point)])), [points])
  const open = !readOnly && ['draft', 'returned'].includes(store.submission().state)
  useCurrentPoint(main, view.panel)

  useEffect(() => {
    if (!jumped) return
    let tries = 0
    const look = (): void => {
      const root = main.current
      if (!root) return
      arrive(root, jumped)
      // Points mounting above may push the target away; look once more when they have settled.
      if ((tries += 1) < 3) timer = setTimeout(look, tries * 60)
    }
    let timer = setTimeout(look, 0)
    return () => clearTimeout(timer)
  }, [jumped])

  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const control = event.ctrlKey || event.metaKey
      if (control && event.key.toLowerCase() === 's') {
        event.preventDefault()
        onKey()
      }
      if (control && event.key.toLowerCase() === 'f') mountAll()
      // Outside a text the browser would take back what was typed last anywhere on the page, unseen.
      if (control && event.key.toLowerCase() === 'z' && !(event.target as Element).closest('input, textarea')) event.preventDefault()
      if (control && event.key === 'Enter') {
        const at = points.findIndex(({ id }) => id === store.view.point)
        const next = points[at + (event.shiftKey ? -1 : 1)]
        if (next) jump(store, { point: next.id })
      }
      if (event.key === 'Escape' && (store.view.outline || store.view.verdict)) store.setView({ outline: false, verdict: false })
    }
    document.addEventListener('keydown', key)
    window.addEventListener('beforeprint', mountAll)
    return () => {
      document.removeEventListener('keydown', key)
      window.removeEventListener('beforeprint', mountAll)
    }
  }, [store, points, onKey])

  // A returned form opens where something is asked for.
  useEffect(() => {
    const [first] = todoNow(store).returned
    if (first && open) jump(store, { point: first.point })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per form
  }, [store])

  const at = points.findIndex(({ id }) => id === view.point)
  const shown = view.mode === 'one' ? points.filter(({ id }) => id === view.point) : points
  return (
    <div className="ys-page">
      <a className="ys-skip" href="#ys-main" onClick={(event) => {
        event.preventDefault()
        main.current?.querySelector<HTMLElement>('h2')?.focus()
      }}>{t.skip}</a>
      <Header open={open} canSubmit={open && onSubmit !== undefined} elsewhere={open && submitsElsewhere === true} onSignIn={onSignIn} onExport={onExport} onPrint={() => {
        mountAll()
        setTimeout(() => window.print(), 60)
      }} />
      <NowBar open={open} />
      <Outline open={open} />
      <main className="ys-main" id="ys-main" ref={main}>
        {view.panel === 'submit' && onSubmit ? <SubmitPage onSubmit={onSubmit} refresh={refresh} submitter={submitter} /> : (
          <div className="ys-points">
            <Notices left={left} onForget={onForget} />
            {shown.map((point, index) => <Lazy key={point.id} id={point.id} height={heights.get(point.id) ?? 400} eager={index < 1 || view.mode === 'one' || jumped?.point === point.id}><PointSection point={point.id} /></Lazy>)}
            {view.mode === 'one' ? <Steps before={points[at - 1]} next={points[at + 1]} /> : null}
          </div>
        )}
      </main>
      <aside className={`ys-side${view.verdict ? ' ys-shown' : ''}`} aria-label={t.outcome} hidden={view.panel === 'submit'}>
        <VerdictBar point={view.point} open={open} />
        <div className="ys-side-in" id="ys-verdict"><VerdictPanel point={view.point} /></div>
      </aside>
      <TracePopover />
    </div>
  )
}

function Steps({ before, next }: { before: { id: string; code: string; title: string } | undefined; next: { id: string; code: string; title: string } | undefined }) {
  const store = useStore()
  return (
    <div className="ys-steps">
      {before ? <button type="button" className="ys-btn" onClick={() => jump(store, { point: before.id })}><Icon name="left" />{before.code}</button> : null}
      <span className="ys-grow" /><kbd className="ys-wide-only">Ctrl Enter</kbd>
      {next ? <button type="button" className="ys-btn" onClick={() => jump(store, { point: next.id })}><span className="ys-cut">{next.code} {next.title}</span><Icon name="right" /></button> : null}
    </div>
  )
}
