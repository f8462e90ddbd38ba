import { api } from '../api.ts'
import { AuditLine } from '../AuditLine.tsx'
import { grouped } from '../auditText.ts'
import { useText } from '../language.tsx'
import { useLoad } from '../load.tsx'
import { Link } from '../router.tsx'
import { text } from './text.ts'

/** The latest entries of the audit log; absent for those who may not read it. */
export function Changes({ full }: { full: boolean }) {
  const t = useText(text)
  const load = useLoad(() => api.audit({ limit: 100 }), [])
  if (load.error || !load.value) return null
  return (
    <section>
      <div className="section-head"><h2 className="grow">{t.changes}</h2>{full ? <Link className="medium" to="/system/audit">{t.all}</Link> : null}</div>
      {load.value.items.length ? <ul className="changes">{grouped(load.value.items).slice(0, 10).map(({ first, count }) => <li key={first.seq}><AuditLine entry={first} count={count} /></li>)}</ul> : <p className="second">{t.noChanges}</p>}
    </section>
  )
}
