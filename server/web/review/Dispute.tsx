import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Answer, Element } from '../../../schemas/index.ts'
import { api } from '../api.ts'
import { fullTime } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useLanguage, useText } from '../language.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { valueText } from '../value.tsx'
import { hasMoved } from './judge.ts'
import { text } from './text.ts'

export interface Deciding { submission: string; mayDecide: boolean; onDecided: () => void }

/** What became of a dispute, and for those who may the decision: upheld or not, with a reason the unit reads. */
export function Dispute({ id, element, answer, submission, mayDecide, onDecided }: Deciding & { id: string; element: Element; answer: Answer }) {
  const t = useText(text)
  const s = useText(site)
  const { locale } = useLanguage()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<boolean>()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const { decision, claim, official } = answer
  const claimed = claim !== undefined && claim !== null && JSON.stringify(claim) !== JSON.stringify(official)
  const shown = (value: unknown) => (element.items?.type === 'object' ? '' : [valueText(element, value, locale), element['x-unit']].filter(Boolean).join(' '))
  const send = () => {
    setBusy(true)
    api.decide(submission, id, answer.revision, asking === true, reason.trim()).then(
      () => { void message.success(asking ? t.upheldNow : t.dismissedNow); setAsking(undefined); setReason(''); onDecided() },
      (error: unknown) => {
        if (!hasMoved(error)) return void message.error(wordsOfError(error, s))
        setAsking(undefined)
        void message.warning(t.moved)
        onDecided()
      },
    ).finally(() => setBusy(false))
  }
  return (
    <span className="review-dispute">
      {decision ? (
        <span className={`small ${decision.upheld ? 'is-ok' : 'second'}`}><Icon name={decision.upheld ? 'check' : 'close'} className="icon-12" /> {decision.upheld ? t.upheld : t.dismissed}{s.colon}{decision.reason} <span className="third">{[decision.by, fullTime(decision.at)].filter(Boolean).join(' ')}</span></span>
      ) : <span className="small is-warn"><Icon name="flag" className="icon-12" /> {t.undecided}</span>}
      {mayDecide ? <span className="row" style={{ gap: 4 }}>
        {decision?.upheld === true ? null : <Button size="small" disabled={!claimed} {...(claimed ? {} : { title: t.noClaim })} onClick={() => setAsking(true)}>{t.uphold}</Button>}
        {decision?.upheld === false ? null : <Button size="small" onClick={() => setAsking(false)}>{t.dismiss}</Button>}
      </span> : null}
      {asking === undefined ? null : (
        <Modal open title={asking ? t.upholdAsk(element.title) : t.dismissAsk(element.title)} okText={asking ? t.uphold : t.dismiss} cancelText={t.cancel} confirmLoading={busy} okButtonProps={{ disabled: !reason.trim() }} onCancel={() => setAsking(undefined)} onOk={send}>
          <p>{asking ? t.upholdMeans(shown(claim), shown(official)) : t.dismissMeans(shown(official), shown(claim))}</p>
          <label className="small second review-reason" htmlFor="decide-reason">{t.decideReason}</label>
          <Input.TextArea id="decide-reason" autoFocus rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Modal>
      )}
    </span>
  )
}
