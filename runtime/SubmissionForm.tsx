import { useEffect, useMemo, useRef, useState } from 'react'
import { messageOf } from '../engine/index.ts'
import { Page } from './page/Page.tsx'
import { HostContext, SaverContext, StoreContext, usePresent } from './store/hooks.ts'
import { deviceQueue, memoryQueue } from './store/queue.ts'
import { saver } from './store/saver.ts'
import { createStore } from './store/store.ts'
import { LocaleContext, textOf } from './text.ts'
import type { AnswerChange, SubmissionFormProps } from './types.ts'
import { useRefresh } from './useRefresh.ts'
import { useTheme } from './useTheme.ts'
import { useWidth } from './useWidth.ts'

/** The form of one unit in one cycle: a point at a time mounted when near, saved as it is typed, with its outcome beside it. */
export function SubmissionForm(props: SubmissionFormProps) {
  const { framework, submission, cycle, previous, locale = 'zh', readOnly, onSave, onSubmit, onRefresh, onChange, onSignIn, onExport, queue, theme, submitter, submitsElsewhere } = props
  const root = useRef<HTMLDivElement>(null)
  const shade = useTheme(theme, root)
  const width = useWidth(root)
  const changed = useRef(onChange)
  const again = useRef<() => Promise<string[]>>(undefined)
  const yielded = useRef<(id: string) => void>(undefined)
  const t = textOf(locale)
  // A form belongs to one submission: these make a new one, later props are taken up by the effects below.
  const identity = `${submission.id}/${submission.state}/${framework.id}/${framework.edition}`
  const store = useMemo(() => createStore({ framework, submission, cycle, previous, locale, readOnly, checked: true, onYield: (id) => yielded.current?.(id), onOutcome: (outcome) => changed.current?.(outcome) }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
    [identity, framework, cycle])
  usePresent(store, locale, readOnly)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what waits belongs to the submission, whatever its state
  const waiting = useMemo(() => (queue === undefined ? memoryQueue() : deviceQueue(queue)), [queue, submission.id])
  const saving = useMemo(() => ('compiled' in store ? saver({
    send: onSave, queue: waiting,
    onStored: (answers, newer, revision) => store.stored(answers, newer, revision),
    onConflict: (id, mine, theirs) => store.conflict(id, mine, theirs),
    onRefused(changes, why) {
      changes.forEach(({ id }) => store.refuse(id, why))
      // Perhaps the form was handed in, or closed, by somebody else.
      again.current?.().catch(() => undefined)
    },
    onState: (state) => {
      store.save = state.at || !store.save.at ? state : { ...state, at: store.save.at }
      store.notify('save')
    },
  }) : undefined),
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a later onSave is handed over below
  [store, waiting])

  const refresh = useRefresh(store, saving, onRefresh, root)
  const [left, setLeft] = useState<readonly AnswerChange[]>([])
  useEffect(() => {
    again.current = refresh
    changed.current = onChange
    saving?.setSend(onSave)
  })
  useEffect(() => {
    if (!saving || !('compiled' in store)) return
    saving.start()
    yielded.current = (id) => saving.forget(id)
    store.setEditing((change) => saving.add(change))
    // A page that keeps nothing on the device wants nothing remembered there.
    const remembers = queue !== undefined
    const mode = remembers ? localMode() : undefined
    if (mode) store.setView({ mode })
    // What was not sent in time is no part of a form that can no longer be changed: it is named, not shown as if it were.
    const open = ({ id }: AnswerChange): boolean => readOnly !== true && store.pointsOf(id).some((point) => store.editable(point))
    void saving.kept().then((changes) => setLeft(changes.filter((change) => !open(change))))
    if (onSave) void saving.resume(open).then((changes) => changes.length && store.restore(changes))
    changed.current?.(store.outcome())
    let kept = store.view.mode
    const stop = store.subscribe('view', () => {
      if (remembers && store.view.mode !== kept) localMode((kept = store.view.mode))
    })
    return () => {
      stop()
      void saving.flush()
      saving.dispose()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per store
  }, [store, saving])

  const body = !('compiled' in store) || !saving ? (
    <div className="ys-note ys-note-error" role="alert"><div><b>{t.brokenDocument}</b>{('compiled' in store ? [] : store.issues.slice(0, 8)).map((issue, index) => <p key={index}>{messageOf(issue, locale)}</p>)}</div></div>
  ) : (
    <StoreContext.Provider value={store}><SaverContext.Provider value={saving}><HostContext.Provider value={props}>
      <Page key={identity} {...(onSubmit ? { onSubmit } : {})} {...(onSignIn ? { onSignIn } : {})} {...(onExport ? { onExport } : {})} {...(submitter === undefined ? {} : { submitter })} {...(submitsElsewhere === undefined ? {} : { submitsElsewhere })} {...(readOnly === undefined ? {} : { readOnly })} onKey={() => void saving.flush()} refresh={refresh} left={left} onForget={() => {
        for (const { id } of left) saving.forget(id)
        setLeft([])
      }} />
    </HostContext.Provider></SaverContext.Provider></StoreContext.Provider>
  )
  return <LocaleContext.Provider value={locale}><div ref={root} className={`ys${width}`} data-theme={shade} lang={locale === 'en' ? 'en' : 'zh-CN'}>{body}</div></LocaleContext.Provider>
}

/** Whether the person looks at one point at a time; remembered on the device where that is allowed. */
function localMode(set?: 'all' | 'one'): 'all' | 'one' | undefined {
  try {
    if (set) localStorage.setItem('yardstick.mode', set)
    const kept = localStorage.getItem('yardstick.mode')
    return kept === 'one' || kept === 'all' ? kept : undefined
  } catch {
    return undefined
  }
}
