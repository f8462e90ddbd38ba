/** Named signals outside React: a component listens to the slices it shows and to nothing else. */
export interface Channel {
  /** Listens to one key or several. */
  subscribe(keys: string | readonly string[], listener: () => void): () => void
  notify(keys: Iterable<string>): void
}

export function channel(): Channel {
  const listeners = new Map<string, Set<() => void>>()
  return {
    subscribe(keys, listener) {
      const all = typeof keys === 'string' ? [keys] : keys
      for (const key of all) {
        const set = listeners.get(key)
        if (set) set.add(listener)
        else listeners.set(key, new Set([listener]))
      }
      return () => {
        for (const key of all) {
          const set = listeners.get(key)
          set?.delete(listener)
          if (set?.size === 0) listeners.delete(key)
        }
      }
    },
    notify(keys) {
      const called = new Set<() => void>()
      for (const key of keys) for (const listener of listeners.get(key) ?? []) called.add(listener)
      for (const listener of called) listener()
    },
  }
}
