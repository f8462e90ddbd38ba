import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { EvidenceHost, Locale } from '../types.ts'
import type { Saver } from './saving.ts'
import type { Store } from './contract.ts'

export const StoreContext = createContext<Store | undefined>(undefined)
export const HostContext = createContext<EvidenceHost>({})
export const SaverContext = createContext<Saver | undefined>(undefined)
/** The point whose form this is. */
export const PointContext = createContext('')

export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('outside a form')
  return store
}

/** Hands a language and a lock to a living store, and ends its uploads with the form. */
export function usePresent(store: Store | object, locale: Locale, readOnly = false): void {
  useLayoutEffect(() => {
    if ('present' in store) store.present(locale, readOnly)
  }, [store, locale, readOnly])
  useEffect(() => () => {
    if ('uploads' in store) store.uploads.forEach((upload) => upload.cancel())
  }, [store])
}

/** Whether a point may be changed now. */
export const useEditable = (point: string): boolean => useSlice('editable', (store) => store.editable(point))

/** Reads a slice of the store; the component renders again only when one of these keys is notified and what `read` gives has another identity. */
export function useSlice<T>(keys: string | readonly string[], read: (store: Store) => T): T {
  const store = useStore()
  return useSyncExternalStore(useCallback((listener) => store.subscribe(keys, listener), [store, keys]), () => read(store), () => read(store))
}

/** Reads several things with one subscription; the component renders again only when one of them is another. */
export function useSlices<T extends object>(keys: readonly string[], read: (store: Store) => T): T {
  const last = useRef<T>(undefined)
  return useSlice(keys, (store) => {
    const now = read(store)
    const before = last.current
    return before && (Object.keys(now) as (keyof T)[]).every((name) => Object.is(now[name], before[name])) ? before : (last.current = now)
  })
}
