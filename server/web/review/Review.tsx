import { App, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { api, type OpenSubmission } from '../api.ts'
import { fullTime, shortHash } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { stageOfSubmission } from '../overview/rows.ts'
import { Link, match, useRouter, useUnfinished } from '../router.tsx'
import { useSession } from '../session.tsx'
import { useSynthetic } from '../synthetic.ts'
import { text as site, wordsOfError } from '../text.ts'
import { AcceptCounts } from './AcceptCounts.tsx'
import type { Note } from './Decide.tsx'
import { PointPage } from './PointPage.tsx'
import { pointState, readingOf } from './reading.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { ReviewNav } from './ReviewNav.tsx'
import { text } from './text.ts'
import { Verdict } from './Verdict.tsx'
import './review.css'

/** One submission: points left, answers in the middle, verdict right. */
export function Review({ values }: { values: Record<string, string> }) {
  const id = values['submission'] ?? ''
  const load = useLoad(() => api.submission(id), [id])
  useSynthetic(load.value?.cycle.synthetic)
  return <Loaded of={load} rows={12}>{(open) => <ReviewOf open={open} point={values['point']} onChanged={load.reload} />}</Loaded>
}

function ReviewOf({ open, point: asked, onChanged }: { open: OpenSubmission; point: string | undefined; onChanged: () => void }) {
  const t = useText(text)
  const s = useText(site)
  const { go } = useRouter()
  const { me } = useSession()
  const { message, modal } = App.useApp()
  const reading = useMemo(() => readingOf(open), [open])
  const [returning, setReturning] = useState<Record<string, string>>({})
  const [notes, setNotes] = useState<Record<string, Note>>({})
  const [sending, setSending] = useState(false)
  const { submission, cycle, points } = reading
  const unit = cycle.units.find(({ id }) => id === submission.unit)
  const place = Math.max(0, points.findIndex(({ id }) => id === asked))
  const point = points[place]
  const mayDecide = me.role === 'city-admin' || me.role === 'city-editor'
  const active = submission.state === 'submitted'
  const deciding = useMemo(() => ({ submission: submission.id, mayDecide: mayDecide && active, onDecided: onChanged }), [submission.id, mayDecide, active, onChanged])
  const states = points.map(({ id }) => pointState(submission, id))
  const count = (state: (typeof states)[number]) => states.filter((one) => one === state).length
  const title = unit?.title ?? submission.unit
  const failed = (error: unknown) => { void message.error(wordsOfError(error, s)) }
  const show = (id: string) => go(`/review/${encodeURIComponent(submission.id)}/${encodeURIComponent(id)}`, { replace: true })

  const pending = Object.keys(returning).length
  /** Without those that were put on the list and have no feedback. */
  const written = Object.fromEntries(Object.entries(returning).filter(([, feedback]) => feedback.trim()))
  const unsent = Object.entries(notes).filter(([id, note]) => note.feedback?.trim() || (note.reason?.trim() ?? '') !== (note.reason === undefined ? '' : (submission.judgements[id]?.reason ?? ''))).length
  const ask = useCallback((path: string) => new Promise<boolean>((resolve) => {
    if (match('/review/:submission/:point?', path)?.['submission'] === submission.id) return resolve(true)
    modal.confirm({ title: pending ? t.leaveAsk(pending) : t.leaveUnsent(unsent), content: t.leaveWords, okText: t.leave, okButtonProps: { danger: true }, cancelText: t.stay, onOk: () => resolve(true), onCancel: () => resolve(false) })
  }), [modal, pending, unsent, submission.id, t])
  useUnfinished(pending || unsent ? ask : undefined)

  const accept = () => void modal.confirm({
    title: t.acceptAsk(title), width: 520, content: <><AcceptCounts reading={reading} /><p>{t.acceptWords(title)}</p></>, okText: t.accept, cancelText: t.cancel,
    onOk: () => api.accept(submission.id).then(() => { void message.success(t.acceptedNow); onChanged() }, failed),
  })
  const sendBack = () => {
    api.giveBack(submission.id, written).then(() => { void message.success(t.returnedNow(title, pending)); setReturning({}); setSending(false); onChanged() }, failed)
  }

  return (
    <div className="review">
      <div className="review-head" role="region" aria-label={title}>
        <div><p className="crumb"><Link to="/review">{t.title}</Link><Icon name="right" className="icon-12" />{cycle.title}</p><h1>{title}</h1></div>
        <dl className="review-facts">
          <div><dt>{t.submittedBy}</dt><dd>{submission.submittedAt ? [fullTime(submission.submittedAt), submission.submittedBy].filter(Boolean).join(t.comma) : s.states[stageOfSubmission(submission)]}</dd></div>
          <div><dt>{t.reviewState}</dt><dd>{submission.state === 'draft' ? '—' : submission.state === 'accepted' ? t.accepted : t.summary(count('accepted'), count('returned') + pending, count('open') - pending)}</dd></div>
          {reading.outcome?.inputs ? <div><dt>{t.hash}</dt><dd className="mono">{shortHash(reading.outcome.inputs)}</dd></div> : null}
        </dl>
        <span className="grow" />
        {mayDecide && active ? <>
          <Button onClick={() => setSending(true)}>{pending ? t.returnCount(pending) : t.returnSome}</Button>
          <Button type="primary" disabled={pending > 0} onClick={accept}>{t.acceptAll}</Button>
        </> : null}
        {active ? null : <span className="tag">{submission.state === 'accepted' ? t.accepted : `${s.states[stageOfSubmission(submission)]}${t.comma}${submission.state === 'returned' ? t.notAgain : t.notSubmitted}`}</span>}
      </div>
      {submission.note ? <p className="note review-note"><Icon name="flag" />{submission.note}</p> : null}
      <div className="review-body">
        <ReviewNav reading={reading} current={point?.id} returning={returning} onOpen={show} />
        {point ? <PointPage key={point.id} reading={reading} point={point} deciding={deciding} /> : null}
        {point ? (
          <Verdict key={`${point.id}/${submission.revision}`} reading={reading} point={point} unit={title} active={active} mayReturn={mayDecide && active} mayJudge={active && me.role !== 'viewer'}
            returning={returning[point.id]} next={points[place + 1]?.id} onNext={show} onChanged={onChanged}
            note={notes[point.id] ?? {}} onNote={(note) => setNotes((now) => ({ ...now, [point.id]: note }))}
            onReturn={(feedback) => setReturning((now) => { const { [point.id]: _, ...rest } = now; return feedback ? { ...rest, [point.id]: feedback } : rest })} />
        ) : null}
      </div>
      {sending ? <ReturnDialog unit={title} points={points} returning={returning} onChange={setReturning} onSend={sendBack} onClose={() => { setReturning(written); setSending(false) }} /> : null}
    </div>
  )
}
