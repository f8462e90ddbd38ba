import type { Progress } from '../api.ts'
import { useText } from '../language.tsx'
import { stages } from '../overview/rows.ts'
import { text as site } from '../text.ts'

/** How many units stand where, as one bar with its words. */
export function ProgressBar({ of }: { of: Progress }) {
  const s = useText(site)
  const parts = stages.map((stage) => ({ stage, count: of[stage] })).filter(({ count }) => count)
  return (
    <span className="progress">
      <span className="progress-bar" aria-hidden="true">{parts.map(({ stage, count }) => <span key={stage} className={`stage-${stage}`} style={{ flexGrow: count }}><i /></span>)}</span>
      <span className="third small">{parts.map(({ stage, count }) => `${s.states[stage]} ${count}`).join(' · ')}</span>
    </span>
  )
}
