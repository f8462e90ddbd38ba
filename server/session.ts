import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { User } from './roles.ts'
import type { Store } from './store/port.ts'
import { sha256 } from './store/seal.ts'

const life = 12 * 60 * 60 * 1000

/** The `__Host-` prefix binds the cookie to this very host; browsers accept it only over https. */
const cookieName = (request: Request): string => (request.secure ? '__Host-yardstick' : 'yardstick')

/** A new session under a new id; only the SHA-256 of the id is kept. */
export async function signIn(store: Store, request: Request, response: Response, name: string): Promise<void> {
  await signOut(store, request, response)
  const id = randomBytes(32).toString('base64url')
  await store.openSession(sha256(id), { user: name, expires: Date.now() + life })
  response.cookie(cookieName(request), id, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/', maxAge: life })
}

export async function signOut(store: Store, request: Request, response: Response): Promise<void> {
  const key = sessionKey(request)
  if (key) await store.closeSession(key)
  response.clearCookie(cookieName(request), { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' })
}

/** What the store knows the session of a request by. */
export function sessionKey(request: Request): string | undefined {
  const id = sessionId(request)
  return id && sha256(id)
}

/** The account behind the cookie, as it is now: a changed role or a disabled account counts at once. */
export async function whoIs(store: Store, request: Request): Promise<User | undefined> {
  const key = sessionKey(request)
  const session = key ? await store.session(key) : undefined
  const head = session && (await store.get<User>('user', session.user, 'all'))
  return head && !head.document.disabled ? head.document : undefined
}

function sessionId(request: Request): string | undefined {
  const wanted = `${cookieName(request)}=`
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(wanted))
  const id = found?.slice(wanted.length)
  return id && /^[\w-]{43}$/.test(id) ? id : undefined
}
