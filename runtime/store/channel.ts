/** Named signals outside React: a component listens to the slices it shows and to nothing else. */
export interface Channel {
  subscribe(key: string, listener: () => void): () => void
  notify(keys: Iterable<string>): void
}

export function channel(): Channel {
  const listeners = new Map<string, Set<() => void>>()
  return {
    subscribe(key, listener) {
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(listener))
      return () => {
        set.delete(listener)
        if (!set.size) listeners.delete(key)
      }
    },
    notify(keys) {
      const called = new Set<() => void>()
      for (const key of keys) for (const listener of listeners.get(key) ?? []) called.add(listener)
      for (const listener of called) listener()
    },
  }
}
