import type { AnswerChange, SaveResult } from '../types.ts'
import type { SaverHost } from './saving.ts'
import { lacksReason } from './stance.ts'

/** The changes not yet acknowledged: what waits, what is on its way, and the same kept on the device. */
export interface Outbox {
  add(change: AnswerChange): void
  /** Changes not yet acknowledged. */
  count(): number
  /** Changes that may be sent now. */
  ready(): number
  /** What may be sent, now on its way. */
  take(): Map<string, AnswerChange>
  /** This change is on its way alone. */
  takeOne(change: AnswerChange): void
  /** The send failed: what is not newer meanwhile waits again. */
  giveBack(batch: ReadonlyMap<string, AnswerChange>): void
  /** The send was answered: stored, moved to the new revision, or in conflict. */
  settle(batch: ReadonlyMap<string, AnswerChange>, result: SaveResult): void
  refuse(change: AnswerChange, why: string): void
  sending(): boolean
  waiting(id: string): boolean
  forget(id: string): void
  load(may: (change: AnswerChange) => boolean): Promise<AnswerChange[]>
}

export function outbox(host: Pick<SaverHost, 'queue' | 'onStored' | 'onConflict' | 'onRefused'>): Outbox {
  const { queue } = host
  const pending = new Map<string, AnswerChange>()
  let inFlight: ReadonlyMap<string, AnswerChange> | undefined
  let keeping: Promise<unknown> = Promise.resolve()
  const keep = (act: () => Promise<unknown>): void => {
    keeping = keeping.then(act).catch(() => undefined)
  }
  // A correction or dispute is not sent before its reason: nobody accepts it without, and the person has only begun.
  const readyOf = (): [string, AnswerChange][] => [...pending].filter(([, change]) => !lacksReason(change))

  return {
    add(change) {
      pending.set(change.id, change)
      keep(() => queue.put([change]))
    },
    count: () => new Set([...pending.keys(), ...(inFlight?.keys() ?? [])]).size,
    ready: () => readyOf().length,
    take() {
      const batch = new Map(readyOf())
      for (const id of batch.keys()) pending.delete(id)
      inFlight = batch
      return batch
    },
    takeOne(change) {
      if (pending.get(change.id) === change) pending.delete(change.id)
    },
    giveBack(batch) {
      inFlight = undefined
      for (const [id, change] of batch) if (!pending.has(id)) pending.set(id, change)
    },
    settle(batch, result) {
      inFlight = undefined
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
      host.onStored(result.answers, (id) => pending.has(id), result.revision)
      for (const { id, current: theirs } of result.conflicts) {
        const mine = pending.get(id) ?? batch.get(id)
        pending.delete(id)
        if (mine) host.onConflict(id, mine, theirs)
      }
    },
    refuse(change, why) {
      if (pending.get(change.id) === change) pending.delete(change.id)
      host.onRefused([change], why)
    },
    sending: () => inFlight !== undefined,
    waiting: (id) => pending.has(id) || (inFlight?.has(id) ?? false),
    forget: (id) => keep(() => (pending.has(id) ? Promise.resolve() : queue.remove([id]))),
    async load(may) {
      const kept = (await queue.load().catch(() => [])).filter(may)
      for (const change of kept) if (!pending.has(change.id)) pending.set(change.id, change)
      return kept
    },
  }
}
