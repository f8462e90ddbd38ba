import { Button, Input } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { api, type Me, type Role } from './api.ts'
import { Icon, Mark } from './Icon.tsx'
import { useLanguage, useText } from './language.tsx'
import { text, wordsOfError } from './text.ts'

interface Health { demo?: { password: string; accounts: { name: string; title: string; role: Role }[] } }

const order: Role[] = ['city-admin', 'city-editor', 'expert', 'viewer', 'district-filler', 'district-submitter']

/** Name and password, errors in place; the demonstration's accounts when the server offers them. */
export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useText(text)
  const { locale, choose } = useLanguage()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<{ field: 'name' | 'password'; words: string }>()
  const [busy, setBusy] = useState(false)
  const [health, setHealth] = useState<Health>({})

  useEffect(() => {
    document.title = `${t.signIn} · ${t.product}`
    fetch('/healthz').then((answer) => answer.json() as Promise<Health>).then(setHealth, () => undefined)
  }, [t])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return setProblem({ field: 'name', words: t.namePlease })
    if (!password) return setProblem({ field: 'password', words: t.passwordPlease })
    setBusy(true)
    api.signIn(name.trim(), password).then(onSignedIn, (error: unknown) => {
      setProblem({ field: 'password', words: wordsOfError(error, t) })
      setBusy(false)
    })
  }
  const wrong = (field: 'name' | 'password') => (problem?.field === field ? { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': 'sign-problem' } : {})
  const words = problem ? <p className="sign-error" id="sign-problem" role="alert"><Icon name="alert" className="icon-12" />{problem.words}</p> : null

  return (
    <div className="sign">
      <Ruler />
      <main id="main" className="sign-main">
        <p className="brand"><Mark />{t.product}</p>
        <h1>{t.title}</h1>
        <p className="second">{t.audience}</p>
        <form onSubmit={submit} noValidate>
          <label htmlFor="sign-name">{t.name}</label>
          <Input id="sign-name" size="large" autoComplete="username" autoFocus value={name} onChange={(event) => setName(event.target.value)} {...wrong('name')} />
          {problem?.field === 'name' ? words : null}
          <label htmlFor="sign-password">{t.password}</label>
          <Input.Password id="sign-password" size="large" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} {...wrong('password')} />
          {problem?.field === 'password' ? words : null}
          <Button type="primary" size="large" htmlType="submit" loading={busy}>{t.signIn}</Button>
          <p className="medium second">{t.forgotten}</p>
        </form>
      </main>
      <aside className="sign-notes" aria-label={t.demoAccounts}>
        {health.demo ? <>
          <h2>{t.demoAccounts}</h2>
          <p className="second medium">{t.demoWords} {t.demoPassword} <span className="mono">{health.demo.password}</span></p>
          <ul>{health.demo.accounts.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role)).map((account) => (
            <li key={account.name}>
              <button type="button" className="plain" onClick={() => { setName(account.name); setPassword(health.demo?.password ?? ''); setProblem(undefined) }}>
                <b>{account.title}</b><span className="mono second">{account.name}</span>
                <span className="third small">{t.roles[account.role]}</span>
              </button>
            </li>
          ))}</ul>
        </> : null}
        <p className="row small third" style={{ marginTop: 24 }}>
          <button type="button" className="plain is-accent" onClick={() => choose(locale === 'zh' ? 'en' : 'zh')}>{t.otherLanguage}</button>
          {health.demo ? <span className="tag tag-synthetic">{t.synthetic}</span> : null}
        </p>
      </aside>
    </div>
  )
}

/** The scale at the left edge: decoration. */
function Ruler() {
  const ticks = Array.from({ length: 121 }, (_, index) => ({ y: 8 + index * 8, long: index % 10 === 0 ? 44 : index % 5 === 0 ? 28 : 16, label: index % 10 === 0 ? String(index) : '' }))
  return (
    <div className="sign-ruler" aria-hidden="true">
      <svg viewBox="0 0 120 976" preserveAspectRatio="xMinYMin slice">
        {ticks.map(({ y, long, label }) => <g key={y}><path d={`M0 ${y}h${long}`} />{label ? <text x={56} y={y + 4}>{label}</text> : null}</g>)}
      </svg>
    </div>
  )
}
