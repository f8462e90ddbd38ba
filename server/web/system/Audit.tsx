import { App, Button } from 'antd'
import { useState } from 'react'
import { api, type AuditEntry } from '../api.ts'
import { auditText, wordsOfAction } from '../auditText.ts'
import { fullTime, shortHash } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { Scroll } from '../Scroll.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { text } from './text.ts'

/** The log, newest first, and its verification. */
export function Audit() {
  const t = useText(text)
  const s = useText(site)
  const a = useText(auditText)
  const { message } = App.useApp()
  const load = useLoad(() => api.audit({ limit: 50 }), [])
  const [older, setOlder] = useState<{ items: AuditEntry[]; next?: string | number }>()
  const [verdict, setVerdict] = useState<{ ok: boolean; entries: number; head: string }>()
  const [busy, setBusy] = useState(false)
  const failed = (error: unknown) => { setBusy(false); void message.error(wordsOfError(error, s)) }
  const verify = () => { setBusy(true); api.verifyAudit().then((answer) => { setBusy(false); setVerdict(answer) }, failed) }
  const more = (before: string | number) => { api.audit({ before, limit: 50 }).then((page) => setOlder((now) => ({ items: [...(now?.items ?? []), ...page.items], ...(page.next === undefined ? {} : { next: page.next }) })), failed) }
  return (
    <>
      <div className="row wrap"><p className="second grow">{t.auditWords}</p><Button loading={busy} onClick={verify}>{busy ? t.verifying : t.verify}</Button></div>
      {verdict ? <p className={`note ${verdict.ok ? 'note-ok' : 'note-error'}`} role="status" style={{ marginTop: 8 }}><Icon name={verdict.ok ? 'check' : 'alert'} /><span>{verdict.ok ? t.intact(verdict.entries) : t.brokenChain} <span className="mono third">{t.head} {shortHash(verdict.head)}</span></span></p> : null}
      <Loaded of={load}>
        {(first) => {
          const items = [...first.items, ...(older?.items ?? [])]
          const next = older ? older.next : first.next
          return items.length ? (
            <Scroll label={t.audit}>
              <table className="table">
                <thead><tr><th className="num">{t.seq}</th><th>{t.when}</th><th>{t.who}</th><th>{t.what}</th><th>{t.digest}</th></tr></thead>
                <tbody>{items.map((entry) => <tr key={entry.seq}><td className="num third">{entry.seq}</td><td className="nowrap second">{fullTime(entry.at)}</td><td className="nowrap">{entry.by || a.system}</td><td>{wordsOfAction(entry, a)}{typeof entry.detail['reason'] === 'string' ? <span className="third small" style={{ display: 'block' }}>{a.because(entry.detail['reason'])}</span> : null}</td><td className="mono third nowrap" title={entry.hash}>{shortHash(entry.hash)}</td></tr>)}</tbody>
              </table>
              {next === undefined || next === null ? null : <p style={{ marginTop: 12 }}><Button size="small" onClick={() => more(next)}>{t.more}</Button></p>}
            </Scroll>
          ) : <p className="second" style={{ marginTop: 12 }}>{t.noEntries}</p>
        }}
      </Loaded>
    </>
  )
}
