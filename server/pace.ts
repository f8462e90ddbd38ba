import { retryAfter } from './attempts.ts'
import { Refusal } from './errors.ts'
import type { Store } from './store/port.ts'

const minute = 60_000
/** So many writes are counted here before the store hears of them: all processes share the count, and hardly any write pays for it. */
const portion = 20

interface Count { own: number; until: number; over: boolean }

/** Refuses a session that writes faster than anybody works, until its minute is over. */
export function paceOf(store: Store, perMinute: number): (session: string) => Promise<void> {
  const counts = new Map<string, Count>()
  const step = Math.min(portion, perMinute)
  return async (session) => {
    const now = Date.now()
    let count = counts.get(session)
    if (!count || count.until <= now) {
      for (const [key, { until }] of counts) if (until <= now) counts.delete(key)
      counts.set(session, count = { own: 0, until: now + minute, over: false })
    }
    if (!count.over && ++count.own % step === 0) {
      const shared = await store.hit(`writes ${session}`, minute, step)
      count.until = shared.until
      count.over = shared.count > perMinute
    }
    if (count.over) throw new Refusal('TOO_MANY_WRITES', { perMinute }, retryAfter(count.until))
  }
}
