import { App, Button, Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { api, type OpenSubmission } from '../api.ts'
import { bytes, date, dateTime, daysLeft } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useLanguage, useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { ApiError } from '../request.ts'
import { useRouter } from '../router.tsx'
import { useSession } from '../session.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StatePage } from '../StatePage.tsx'
import { text } from './text.ts'
import { Tasks } from './Tasks.tsx'
import { useMine } from './useMine.ts'
import { useQuota } from './useQuota.ts'
import './mine.css'

const SubmissionForm = lazy(() => import('../../../runtime/index.ts').then((runtime) => ({ default: runtime.SubmissionForm })))

/** The form of one's own unit. */
export function MyForm({ values }: { values: Record<string, string> }) {
  const t = useText(text)
  const mine = useMine()
  return (
    <Loaded of={mine}>
      {(items) => {
        const chosen = items.find(({ id }) => id === values['submission']) ?? items[0]
        if (!chosen) return <StatePage title={t.none} words={t.noneWords} />
        return <><Tasks items={items} current={chosen.id} to="my" /><One key={chosen.id} id={chosen.id} onChanged={mine.reload} /></>
      }}
    </Loaded>
  )
}

function One({ id, onChanged }: { id: string; onChanged: () => void }) {
  const load = useLoad(() => api.submission(id), [id])
  useSynthetic(load.value?.cycle.synthetic)
  return <Loaded of={load} rows={12}>{(open) => <FormOf key={`${open.submission.id}/${open.submission.state}`} open={open} onChanged={(now) => { if (now) load.set(now); else load.reload(); onChanged() }} />}</Loaded>
}

function FormOf({ open, onChanged }: { open: OpenSubmission; onChanged: (now?: OpenSubmission) => void }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const { me } = useSession()
  const { go } = useRouter()
  const { message } = App.useApp()
  const { submission, framework, cycle, previous } = open
  const due = cycle.deadlines?.submission
  const late = due !== undefined && daysLeft(due) < 0 && submission.state === 'draft'
  const closed = open.state === 'closed'
  const editable = !closed && !late && (submission.state === 'draft' || submission.state === 'returned')
  const note = closed ? t.closed : late ? t.deadlinePassed(date(due)) : submission.state === 'submitted' ? t.waiting(submission.submittedBy, submission.submittedAt && dateTime(submission.submittedAt)) : submission.state === 'accepted' ? t.accepted : ''
  const { used, added, removed } = useQuota(open)
  const near = editable && used > open.quota.limit * 0.8
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the site's bar scrolls away above the form; sheets of the form that hang below its head follow.
    const follow = () => box.current?.style.setProperty('--mine-top', `${Math.max(0, box.current.getBoundingClientRect().top)}px`)
    follow()
    addEventListener('scroll', follow, { passive: true })
    return () => removeEventListener('scroll', follow)
  }, [])
  return (
    <div className="mine" ref={box}>
      {note ? (
        <p className={`note mine-note ${closed || late ? 'note-warn' : 'note-info'}`} role="status">
          <Icon name={closed || late ? 'clock' : 'alert'} /><span className="grow"><b>{note}</b> {closed || late ? t.closedWords : ''}</span>
          {submission.state === 'submitted' || submission.state === 'accepted' ? <Button size="small" onClick={() => go(`/result/${encodeURIComponent(submission.id)}`)}>{t.toResult}</Button> : null}
        </p>
      ) : null}
      {near ? <p className="note mine-note note-warn" role="status"><Icon name="warn" /><span className="grow">{t.quotaNear(bytes(used), bytes(open.quota.limit))}</span></p> : null}
      <Suspense fallback={<div className="page" aria-busy="true"><Skeleton active /></div>}>
        <SubmissionForm key={editable ? 'open' : 'locked'} framework={framework} cycle={cycle} submission={submission} {...(previous ? { previous } : {})} locale={locale} readOnly={!editable}
          queue={`${me.id}/${submission.id}`} theme="light" submitter={me.title}
          onSave={(changes) => api.save(submission.id, changes).catch((problem: unknown) => {
            // The time is over, or the office has closed the cycle: the page says so, and the form locks.
            if (problem instanceof ApiError && (problem.code === 'CYCLE_CLOSED' || problem.code === 'DEADLINE_PASSED')) onChanged()
            throw problem
          })}
          onRefresh={async (revision) => {
            const { items } = await api.submissions({ cycle: cycle.id })
            const card = items.find(({ id }) => id === submission.id)
            if (!card || (card.revision <= revision && card.state === submission.state)) return undefined
            const now = await api.submission(submission.id)
            if (now.submission.state !== submission.state) onChanged(now)
            return now.submission
          }}
          onUpload={(file, requirement, onProgress, signal) => api.upload(submission.id, file, requirement, onProgress, signal).then(added)}
          onCite={(evidence, requirements) => api.cite(submission.id, evidence, requirements)}
          onRemoveEvidence={(evidence) => api.removeEvidence(submission.id, evidence).then(() => removed(evidence))}
          onDownload={(evidence) => api.evidenceUrl(submission.id, evidence)}
          submitsElsewhere={me.role === 'district-filler'}
          {...(me.role === 'district-submitter' ? {
            onSubmit: async (words: string | undefined, revision: number) => {
              await api.submit(submission.id, revision, words)
              void message.success(t.submittedNow)
              onChanged()
            },
          } : {})} />
      </Suspense>
    </div>
  )
}
