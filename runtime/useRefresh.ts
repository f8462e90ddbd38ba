import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Store } from './store/contract.ts'
import type { Saver } from './store/saving.ts'
import type { SubmissionFormProps } from './types.ts'

const pause = 60_000

/**
 * Brings what others changed into the form when the page is looked at again and now and then while it is.
 * The answer asks at once and gives the points where something is new.
 */
export function useRefresh(store: Store | object, saver: Saver | undefined, onRefresh: SubmissionFormProps['onRefresh'], root: RefObject<HTMLElement | null>): () => Promise<string[]> {
  const ask = useRef(onRefresh)
  useEffect(() => {
    ask.current = onRefresh
  })
  const refresh = useCallback(async (): Promise<string[]> => {
    if (!('compiled' in store) || !saver) return []
    for (let tries = 0; tries < 3; tries++) {
      const { revision, state } = store.submission()
      const heard = store.heard()
      const newer = await ask.current?.(revision)
      if (!newer || newer.state !== state || newer.revision <= store.submission().revision) return []
      // Something of our own was acknowledged meanwhile: the picture may be older than that.
      if (store.heard() !== heard) continue
      // What is being typed is not replaced under the caret.
      const at = focusedField(root.current)
      return store.adopt(newer, (id) => id === at || saver.waiting(id) || store.conflicts.has(id) || store.refused.has(id))
    }
    return []
  }, [store, saver, root])
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

/** The field that has the focus, in a shadow root too. */
function focusedField(root: HTMLElement | null): string | undefined {
  const { activeElement } = (root?.getRootNode() ?? document) as Document | ShadowRoot
  return activeElement?.closest<HTMLElement>('[data-ys-field]')?.dataset['ysField']
}
