import { api, type SubmissionSummary } from '../api.ts'
import { useLoad, type Load } from '../load.tsx'

export interface Task extends SubmissionSummary { title: string; year: number; open: boolean }

/** The submissions of one's own unit with the titles of their cycles: those to fill in first, then from new to old. */
export function useMine(): Load<Task[]> {
  return useLoad(async () => {
    const [{ items }, { items: cycles }] = await Promise.all([api.submissions(), api.cycles()])
    const tasks = items.flatMap((one) => {
      const found = cycles.find(({ cycle }) => cycle.id === one.cycle)
      return found ? [{ ...one, title: found.cycle.title, open: found.state === 'open', year: found.cycle.year }] : []
    })
    const urgent = ({ state, open }: Task) => Number(open && (state === 'draft' || state === 'returned'))
    return tasks.toSorted((a, b) => urgent(b) - urgent(a) || b.year - a.year || (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
  }, [])
}
