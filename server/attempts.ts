import type { Request } from 'express'
import { Refusal } from './errors.ts'
import type { Store } from './store/port.ts'

const window = 15 * 60 * 1000
const perAccount = 10
const perAddress = 200

/** Counts one more attempt at a password, per account and address, and refuses when there were too many. Returns what to do when it was right. */
export async function countAttempt(store: Store, request: Request, name: string): Promise<() => Promise<void>> {
  const address = `login ${request.ip ?? ''}`
  const account = `${address} ${name}`
  const hits = await Promise.all([store.hit(account, window), store.hit(address, window)])
  for (const [index, { count, until }] of hits.entries()) {
    if (count > (index === 0 ? perAccount : perAddress)) throw new Refusal('TOO_MANY_ATTEMPTS', undefined, retryAfter(until))
  }
  return () => store.forgive(account)
}

export const retryAfter = (until: number): Record<string, string> => ({ 'retry-after': String(Math.max(1, Math.ceil((until - Date.now()) / 1000))) })
