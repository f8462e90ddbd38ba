import type { AnswerChange } from '../types.ts'

/** Where unsaved changes are kept on this device, by element id. */
export interface Queue {
  load(): Promise<AnswerChange[]>
  put(changes: AnswerChange[]): Promise<void>
  remove(ids: string[]): Promise<void>
}

/** A queue that lasts as long as the page. */
export function memoryQueue(): Queue {
  const kept = new Map<string, AnswerChange>()
  return {
    load: () => Promise.resolve([...kept.values()]),
    put: (changes) => Promise.resolve(changes.forEach((change) => kept.set(change.id, change))),
    remove: (ids) => Promise.resolve(ids.forEach((id) => kept.delete(id))),
  }
}

/** A queue in IndexedDB: it survives closing the tab. Where the browser refuses it, the page's memory serves. */
export function deviceQueue(name: string): Queue {
  const memory = memoryQueue()
  if (typeof indexedDB === 'undefined') return memory
  const database = new Promise<IDBDatabase | undefined>((resolve) => {
    const request = indexedDB.open('yardstick', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('queue')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
    request.onblocked = () => resolve(undefined)
  })
  const keyOf = (id: string): string[] => [name, id]
  async function write(act: (store: IDBObjectStore) => void, otherwise: () => Promise<void>): Promise<void> {
    const open = await database
    if (!open) return otherwise()
    return new Promise((resolve, reject) => {
      const transaction = open.transaction('queue', 'readwrite', { durability: 'strict' })
      act(transaction.objectStore('queue'))
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
  }
  return {
    async load() {
      const open = await database
      if (!open) return memory.load()
      return new Promise((resolve) => {
        const request = open.transaction('queue').objectStore('queue').getAll(IDBKeyRange.bound([name], [name, []]))
        request.onsuccess = () => resolve(request.result as AnswerChange[])
        request.onerror = () => resolve([])
      })
    },
    put: (changes) => write((store) => changes.forEach((change) => store.put(change, keyOf(change.id))), () => memory.put(changes)),
    remove: (ids) => write((store) => ids.forEach((id) => store.delete(keyOf(id))), () => memory.remove(ids)),
  }
}
