import { useText } from '../language.tsx'
import { Link } from '../router.tsx'
import { Accounts } from './Accounts.tsx'
import { Audit } from './Audit.tsx'
import { text } from './text.ts'
import './system.css'

/** Accounts and the audit log. */
export function System({ values }: { values: Record<string, string> }) {
  const t = useText(text)
  const part = values['part'] === 'audit' ? 'audit' : 'accounts'
  return (
    <main id="main" className="page">
      <h1>{t.title}</h1>
      <nav className="tabs" aria-label={t.title}>
        <Link to="/system/accounts" {...(part === 'accounts' ? { 'aria-current': 'page' as const } : {})}>{t.accounts}</Link>
        <Link to="/system/audit" {...(part === 'audit' ? { 'aria-current': 'page' as const } : {})}>{t.audit}</Link>
      </nav>
      {part === 'audit' ? <Audit /> : <Accounts />}
    </main>
  )
}
