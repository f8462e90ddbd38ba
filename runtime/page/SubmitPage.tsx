import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { SaverContext, useSlice, useStore } from '../store/hooks.ts'
import { todoGroups } from '../store/todo.ts'
import { fill, useText } from '../text.ts'
import { OutcomePanel } from '../verdict/OutcomePanel.tsx'
import type { SubmissionFormProps } from '../types.ts'
import { jump } from './jump.ts'
import { useTodo } from './useTodo.ts'

/** The last page: what is missing, what is unusual, the whole outcome, the digest, who submits. */
export function SubmitPage({ onSubmit, refresh, submitter }: { onSubmit: NonNullable<SubmissionFormProps['onSubmit']>; refresh: () => Promise<string[]>; submitter: string | undefined }) {
  const store = useStore()
  const saver = useContext(SaverContext)
  const todo = useTodo()
  const t = useText()
  const save = useSlice('save', (each) => each.save)
  const uploads = useSlice('uploads', (each) => each.uploads)
  useSlice('summary', (each) => each.tick())
  const outcome = store.outcome()
  const submission = store.submission()
  const head = useRef<HTMLHeadingElement>(null)
  const [note, setNote] = useState('')
  const [left, setLeft] = useState(false)
  const [state, setState] = useState<'open' | 'sending' | 'done'>('open')
  const [error, setError] = useState<string>()
  /** Points others changed since this person opened the form. */
  const [moved, setMoved] = useState<readonly string[]>([])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the store reads the submission itself
  const digest = useMemo(() => store.digest(), [store, submission])
  const offline = save.kind === 'offline' || save.kind === 'retrying'
  const running = uploads.filter(({ error }) => error === undefined).length
  const lost = uploads.filter(({ error }) => error !== undefined)
  const odd = [...todo.odd, ...todo.returned.map((item) => ({ ...item, text: fill(t.untouched, { text: item.text }) }))]
  const lacking = odd.length > 0 && !note.trim()
  const blocked = todo.items.length > 0 || lacking || offline || running > 0 || state !== 'open'
  const words = { pending: t.todoPending, missing: t.todoMissing, evidence: t.todoEvidence, fix: t.todoFix }

  // What is handed in is what stands here: it is brought up to date first, and again when a file has arrived.
  useEffect(() => {
    if (!running) refresh().then((points) => setMoved((before) => [...new Set([...before, ...points])]), () => undefined)
  }, [refresh, running])

  useEffect(() => {
    head.current?.focus({ preventScroll: true })
    head.current?.closest('.ys-submit')?.scrollIntoView({ block: 'start' })
  }, [])

  async function submit(): Promise<void> {
    setState('sending')
    setError(undefined)
    try {
      await saver?.flush()
      const left = store.save.pending + store.refused.size
      if (left && store.save.kind !== 'none') throw new Error(fill(t.unsavedSubmit, { n: left }))
      await onSubmit(note.trim() || undefined, store.submission().revision)
      setState('done')
    } catch (failure) {
      setState('open')
      const points = (failure as { status?: number } | undefined)?.status === 409 ? await refresh().catch(() => []) : []
      setMoved((before) => [...new Set([...before, ...points])])
      setError(points.length ? t.submitMoved : fill(t.submitFailed, { why: (failure as { message?: string } | undefined)?.message ?? '' }))
    }
  }

  if (state === 'done') return <section className="ys-submit"><h2 tabIndex={-1}><Icon name="check" tone="ok" /> {t.submitted}</h2><p>{t.submittedWords}</p></section>
  return (
    <section className="ys-submit" aria-labelledby="ys-submit-title">
      <p><button type="button" className="ys-link" onClick={() => store.setView({ panel: 'form' })}>← {t.back}</button></p>
      <h2 id="ys-submit-title" tabIndex={-1} ref={head}>{t.submitTitle}</h2>
      {moved.length ? (
        <div className="ys-note ys-note-info" role="status"><Icon name="info" /><div><b>{t.movedTitle}</b>
          <p className="ys-row ys-wrap">{moved.map((id) => <button key={id} type="button" className="ys-link" onClick={() => jump(store, { point: id })}>{store.point(id)?.code} {store.point(id)?.title}</button>)}</p></div></div>
      ) : null}
      <h3><Mark ok={todo.items.length === 0} /> {t.blocks} <span className="ys-count">{todo.items.length}</span></h3>
      {todo.items.length === 0 ? <p className="ys-src">{t.nothingBlocks}</p> : todoGroups.map((group) => {
        const items = todo.items.filter((item) => item.group === group)
        return items.length ? (
          <details key={group} className="ys-left" open={items.length <= 8}>
            <summary className={group === 'fix' ? 'ys-is-error' : undefined}>{words[group]} <span className="ys-count">{items.length}</span></summary>
            <ul className="ys-links">{items.map((item) => <li key={item.key}><button type="button" onClick={() => jump(store, item)}><span><span className="ys-code">{store.point(item.point)?.code}</span> {item.text}</span><Icon name="right" small /></button></li>)}</ul>
          </details>
        ) : null
      })}
      <h3><Mark ok={odd.length === 0} /> {t.odd} <span className="ys-count">{odd.length}</span></h3>
      {odd.length ? <ul className="ys-links">{odd.map((item) => <li key={item.key}><button type="button" onClick={() => jump(store, item)}><span><span className="ys-code">{store.point(item.point)?.code}</span> {item.text}</span><Icon name="right" small /></button></li>)}</ul> : <p className="ys-src">{t.nothingOdd}</p>}
      <label htmlFor="ys-note" className="ys-sub">{t.note}{odd.length ? <span className="ys-req">*</span> : null}</label>
      <textarea id="ys-note" className="ys-in" rows={3} placeholder={odd.length ? t.notePlaceholder : undefined} value={note} aria-invalid={left && lacking} onChange={({ target }) => setNote(target.value)} onBlur={() => setLeft(true)} />
      {lacking ? <p className="ys-src ys-is-warn">{t.noteNeeded}</p> : null}
      <h3>{t.outcome}</h3>
      <OutcomePanel compiled={store.compiled} outcome={outcome} locale={store.locale} onOpen={(id) => jump(store, { point: id })} />
      <dl className="ys-facts">
        <div><dt>{t.digest}</dt><dd className="ys-mono" title={digest}>{digest.slice(0, 12).match(/.{4}/g)?.join(' ')}<small>{t.digestHint}</small></dd></div>
        {submitter ? <div><dt>{t.who}</dt><dd>{submitter}{store.unit ? ` · ${store.unit.title}` : ''}</dd></div> : null}
      </dl>
      {offline ? <p className="ys-src ys-is-warn">{t.offlineSubmit}</p> : null}
      {running ? <p className="ys-src ys-is-warn" role="status">{fill(t.uploadsRunning, { n: running })}</p> : null}
      {lost[0] ? <p className="ys-ferr"><Icon name="alert" small /><button type="button" className="ys-link" onClick={() => jump(store, lost[0]!)}>{fill(t.uploadsLost, { n: lost.length })}</button></p> : null}
      {error === undefined ? null : <p className="ys-ferr" role="alert"><Icon name="alert" small />{error}</p>}
      <p className="ys-row"><button type="button" className="ys-btn ys-btn-p" disabled={blocked} onClick={() => void submit()}>{state === 'sending' ? t.submitting : t.submitNow}</button><button type="button" className="ys-btn" onClick={() => store.setView({ panel: 'form' })}>{t.back}</button>{todo.items.length || lacking ? <span className="ys-src">{todo.items.length ? fill(t.submitLacks, { n: todo.items.length }) : t.noteNeeded}</span> : null}</p>
    </section>
  )
}

const Mark = ({ ok }: { ok: boolean }) => <Icon name={ok ? 'check' : 'alert'} tone={ok ? 'ok' : 'warn'} />
