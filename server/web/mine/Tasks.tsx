import { useText } from '../language.tsx'
import { Link } from '../router.tsx'
import { stageOf } from '../overview/rows.ts'
import { text as site } from '../text.ts'
import { text } from './text.ts'
import type { Task } from './useMine.ts'

/** The unit's tasks side by side; nothing to choose, nothing shown. */
export function Tasks({ items, current, to }: { items: readonly Task[]; current: string; to: 'my' | 'result' }) {
  const t = useText(text)
  const s = useText(site)
  if (items.length < 2) return null
  return (
    <nav className="tasks-strip no-print" aria-label={t.cycle}>
      {items.map((task) => <Link key={task.id} to={`/${to}/${encodeURIComponent(task.id)}`} {...(task.id === current ? { 'aria-current': 'page' as const } : {})}>{task.title} <span className="third small">{s.states[stageOf(task)]}</span></Link>)}
    </nav>
  )
}
