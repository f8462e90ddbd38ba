import { useCallback } from 'react'
import { useRouter } from '../router.tsx'

/** The designer's page as part of the address, so that the browser's Back leads from it to the page before, and where to begin. */
export function useView(): { view: string | undefined; onView: (view: string) => void; node: string | undefined } {
  const { path, query, go } = useRouter()
  const onView = useCallback((view: string) => go(view === 'edit' ? path : `${path}?${new URLSearchParams({ view }).toString()}`), [path, go])
  return { view: query.get('view') ?? undefined, onView, node: query.get('node') ?? undefined }
}
