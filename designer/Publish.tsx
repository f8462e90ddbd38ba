import { Alert, Button, Input } from 'antd'
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { diff, hash, type CaseResult } from '../engine/index.ts'
import { Changes } from './Changes.tsx'
import { useDesigner } from './context.ts'

/** The page before an edition becomes immutable: problems, cases, what changed, a note. */
export function Publish({ cases, busy, onBack, onPublish }: { cases: readonly CaseResult[]; busy: boolean; onBack: () => void; onPublish: (note: string) => Promise<void> }) {
  const { document, base, issues, t } = useDesigner()
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<string>()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const red = cases.filter(({ pass }) => !pass).length
  const changes = useMemo(() => (base ? diff(base, document) : undefined), [base, document])
  const blocked = errors > 0 || red > 0 || busy
  const send = async (): Promise<void> => {
    setSending(true)
    setFailed(undefined)
    try {
      await onPublish(note.trim())
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }
  const line = (fine: boolean, text: string): React.ReactNode => <p className={fine ? 'ds-c-ok' : 'ds-c-err'}>{fine ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />} {text}</p>
  return (
    <main className="ds-publish">
      <div className="ds-publish-body">
        <h2>{t.publishTitle} {t.edition(document.edition)}</h2>
        <p className="ds-quiet">{t.publishIntro(document.edition)}</p>
        <section><h3>{t.publishProblems}</h3>{line(errors === 0, errors === 0 ? t.zeroProblems : t.errors(errors))}</section>
        <section><h3>{t.publishCases}</h3>{busy ? <p>{t.checking}</p> : line(red === 0, red === 0 ? t.casesGreen(cases.length) : t.casesRed(red))}</section>
        <section><h3>{t.publishChanges}</h3>{changes ? <Changes changes={changes} /> : <p className="ds-empty">{t.firstEdition}</p>}</section>
      </div>
      <aside className="ds-publish-side">
        <h3>{t.publishNote}</h3>
        <Input.TextArea aria-label={t.publishNote} autoSize={{ minRows: 4 }} maxLength={1000} placeholder={t.publishNotePlaceholder} value={note} onChange={(event) => setNote(event.target.value)} />
        <p className="ds-quiet">{t.hashWillBe} <code>{hash(document).slice(0, 12)}</code></p>
        {failed === undefined ? null : <Alert type="error" showIcon title={t.publishFailed} description={failed} />}
        {blocked ? <p className="ds-c-err">{busy ? t.checking : t.publishBlocked}</p> : null}
        <div className="ds-publish-buttons"><Button onClick={onBack}>{t.back}</Button><Button type="primary" loading={sending} disabled={blocked || note.trim() === ''} title={note.trim() === '' ? t.noteNeeded : undefined} onClick={() => void send()}>{sending ? t.publishing : t.publishButton}</Button></div>
      </aside>
    </main>
  )
}
