import type { Answer } from '../../schemas/index.ts'
import type { AnswerChange, SaveResult } from '../types.ts'
import type { Queue } from './queue.ts'

/** What the save light shows. */
export interface SaveState {
  kind: 'idle' | 'waiting' | 'saving' | 'saved' | 'offline' | 'retrying' | 'signIn' | 'none'
  /** Changes not yet acknowledged. */
  pending: number
  /** When the last save was acknowledged. */
  at?: Date
  /** Seconds until the next try. */
  retryIn?: number
}

export interface SaverHost {
  send: ((changes: AnswerChange[]) => Promise<SaveResult>) | undefined
  queue: Queue
  /** A save was acknowledged: the answers now stored, and whether a newer change of each waits. */
  onStored(answers: Record<string, Answer>, newer: (id: string) => boolean): void
  onConflict(id: string, mine: AnswerChange, current: Answer): void
  /** The server refused these for what they are. */
  onRefused(changes: AnswerChange[], why: string): void
  onState(state: SaveState): void
  online?: () => boolean
  delay?: number
  /** Base of the back-off in milliseconds. */
  backOff?: number
}

export interface Saver {
  /** Listen to the network and the page; after `dispose` it may be started again. */
  start(): void
  add(change: AnswerChange): void
  /** Send what waits without the debounce; resolves when that attempt is over. */
  flush(): Promise<void>
  /** Take up changes kept from an earlier visit. */
  resume(): Promise<AnswerChange[]>
  waiting(id: string): boolean
  /** Let go of a kept change: the other value was chosen. */
  forget(id: string): void
  state(): SaveState
  setSend(send: SaverHost['send']): void
  dispose(): void
}

/** Saves in the background: debounced, one request at a time, kept on the device until acknowledged, retried with back-off. */
export function saver(host: SaverHost): Saver {
  const { queue, online = () => typeof navigator === 'undefined' || navigator.onLine, delay = 800, backOff = 1000 } = host
  let send = host.send
  const pending = new Map<string, AnswerChange>()
  let inFlight: Map<string, AnswerChange> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let current: SaveState = { kind: send ? 'idle' : 'none', pending: 0 }
  let running: Promise<void> | undefined
  let keeping: Promise<unknown> = Promise.resolve()
  let disposed = false

  const count = (): number => new Set([...pending.keys(), ...(inFlight?.keys() ?? [])]).size
  const show = (kind: SaveState['kind'], more: Partial<SaveState> = {}): void => {
    const { retryIn: _, ...rest } = current
    const before = current
    current = { ...rest, ...more, kind: send ? kind : 'none', pending: count() }
    const same = before.kind === current.kind && before.pending === current.pending && before.at === current.at && before.retryIn === current.retryIn
    if (!disposed && !same) host.onState(current)
  }
  const keep = (act: () => Promise<unknown>): void => {
    keeping = keeping.then(act).catch(() => undefined)
  }
  const schedule = (after: number): void => {
    clearTimeout(timer)
    if (!disposed) timer = setTimeout(() => void flush(), after)
  }

  function add(change: AnswerChange): void {
    pending.set(change.id, change)
    if (!send) return show('none')
    keep(() => queue.put([change]))
    if (current.kind === 'signIn') return show('signIn')
    if (!online()) return show('offline')
    if (current.kind === 'retrying') return show('retrying', current.retryIn === undefined ? {} : { retryIn: current.retryIn })
    show(inFlight ? 'saving' : 'waiting')
    schedule(delay)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  async function attempt(): Promise<void> {
    if (!send || !pending.size) return
    if (!online()) return show('offline')
    const batch = new Map(pending)
    pending.clear()
    inFlight = batch
    show('saving')
    try {
      settle(batch, await send([...batch.values()]))
    } catch (error) {
      inFlight = undefined
      for (const [id, change] of batch) if (!pending.has(id)) pending.set(id, change)
      await failed(batch, error)
      return
    }
    failures = 0
    inFlight = undefined
    show(pending.size ? 'waiting' : 'saved', { at: new Date() })
    if (pending.size) schedule(delay)
  }

  function settle(batch: ReadonlyMap<string, AnswerChange>, result: SaveResult): void {
    const done: string[] = []
    for (const id of batch.keys()) {
      const stored = result.answers[id]
      const newer = pending.get(id)
      if (stored && newer) {
        const moved = { ...newer, base: stored.revision }
        pending.set(id, moved)
        keep(() => queue.put([moved]))
      } else done.push(id)
    }
    // A change in conflict stays on the device until somebody has chosen.
    const open = new Set(result.conflicts.map(({ id }) => id))
    keep(() => queue.remove(done.filter((id) => !pending.has(id) && !open.has(id))))
    host.onStored(result.answers, (id) => pending.has(id))
    for (const { id, current: theirs } of result.conflicts) {
      const mine = pending.get(id) ?? batch.get(id)
      pending.delete(id)
      if (mine) host.onConflict(id, mine, theirs)
    }
  }

  async function failed(batch: ReadonlyMap<string, AnswerChange>, error: unknown): Promise<void> {
    const { status, message } = (error ?? {}) as { status?: number; message?: string }
    if (status === 401) return show('signIn')
    if (status !== undefined && status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)) return refuse(batch, message ?? String(status))
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
        if (pending.get(id) === change) pending.delete(id)
        try {
          settle(new Map([[id, change]]), await send([change]))
        } catch (error) {
          if (!pending.has(id)) pending.set(id, change)
          const { status, message } = (error ?? {}) as { status?: number; message?: string }
          if (status === undefined || status < 400 || status >= 500 || status === 401 || status === 429) return failed(new Map([[id, change]]), error)
          giveUp(id, change, message ?? String(status))
        }
      }
    } else for (const [id, change] of batch) giveUp(id, change, why)
    show(pending.size ? 'waiting' : 'saved')
    if (pending.size) schedule(delay)
  }

  function giveUp(id: string, change: AnswerChange, why: string): void {
    if (pending.get(id) === change) pending.delete(id)
    host.onRefused([change], why)
  }

  const back = (): void => void flush()
  const gone = (): void => show('offline')
  const hidden = (): void => {
    if (document.visibilityState === 'hidden' && pending.size && current.kind === 'waiting') void flush()
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
    async resume() {
      const kept = await queue.load().catch(() => [])
      for (const change of kept) if (!pending.has(change.id)) pending.set(change.id, change)
      if (kept.length && send) {
        show(online() ? 'waiting' : 'offline')
        if (online()) schedule(0)
      }
      return kept
    },
    waiting: (id) => pending.has(id) || (inFlight?.has(id) ?? false),
    forget: (id) => keep(() => (pending.has(id) ? Promise.resolve() : queue.remove([id]))),
    state: () => current,
    setSend(next) {
      const first = !send && next
      send = next
      if (first) show(pending.size ? 'waiting' : 'idle')
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
