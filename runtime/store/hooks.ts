import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Answer, Node } from '../../schemas/index.ts'
import type { EvidenceHost } from '../types.ts'
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

/** Reads a slice of the store; the component renders again only when that slice is notified and what `read` gives has another identity. */
export function useSlice<T>(key: string, read: (store: Store) => T): T {
  const store = useStore()
  return useSyncExternalStore(useCallback((listener) => store.subscribe(key, listener), [store, key]), () => read(store), () => read(store))
}

export const useAnswer = (id: string): Answer | undefined => useSlice(`answer:${id}`, (store) => store.answer(id))
export const useNode = (id: string): Node | undefined => useSlice(`node:${id}`, (store) => store.node(id))
export const useCalculation = (id: string | undefined): unknown => useSlice(`calc:${id ?? ''}`, (store) => (id === undefined ? undefined : store.calculation(id)))
