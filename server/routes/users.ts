import { addUser } from '../accounts.ts'
import { Refusal } from '../errors.ts'
import { hashPassword } from '../password.ts'
import type { CycleRecord } from '../records.ts'
import { admins, isDistrict, type Role, type User } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import type { Actor, Store } from '../store/port.ts'

interface NewUser { name: string; title: string; role: Role; unit?: string; password: string }
type Change = Partial<Omit<NewUser, 'name'>> & { disabled?: boolean }

export const userRoutes: Route[] = [
  route({
    method: 'GET', path: '/users', summary: '账号', roles: admins, answer: answers.users,
    handle: async ({ store }: Call) => ({ items: (await store.all<User>('user', 'all')).map(({ document }) => shown(document)).sort((a, b) => a.name.localeCompare(b.name)) }),
  }),
  route<NewUser>({
    method: 'POST', path: '/users', summary: '新建账号', roles: admins, body: requests.newUser, answer: answers.user, status: 201,
    async handle({ store, body, by, at }) {
      const name = body.name.toLowerCase()
      const place = await placeOf(store, body.role, body.unit)
      const user: User = { name, title: body.title, role: body.role, ...place, password: await hashPassword(body.password), disabled: false, demo: false, createdAt: at.toISOString() }
      if (!(await withOwnLook(store, name, () => addUser(store, user, by, at.toISOString())))) throw new Refusal('ALREADY_EXISTS', { place: '/name', id: name })
      return shown(user)
    },
  }),
  route<Change>({
    method: 'PATCH', path: '/users/:name', summary: '更改账号', roles: admins, body: requests.changeUser, answer: answers.user,
    async handle({ store, params, body, by, at }) {
      const name = params['name'] ?? ''
      const before = await store.get<User>('user', name, 'all')
      if (!before) throw new Refusal('NOT_FOUND')
      const role = body.role ?? before.document.role
      if (role !== 'city-admin' || body.disabled) await demandAnotherAdmin(store, name)
      const place = await placeOf(store, role, body.unit ?? before.document.unit)
      const password = body.password === undefined ? undefined : await hashPassword(body.password)
      const user = await store.change<User, User>({ kind: 'user', id: name, scope: 'all' }, (head) => {
        if (!head || head.revision !== before.revision) throw new Refusal('REVISION_CONFLICT')
        const { unit: _, unitTitle: __, ...kept } = head.document
        const document: User = { ...kept, ...(body.title === undefined ? {} : { title: body.title }), role, ...place, ...(password ? { password, demo: false } : {}), disabled: body.disabled ?? head.document.disabled }
        const { password: ___, ...changed } = body
        return { result: document, next: { document, state: document.disabled ? 'disabled' : 'active', by, at: at.toISOString(), action: 'user.changed', detail: { label: `${document.title} ${name}`, ...changed, ...(password ? { password: 'changed' } : {}) } } }
      })
      if (isAdmin(before.document) && !isAdmin(user) && !(await adminsOf(store)).length) {
        await restore(store, before.document, by, at.toISOString())
        throw new Refusal('LAST_ADMIN')
      }
      await store.closeSessionsOf(name)
      return shown(user)
    },
  }),
]

const isAdmin = ({ role, disabled }: User): boolean => role === 'city-admin' && !disabled
const adminsOf = async (store: Store): Promise<User[]> => (await store.all<User>('user', 'all')).map(({ document }) => document).filter(isAdmin)

/** Somebody must be left who can give others their accounts. */
async function demandAnotherAdmin(store: Store, name: string): Promise<void> {
  const [admin, another] = await adminsOf(store)
  if (admin?.name === name && !another) throw new Refusal('LAST_ADMIN')
}

/** Two administrators who dismiss each other at once both find another left before, and none after: each is put back. */
async function restore(store: Store, user: User, by: Actor, at: string): Promise<void> {
  await store.change<User, undefined>({ kind: 'user', id: user.name, scope: 'all' }, () => (
    { result: undefined, next: { document: user, state: 'active', by, at, action: 'user.changed', detail: { label: `${user.title} ${user.name}`, role: user.role, disabled: false } } }
  ))
}

/** A name as it looks at a glance: 0 and o, 1, i and l, rn and m, vv and w, and the signs between are taken for one another. */
const lookOf = (name: string): string => name.replaceAll('0', 'o').replaceAll(/[1il]/g, 'l').replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll(/[._-]+/g, '-')

/** Nobody's name looks like somebody else's. The look is held while the account is made: of two that look alike and come at once, one is refused. */
async function withOwnLook(store: Store, name: string, make: () => Promise<boolean>): Promise<boolean> {
  const look = lookOf(name)
  const held = `look ${look}`
  if ((await store.hit(held, 10_000)).count > 1) throw new Refusal('NAME_TOO_ALIKE', { place: '/name', id: name })
  try {
    const other = (await store.all<User>('user', 'all')).find(({ document }) => document.name !== name && lookOf(document.name) === look)
    if (other) throw new Refusal('NAME_TOO_ALIKE', { place: '/name', id: other.document.name })
    return await make()
  } finally {
    await store.forgive(held)
  }
}

/** A district role has a unit that takes part in some cycle; others have none. */
async function placeOf(store: Store, role: Role, unit: string | undefined): Promise<Pick<User, 'unit' | 'unitTitle'>> {
  if (!isDistrict(role)) return {}
  const cycles = await store.all<CycleRecord>('cycle', 'all')
  const found = cycles.flatMap(({ document }) => document.cycle.units).find(({ id }) => id === unit)
  if (!found) throw new Refusal('UNKNOWN_UNIT', { place: '/unit', unit: unit ?? '' })
  return { unit: found.id, unitTitle: found.title }
}

function shown({ name, title, role, unit, disabled, demo, createdAt }: User) {
  return { id: name, name, title, role, ...(unit === undefined ? {} : { unit }), disabled, demo, createdAt }
}
