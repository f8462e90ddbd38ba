import { useCallback, useEffect, useRef } from 'react'
import type { Store } from './store/contract.ts'
import type { Saver } from './store/saving.ts'
import type { SubmissionFormProps } from './types.ts'

const pause = 60_000

/**
 * Brings what others changed into the form when the page is looked at again and now and then while it is.
 * The answer asks at once and gives the points where something is new.
 */
export function useRefresh(store: Store | object, saver: Saver | undefined, onRefresh: SubmissionFormProps['onRefresh']): () => Promise<string[]> {
  const ask = useRef(onRefresh)
  useEffect(() => {
    ask.current = onRefresh
  })
  const refresh = useCallback(async (): Promise<string[]> => {
    if (!('compiled' in store) || !saver) return []
    const { revision, state } = store.submission()
    const newer = await ask.current?.(revision)
    if (!newer || newer.state !== state || newer.revision <= store.submission().revision) return []
    return store.adopt(newer, (id) => saver.waiting(id) || store.conflicts.has(id) || store.refused.has(id))
  }, [store, saver])
  const asked = onRefresh !== undefined
  useEffect(() => {
    if (!asked) return
    const look = (): void => {
      if (document.visibilityState === 'visible') refresh().catch(() => undefined)
    }
    const timer = setInterval(look, pause)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [refresh, asked])
  return refresh
}
