import type { AnswerChange } from '../types.ts'
import { outbox } from './outbox.ts'
import type { Saver, SaverHost, SaveState } from './saving.ts'

/** Saves in the background: debounced, one request at a time, kept on the device until acknowledged, retried with back-off. */
export function saver(host: SaverHost): Saver {
  const { online = () => typeof navigator === 'undefined' || navigator.onLine, delay = 800, backOff = 1000 } = host
  let send = host.send
  const box = outbox(host)
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let current: SaveState = { kind: send ? 'idle' : 'none', pending: 0 }
  let running: Promise<void> | undefined
  let disposed = false

  const show = (kind: SaveState['kind'], more: Partial<SaveState> = {}): void => {
    const { retryIn: _, ...rest } = current
    const before = current
    current = { ...rest, ...more, kind: send ? kind : 'none', pending: box.count() }
    const same = before.kind === current.kind && before.pending === current.pending && before.at === current.at && before.retryIn === current.retryIn
    if (!disposed && !same) host.onState(current)
  }
  const schedule = (after: number): void => {
    clearTimeout(timer)
    if (!disposed) timer = setTimeout(() => void flush(), after)
  }
  /** What is left to say when nothing is on its way. */
  const rest = (otherwise: 'saved' | 'idle', more: Partial<SaveState> = {}): void => {
    const ready = box.ready()
    show(ready ? 'waiting' : box.count() ? 'held' : otherwise, more)
    if (ready) schedule(delay)
  }

  function add(change: AnswerChange): void {
    box.add(change)
    if (!send) return show('none')
    if (current.kind === 'signIn') return show('signIn')
    if (!online()) return show('offline')
    if (current.kind === 'retrying') return show('retrying', current.retryIn === undefined ? {} : { retryIn: current.retryIn })
    if (box.sending()) {
      show('saving')
      schedule(delay)
    } else rest('saved')
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  async function attempt(): Promise<void> {
    if (!send) return
    if (!box.ready()) {
      if (current.kind === 'offline' && online()) rest('saved')
      return
    }
    if (!online()) return show('offline')
    const batch = box.take()
    show('saving')
    try {
      box.settle(batch, await send([...batch.values()]))
    } catch (error) {
      box.giveBack(batch)
      return failed(batch, error)
    }
    failures = 0
    rest('saved', { at: new Date() })
  }

  async function failed(batch: ReadonlyMap<string, AnswerChange>, error: unknown): Promise<void> {
    const { status, message } = faultOf(error)
    if (status === 401) return show('signIn')
    if (isFinal(status)) return refuse(batch, message)
    failures += 1
    if (!online()) return show('offline')
    const wait = Math.min(backOff * 2 ** (failures - 1), 30 * backOff)
    show('retrying', { retryIn: Math.ceil(wait / 1000) })
    schedule(wait)
  }

  /** One bad value must not hold back the others: they are sent one by one, and only what is refused alone is given up. */
  async function refuse(batch: ReadonlyMap<string, AnswerChange>, why: string): Promise<void> {
    if (batch.size > 1 && send) {
      for (const [id, change] of batch) {
        const one = new Map([[id, change]])
        box.takeOne(change)
        try {
          box.settle(one, await send([change]))
        } catch (error) {
          box.giveBack(one)
          const { status, message } = faultOf(error)
          if (status === 401 || !isFinal(status)) return failed(one, error)
          box.refuse(change, message)
        }
      }
    } else for (const change of batch.values()) box.refuse(change, why)
    rest('saved')
  }

  const back = (): void => void flush()
  const gone = (): void => show('offline')
  const hidden = (): void => {
    if (document.visibilityState === 'hidden' && current.kind === 'waiting') void flush()
  }
  return {
    add, flush,
    start() {
      disposed = false
      if (typeof window === 'undefined') return
      window.addEventListener('online', back)
      window.addEventListener('offline', gone)
      document.addEventListener('visibilitychange', hidden)
    },
    async resume(may = () => true) {
      const kept = await box.load(may)
      if (kept.length && send) {
        if (!online()) show('offline')
        else {
          rest('idle')
          schedule(0)
        }
      }
      return kept
    },
    waiting: (id) => box.waiting(id),
    kept: () => host.queue.load().catch(() => []),
    forget: (id) => box.forget(id),
    state: () => current,
    setSend(next) {
      const first = !send && next
      send = next
      if (first) show(box.ready() ? 'waiting' : 'idle')
    },
    dispose() {
      disposed = true
      clearTimeout(timer)
      if (typeof window === 'undefined') return
      window.removeEventListener('online', back)
      window.removeEventListener('offline', gone)
      document.removeEventListener('visibilitychange', hidden)
    },
  }
}

/** Whether trying again cannot help. A value somebody else changed is no error: it comes in the answer of a save. */
const isFinal = (status: number | undefined): boolean => status !== undefined && status >= 400 && status < 500 && ![408, 425, 426, 429].includes(status)

function faultOf(error: unknown): { status: number | undefined; message: string } {
  const { status, message } = (error ?? {}) as { status?: number; message?: string }
  return { status, message: message ?? String(status) }
}
