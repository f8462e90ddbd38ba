import type { Store } from './store/port.ts'
import { verify } from './store/verify.ts'

const day = 24 * 60 * 60 * 1000

/** Holds the whole store against its log once a day and raises the alarm where something was changed behind its back. */
export function watchStore(store: Pick<Store, 'chains'>, log: (line: Record<string, unknown>) => void, every = day): NodeJS.Timeout {
  const look = () => {
    verify(store).then(
      ({ ok, broken }) => { if (!ok) log({ level: 'alarm', code: 'AUDIT_BROKEN', broken: broken.slice(0, 10) }) },
      (error: unknown) => log({ level: 'alarm', code: 'AUDIT_UNREADABLE', error: String(error) }),
    )
  }
  return setInterval(look, every).unref()
}
