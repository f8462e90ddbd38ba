import { useCallback, useEffect, useRef, useState } from 'react'
import type { Framework } from '../schemas/index.ts'

/** What saving came to: done, or someone else's newer version. */
export type SaveResult = { conflict?: undefined } | { conflict: { document: Framework; by?: string } }

export interface SaveState { state: 'saved' | 'dirty' | 'saving' | 'failed' | 'conflict'; at: Date | undefined; /** Why the last save failed. */ reason?: string }

const delay = 800
const retry = 5000

/**
 * Saves a document a moment after it last changed; one save at a time, a failed one again and again. A newer version by
 * someone else stops saving until it is settled. `ancestor` is what both last had in common.
 */
export function useSave(document: Framework, onSave: ((document: Framework) => Promise<SaveResult>) | undefined) {
  const [save, setSave] = useState<SaveState>({ state: 'saved', at: undefined })
  const [conflict, setConflict] = useState<{ document: Framework; by?: string; ancestor: Framework }>()
  const saved = useRef(document)
  const busy = useRef(false)
  const latest = useRef(document)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stopped = useRef(false)

  const again = useRef<() => Promise<void>>(undefined)

  const run = useCallback(async (): Promise<void> => {
    const sending = latest.current
    if (!onSave || busy.current || stopped.current || sending === saved.current) return
    busy.current = true
    setSave((old) => ({ ...old, state: 'saving' }))
    try {
      const result = await onSave(sending)
      if (result.conflict) {
        stopped.current = true
        setConflict({ ...result.conflict, ancestor: saved.current })
        setSave((old) => ({ ...old, state: 'conflict' }))
      } else {
        saved.current = sending
        setSave({ state: latest.current === sending ? 'saved' : 'dirty', at: new Date() })
        if (latest.current !== sending) timer.current = setTimeout(() => void again.current?.(), delay)
      }
    } catch (error) {
      setSave((old) => ({ ...old, state: 'failed', ...(error instanceof Error && error.message !== '' && { reason: error.message }) }))
      timer.current = setTimeout(() => void again.current?.(), retry)
    } finally {
      busy.current = false
    }
  }, [onSave])
  useEffect(() => {
    again.current = run
  }, [run])

  useEffect(() => {
    latest.current = document
    if (!onSave || stopped.current) return
    if (document === saved.current) {
      if (!busy.current) setSave((old) => (old.state === 'dirty' ? { ...old, state: 'saved' } : old))
      return
    }
    setSave((old) => (old.state === 'saving' ? old : { ...old, state: 'dirty' }))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void run(), delay)
  }, [document, onSave, run])
  // Whoever goes elsewhere in the moment after a change keeps the change.
  useEffect(() => () => {
    clearTimeout(timer.current)
    void again.current?.()
  }, [])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => { if (onSave && latest.current !== saved.current) event.preventDefault() }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [onSave])

  /** Goes on from the other's version, once it has been merged. */
  const settle = useCallback((theirs: Framework): void => {
    saved.current = theirs
    stopped.current = false
    setConflict(undefined)
  }, [])
  /** Saves at once and waits until everything is; false where a save fails or meets a newer version. */
  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    while (latest.current !== saved.current && !stopped.current) {
      if (busy.current) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        continue
      }
      const before = saved.current
      await run()
      if (saved.current === before) break
    }
    return latest.current === saved.current
  }, [run])
  return { save, conflict, settle, flush }
}
