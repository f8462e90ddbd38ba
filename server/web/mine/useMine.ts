import { api, type SubmissionSummary } from '../api.ts'
import { useLoad, type Load } from '../load.tsx'

/** The submissions of one's own unit, newest first. */
export function useMine(): Load<SubmissionSummary[]> {
  return useLoad(async () => {
    const { items } = await api.submissions()
    return items.toSorted((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
  }, [])
}
