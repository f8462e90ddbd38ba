import { useDesigner } from '../context.ts'
import type { Impact } from './impact.ts'

/** What the answers were judged again as: the cycle they are from, the points it chose, what it adjusted, and who is not among them. */
export function ReplayedUnder({ impact: { cycle, compiled, units, absent } }: { impact: Impact }) {
  const { document, compiled: draft, t } = useDesigner()
  const parameters = Object.keys(compiled?.profile.parameters ?? {}).map((id) => document.parameters[id]?.title ?? id)
  const weights = Object.keys(compiled?.profile.weights ?? {}).length
  return (
    <p className="ds-quiet">
      {cycle && compiled && draft ? t.replayedUnder(cycle.title, units.length, compiled.points.length, draft.points.length) : t.replayed(units.length)}
      {parameters.length > 0 ? t.replayedWith(parameters) : ''}{weights > 0 ? t.replayedWeights(weights) : ''}{absent.length > 0 ? t.notReplayed(absent) : ''}
    </p>
  )
}
