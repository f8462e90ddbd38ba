import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { levelWords } from '../../../engine/index.ts'
import type { EvaluationPoint } from '../../../schemas/index.ts'
import { api } from '../api.ts'
import { useText } from '../language.tsx'
import { LevelMark } from '../Level.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { hasMoved, judge } from './judge.ts'
import { choicesOf, pointState, undecided, type Reading } from './reading.ts'
import { text } from './text.ts'

interface Props {
  reading: Reading; point: EvaluationPoint; unit: string; judged: boolean; mayReturn: boolean; mayJudge: boolean; returning: string | undefined; next: string | undefined
  note: Note; onNote: (note: Note) => void; onNext: (point: string) => void; onChanged: () => void; onReturn: (feedback: string | undefined) => void
}

/** What is being written about a point and not sent yet. */
export interface Note { level?: string | undefined; reason?: string | undefined; feedback?: string | undefined; writing?: boolean }

/** Judging within the computed limits, and putting a point on the list to return. */
export function Decide({ reading, point, unit, judged, mayReturn, mayJudge: isJudge, returning, next, note, onNote, onNext, onChanged, onReturn }: Props) {
  const t = useText(text)
  const s = useText(site)
  const { message } = App.useApp()
  const now = reading.submission.judgements[point.id]
  const { level = now?.level, reason = now?.reason ?? '', feedback = '', writing = false } = note
  const set = (part: Note) => onNote({ ...note, ...part })
  const [busy, setBusy] = useState(false)
  const choices = judged ? choicesOf(reading, point) : []
  /** Judged before and left as it is, even if the limits have meanwhile overtaken it. */
  const kept = now !== undefined && level === now.level && reason.trim() === now.reason
  const chosen = kept ? undefined : choices.find((choice) => choice.level.id === level && !choice.barred)?.level

  const accepted = pointState(reading.submission, point.id) === 'accepted'
  const mayJudge = isJudge && !accepted
  const due = !returning && (judged && !kept ? mayJudge : mayReturn && !accepted)

  /** Judges if there is something to judge, accepts if one may, and goes on to the next point. */
  const decide = () => {
    if (judged && !kept && !chosen) return void message.warning(t.choose)
    if (chosen && !reason.trim()) return void message.warning(t.reasonPlease)
    const accepting = mayReturn && !accepted
    if (accepting && undecided(reading, point).length) return void message.warning(t.decideFirst)
    const { id } = reading.submission
    setBusy(true)
    Promise.resolve(chosen ? judge(reading, point, chosen.id, reason.trim()) : undefined)
      .then(() => (accepting ? api.accept(id, [point.id]) : undefined))
      .then(() => {
        onNote({})
        void message.success(chosen ? t.judged(levelWords(chosen)) : t.acceptedNow)
        onChanged()
        if (next) onNext(next)
        else setBusy(false)
      })
      .catch((error: unknown) => {
        setBusy(false)
        if (!hasMoved(error)) return void message.error(wordsOfError(error, s))
        void message.warning(t.moved)
        onChanged()
      })
  }
  const putAside = () => {
    if (!feedback.trim()) return void message.warning(t.feedbackPlease)
    onReturn(feedback.trim())
    set({ feedback: undefined, writing: false })
  }

  return (
    <>
      {choices.length ? (
        <section>
          <h3 id="judging">{t.judgeAsExpert}</h3>
          <div className="review-choices" role="radiogroup" aria-labelledby="judging">
            {choices.map((choice) => (
              <label key={choice.level.id} className={choice.barred ? 'is-barred' : level === choice.level.id ? 'is-chosen' : ''}>
                <input type="radio" name={`level-${point.id}`} disabled={Boolean(choice.barred) || !mayJudge} checked={level === choice.level.id} onChange={() => set({ level: choice.level.id })} />
                <span>
                  <LevelMark level={choice.level} />
                  {point.rubric.descriptors?.[choice.level.id] ? <span className="review-descriptor">{point.rubric.descriptors[choice.level.id]}</span> : null}
                  {choice.barred ? <span className="is-warn small">{choice.barred === 'above' ? t.capped : choice.barred === 'below' ? t.floored : t.barred}</span> : null}
                </span>
              </label>
            ))}
          </div>
          {mayJudge ? <>
            <label className="small second review-reason" htmlFor="judge-reason">{t.reasonLabel}</label>
            <Input.TextArea id="judge-reason" rows={4} value={reason} maxLength={2000} onChange={(event) => set({ reason: event.target.value })} />
          </> : null}
        </section>
      ) : null}
      {writing || returning ? (
        <section className="review-return">
          <h3>{t.returnPoint(point.code, unit)}</h3>
          <p className="third small">{t.returnOnly}</p>
          {writing ? <>
            <label className="small second review-reason" htmlFor="return-feedback">{t.feedback}</label>
            <Input.TextArea id="return-feedback" autoFocus rows={3} value={feedback} maxLength={2000} onChange={(event) => set({ feedback: event.target.value })} />
            <p className="row" style={{ marginTop: 8 }}><span className="grow" /><Button size="small" type="text" onClick={() => set({ feedback: undefined, writing: false })}>{t.cancel}</Button><Button size="small" type="primary" onClick={putAside}>{t.putAside}</Button></p>
          </> : <>
            <p className="medium">{returning}</p>
            <p className="row" style={{ marginTop: 8 }}><span className="grow" /><Button size="small" type="text" onClick={() => onReturn(undefined)}>{t.removeReturn}</Button></p>
          </>}
        </section>
      ) : null}
      {mayJudge || mayReturn ? (
        <div className="review-actions">
          {due ? <Button type="primary" className="grow" loading={busy} disabled={judged && !kept && !chosen} onClick={decide}>{!judged || kept ? t.accept : !chosen ? t.judging : mayReturn ? t.acceptJudged(levelWords(chosen)) : t.judge(levelWords(chosen))}</Button>
            : next ? <Button className="grow" onClick={() => onNext(next)}>{t.nextPoint}</Button> : <span className="grow" />}
          {mayReturn && !writing && !returning ? <Button onClick={() => set({ writing: true })}>{t.supplement}</Button> : null}
        </div>
      ) : null}
    </>
  )
}
