import { Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { api, type Me } from './api.ts'
import { useText } from './language.tsx'
import { text, wordsOfError } from './text.ts'

/** Over the page that lost its session: the same person signs in again and everything goes on. */
export function SignInAgain({ me, onDone, onLeave }: { me: Me; onDone: () => void; onLeave: () => void }) {
  const t = useText(text)
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!password) return setProblem(t.passwordPlease)
    setBusy(true)
    api.signIn(me.name, password).then(
      (next) => (next.id === me.id ? onDone() : setProblem(t.otherAccountWords)),
      (error: unknown) => setProblem(wordsOfError(error, t)),
    ).finally(() => setBusy(false)).catch(() => undefined)
  }
  return (
    <Modal open title={t.again} footer={null} closable={false} keyboard={false} mask={{ closable: false }} width={480}>
      <p className="second">{t.againWords}</p>
      <form onSubmit={submit} noValidate>
        <div className="row" style={{ marginTop: 12 }}>
          <Input readOnly value={me.title === me.name ? me.name : `${me.title} · ${me.name}`} autoComplete="username" aria-label={t.name} variant="filled" />
          <Input.Password autoFocus value={password} onChange={(event) => setPassword(event.target.value)} placeholder={t.password} aria-label={t.password} autoComplete="current-password" {...(problem ? { status: 'error' as const } : {})} />
          <Button type="primary" htmlType="submit" loading={busy}>{t.goOn}</Button>
        </div>
        {problem ? <p className="sign-error" role="alert">{problem}</p> : null}
        <p style={{ marginTop: 12 }}><Button type="link" size="small" onClick={onLeave} style={{ padding: 0 }}>{t.otherAccount}</Button></p>
      </form>
    </Modal>
  )
}
