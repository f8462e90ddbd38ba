import { useCallback, useEffect, useRef, useState } from 'react'

const views = ['edit', 'compare', 'publish', 'json', 'library'] as const
export type View = (typeof views)[number]

/** Which page of the designer is shown: the host's, where it keeps it in an address, or its own. */
export function useView(given: string | undefined, onView: ((view: string) => void) | undefined, mayPublish: boolean): [View, (view: View) => void] {
  const [own, setOwn] = useState<View>('edit')
  const asked = onView ? (views.find((one) => one === given) ?? 'edit') : own
  const view = asked === 'publish' && !mayPublish ? 'edit' : asked
  const shown = useRef(view)
  useEffect(() => { shown.current = view }, [view])
  const go = useCallback((next: View): void => {
    if (next === shown.current) return
    shown.current = next
    if (onView) onView(next)
    else setOwn(next)
  }, [onView])
  return [view, go]
}
