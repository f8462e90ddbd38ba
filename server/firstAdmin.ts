import { randomBytes } from 'node:crypto'
import type { Store } from './store/port.ts'
import { sha256 } from './store/seal.ts'

const holder = '*first-administrator'
const day = 24 * 60 * 60 * 1000

/** A link that lets whoever started an empty server make the first administrator; kept like a session, as its SHA-256. */
export async function firstAdminLink(store: Store, address: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await store.closeSessionsOf(holder)
  await store.openSession(sha256(token), { user: holder, expires: Date.now() + day })
  return `${address}/first-admin/${token}`
}

export async function isFirstAdminToken(store: Store, token: string): Promise<boolean> {
  return (await store.session(sha256(token)))?.user === holder && (await store.list('user', 'all')).length === 0
}

export const spendFirstAdminToken = (store: Store): Promise<void> => store.closeSessionsOf(holder)
