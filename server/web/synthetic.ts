import { createContext, useContext, useEffect } from 'react'

/** How a page tells the bar above that it shows synthetic data. */
export const Synthetic = createContext<(value: boolean) => void>(() => undefined)

/** Pages call this with what they show, so that the badge tells synthetic data from real. */
export function useSynthetic(synthetic: boolean | undefined): void {
  const set = useContext(Synthetic)
  useEffect(() => { set(Boolean(synthetic)); return () => set(false) }, [set, synthetic])
}
