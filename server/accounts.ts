import type { User } from './roles.ts'
import type { Actor, Store } from './store/port.ts'

/** Adds an account; false if the name is taken. */
export function addUser(store: Store, user: User, by: Actor, at: string): Promise<boolean> {
  return store.change<User, boolean>({ kind: 'user', id: user.name, scope: 'all' }, (head) => {
    if (head) return { result: false }
    return { result: true, next: { document: user, state: 'active', by, at, action: 'user.created', detail: { label: `${user.title} ${user.name}`, role: user.role, ...(user.unit === undefined ? {} : { unit: user.unit }) } } }
  })
}
