import { Alert, Button, Checkbox, Input } from 'antd'
import { CheckOutlined, ExclamationOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { diff, hash, type CaseResult } from '../engine/index.ts'
import { Changes } from './Changes.tsx'
import { useDesigner } from './context.ts'
import { Errors } from './Errors.tsx'
import { Coverage } from './Coverage.tsx'
import { changedParameters } from './edits/parameters.ts'
import { changedAnywhere } from './live/impact.ts'
import { ImpactMatrix } from './live/ImpactMatrix.tsx'
import { useLive } from './live/live.ts'
import { ReplayedUnder } from './live/ReplayedUnder.tsx'
import { ParameterRow } from './point/Parameters.tsx'

interface Props { cases: readonly CaseResult[]; busy: boolean; onBack: () => void; onPublish: (note: string) => Promise<void> }

/** The page before an edition becomes immutable: problems, cases, what changed, a note, and one summary beside them. */
export function Publish({ cases, busy, onBack, onPublish }: Props) {
  const { document, base, compiled, issues, t } = useDesigner()
  const [note, setNote] = useState('')
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<string>()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const warnings = issues.filter(({ severity }) => severity === 'warning').length
  const passed = cases.filter(({ pass }) => pass).length
  const changes = useMemo(() => (base ? diff(base, document) : undefined), [base, document])
  const fingerprint = useMemo(() => hash(document).replace(/^\w+[:-]/, ''), [document])
  const { impact } = useLive()
  const { units, busy: replaying } = impact
  const moved = useMemo(() => changedAnywhere(units), [units])
  const [known, setKnown] = useState(false)
  const sampleYear = replaying ? t.checking : ''
  const green = !busy && passed === cases.length
  const changed = useMemo(() => changedParameters(document, base), [document, base])
  const unreasoned = changed.filter(({ reasoned }) => !reasoned).length
  const blocked = errors > 0 || !green
  const ready = !blocked && unreasoned === 0 && note.trim() !== '' && (moved.length === 0 || known)
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
  return (
    <main id="main" className="ds-publish">
      <div className="ds-publish-body">
        <h2>{t.publishTitle} {t.edition(document.edition)}</h2>
        <p className="ds-quiet">{t.publishIntro(document.edition)}</p>
        <Step fine={errors === 0} title={t.publishProblems} count={String(errors)}>
          <p>{errors === 0 ? t.allChecked(compiled?.points.length ?? 0) : t.errors(errors)}{warnings > 0 ? ` ${t.warnings(warnings)}${t.fullStop}` : ''} {warnings > 0 ? <Button size="small" type="link" onClick={onBack}>{t.back}</Button> : null}</p>
          {errors > 0 ? <Errors /> : null}
        </Step>
        <Step fine={green} title={t.publishCases} count={busy ? t.checking : `${passed} / ${cases.length}`}><Coverage cases={cases} changes={changes} /></Step>
        <Step fine title={base ? t.comparedWith(base.edition) : t.publishChanges} count={changes ? t.changeCount(changes.length) : ''}>{changes && base ? <Changes changes={changes} before={base} after={document} /> : <p className="ds-empty">{t.firstEdition}</p>}</Step>
        {changed.length > 0 ? (
          <Step fine={unreasoned === 0} title={t.publishReasons} count={t.reasonsGiven(changed.length - unreasoned, changed.length)}>{changed.map(({ id }) => <ParameterRow key={id} id={id} />)}</Step>
        ) : null}
        {impact.compiled && units.length > 0 ? (
          <Step fine={moved.length === 0} warn title={t.impactTitle(moved.length, units.length)} count={sampleYear}><ReplayedUnder impact={impact} /><ImpactMatrix compiled={impact.compiled} units={units} /></Step>
        ) : null}
        <Step fine={note.trim() !== ''} number={4 + Number(units.length > 0) + Number(changed.length > 0)} title={t.publishNote} count="">
          <Input.TextArea aria-label={t.publishNote} autoSize={{ minRows: 4 }} maxLength={1000} placeholder={t.publishNotePlaceholder} value={note} onChange={(event) => setNote(event.target.value)} />
        </Step>
      </div>
      <aside className="ds-publish-side"><div className="ds-summary">
        <h3>{t.edition(document.edition)}</h3>
        <Line fine={errors === 0} title={t.publishProblems} value={String(errors)} />
        <Line fine={green} title={t.publishCases} value={busy ? '…' : `${passed} / ${cases.length}`} />
        <Line fine title={t.publishChanges} value={changes ? String(changes.length) : '—'} />
        {changed.length > 0 ? <Line fine={unreasoned === 0} title={t.publishReasons} value={`${changed.length - unreasoned} / ${changed.length}`} /> : null}
        {units.length > 0 ? <Line fine={moved.length === 0} warn title={t.levelChanges} value={t.unitCount(moved.length)} /> : null}
        {moved.length > 0 ? <Checkbox checked={known} onChange={(event) => setKnown(event.target.checked)}>{t.iKnow(moved.slice(0, 4).map(({ title }) => title), moved.length)}</Checkbox> : null}
        <dl><dt>{t.hashWillBe}</dt><dd><code>{fingerprint.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')}</code></dd>{document.basedOn ? <><dt>{t.basis}</dt><dd>{t.edition(document.basedOn.edition)}</dd></> : null}</dl>
        {failed === undefined ? null : <Alert type="error" showIcon title={t.publishFailed} description={failed} />}
        {blocked ? <p className="ds-c-err">{busy ? t.checking : t.publishBlocked([errors > 0 ? t.errors(errors) : '', passed < cases.length ? t.casesRed(cases.length - passed) : ''].filter(Boolean).join(t.comma))}</p> : unreasoned > 0 ? <p className="ds-quiet">{t.reasonNeeded}</p> : note.trim() === '' ? <p className="ds-quiet">{t.noteNeeded}</p> : null}
        <Button type="primary" block loading={sending} disabled={!ready} onClick={() => void send()}>{sending ? t.publishing : t.publishButton(document.edition)}</Button>
        <Button type="text" block onClick={onBack}>{t.back}</Button>
        <p className="ds-quiet">{t.publishFoot}</p>
      </div></aside>
    </main>
  )
}

function Step({ fine, warn = false, title, count, number, children }: { fine: boolean; warn?: boolean; title: string; count: string; number?: number; children: React.ReactNode }) {
  return (
    <section className="ds-step">
      <i className={fine ? 'ds-sign-ok' : warn ? 'ds-sign-warn' : number === undefined ? 'ds-sign-err' : 'ds-sign'} aria-hidden>{fine ? <CheckOutlined /> : (number ?? <ExclamationOutlined />)}</i>
      <h3>{title}<span>{count}</span></h3>
      {children}
    </section>
  )
}

const Line = ({ fine, warn = false, title, value }: { fine: boolean; warn?: boolean; title: string; value: string }): React.ReactNode => (
  <p className="ds-summary-line">{fine ? <CheckOutlined className="ds-c-ok" /> : <ExclamationOutlined className={warn ? 'ds-c-warn' : 'ds-c-err'} />}<span>{title}</span><b>{value}</b></p>
)
