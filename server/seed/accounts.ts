import type { Unit } from '../../schemas/index.ts'
import { addUser } from '../accounts.ts'
import { hashPassword } from '../password.ts'
import type { Role, User } from '../roles.ts'
import type { Actor, Store } from '../store/port.ts'

export interface DemoAccount { name: string; title: string; role: Role; unit?: string; unitTitle?: string }
export interface DemoHint { password: string; accounts: { name: string; title: string; role: Role }[] }
export const demoPassword = 'yardstick-demo'

/** Accounts to try every role with; they all have the one password printed at the start. */
export function demoAccounts(units: readonly Unit[]): DemoAccount[] {
  return [
    { name: 'admin', title: '示例管理员', role: 'city-admin' },
    { name: 'editor', title: '示例编辑', role: 'city-editor' },
    { name: 'expert', title: '示例专家', role: 'expert' },
    { name: 'viewer', title: '示例查阅', role: 'viewer' },
    ...units.flatMap(({ id, title }) => [
      { name: `${id}-filler`, title: `${title}填报员`, role: 'district-filler' as const, unit: id, unitTitle: title },
      { name: `${id}-submitter`, title: `${title}提交人`, role: 'district-submitter' as const, unit: id, unitTitle: title },
    ]),
  ]
}

/** The administrator last: with that account there, all are. */
export async function addDemoAccounts(store: Store, accounts: readonly DemoAccount[], by: Actor, at: string): Promise<void> {
  const password = await hashPassword(demoPassword)
  const add = (account: DemoAccount) => addUser(store, { ...account, password, disabled: false, demo: true, createdAt: at }, by, at)
  const isAdmin = ({ role }: DemoAccount) => role === 'city-admin'
  await Promise.all(accounts.filter((account) => !isAdmin(account)).map(add))
  await Promise.all(accounts.filter(isAdmin).map(add))
}

/** What to offer while demo accounts exist: the office's, and those of a unit that is filling in its form. */
export async function demoHint(store: Store): Promise<DemoHint | undefined> {
  const accounts = (await store.all<User>('user', 'all')).map(({ document }) => document).filter(({ demo, disabled }) => demo && !disabled)
  if (!accounts.length) return undefined
  const units = accounts.flatMap(({ unit }) => unit ?? [])
  const filling = (await store.list('submission', 'all')).filter(({ state, summary }) => state === 'draft' && Number(summary['done']) > 0).sort((a, b) => Number(b.summary['done']) - Number(a.summary['done']))
  const shown = filling.find(({ unit }) => units.includes(unit ?? ''))?.unit ?? units[0]
  return { password: demoPassword, accounts: accounts.filter(({ unit }) => unit === undefined || unit === shown).map(({ name, title, role }) => ({ name, title, role })) }
}
