import { Refusal } from '../errors.ts'
import type { CycleRecord } from '../records.ts'
import type { Actor, Store } from '../store/port.ts'

/** No more writing in this cycle, by anyone. */
export const closeCycle = (store: Store, id: string, by: Actor, at: string): Promise<void> => set(store, id, 'closed', 'cycle.closed', by, at)

export const reopenCycle = (store: Store, id: string, by: Actor, at: string): Promise<void> => set(store, id, 'open', 'cycle.reopened', by, at)

async function set(store: Store, id: string, state: 'open' | 'closed', action: string, by: Actor, at: string): Promise<void> {
  await store.change<CycleRecord, undefined>({ kind: 'cycle', id, scope: 'all' }, (head) => {
    if (!head) throw new Refusal('NOT_FOUND')
    if (head.state === state) return { result: undefined }
    return { result: undefined, next: { document: head.document, state, by, at, action, detail: { label: head.document.cycle.title } } }
  })
}
