import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api, type User } from '../api.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { Scroll } from '../Scroll.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { AccountForm } from './AccountForm.tsx'
import { text } from './text.ts'

/** Every account: create, change role and unit, reset the password, disable. */
export function Accounts() {
  const t = useText(text)
  const s = useText(site)
  const { message, modal } = App.useApp()
  const load = useLoad(async () => {
    const [users, cycles] = await Promise.all([api.users(), api.cycles()])
    const units = new Map(cycles.items.flatMap(({ cycle }) => cycle.units.map(({ id, title }) => [id, title] as const)))
    return { users: users.items, units }
  }, [])
  const [find, setFind] = useState('')
  const [form, setForm] = useState<{ user?: User; reset?: boolean }>()
  const failed = (error: unknown) => { void message.error(wordsOfError(error, s)) }
  const toggle = (user: User) => {
    const change = () => api.changeUser(user.id, { disabled: !user.disabled }).then(() => { void message.success(t.changed); load.reload() }, failed)
    if (user.disabled) void change()
    else modal.confirm({ title: t.disableAsk(user.title), content: t.disableWords, okText: t.disable, okButtonProps: { danger: true }, cancelText: t.cancel, onOk: change })
  }
  return (
    <Loaded of={load}>
      {({ users, units }) => {
        const shown = users.filter((user) => `${user.name} ${user.title} ${unitOf(user, units)}`.toLowerCase().includes(find.trim().toLowerCase()))
        return (
          <>
            <div className="row wrap" style={{ marginBottom: 8 }}>
              <Input.Search allowClear size="small" placeholder={t.search} aria-label={t.search} style={{ width: 260 }} value={find} onChange={(event) => setFind(event.target.value)} />
              <span className="grow" /><Button type="primary" icon={<Icon name="plus" />} onClick={() => setForm({})}>{t.create}</Button>
            </div>
            <Scroll label={t.accounts}>
              <table className="table middle">
                <thead><tr><th>{t.name}</th><th>{t.displayName}</th><th>{t.role}</th><th>{t.unit}</th><th>{t.state}</th><th><span className="sr">{t.edit}</span></th></tr></thead>
                <tbody>
                  {shown.map((user) => (
                    <tr key={user.id}>
                      <th scope="row" className="mono">{user.name}</th><td>{user.title}</td><td>{s.roles[user.role]}</td><td>{unitOf(user, units) || t.noUnit}</td>
                      <td>{user.disabled ? <span className="tag tag-warn">{t.disabled}</span> : <span className="second">{t.active}</span>}{user.demo ? <> <span className="tag tag-synthetic">{t.demo}</span></> : null}</td>
                      <td className="num">
                        <Button size="small" type="text" onClick={() => setForm({ user })}>{t.edit}</Button>
                        <Button size="small" type="text" onClick={() => setForm({ user, reset: true })}>{t.resetPassword}</Button>
                        <Button size="small" type="text" danger={!user.disabled} onClick={() => toggle(user)}>{user.disabled ? t.enable : t.disable}</Button>
                      </td>
                    </tr>
                  ))}
                  {shown.length ? null : <tr><td colSpan={6} className="third">{t.noneFound}</td></tr>}
                </tbody>
              </table>
            </Scroll>
            {form ? <AccountForm {...form} units={units} onClose={() => setForm(undefined)} onDone={() => { setForm(undefined); load.reload() }} /> : null}
          </>
        )
      }}
    </Loaded>
  )
}

function unitOf(user: User, units: ReadonlyMap<string, string>): string {
  return user.unit ? (units.get(user.unit) ?? user.unit) : ''
}
