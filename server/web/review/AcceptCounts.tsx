import { useText } from '../language.tsx'
import { levelOf, LevelMark } from '../Level.tsx'
import { isOpen } from '../overview/rows.ts'
import { pointState, undecided, type Reading } from './reading.ts'
import { text } from './text.ts'

/** What accepting the whole submission takes with it: how many points, at which levels, and how many would stay open for good. */
export function AcceptCounts({ reading }: { reading: Reading }) {
  const { framework, submission, points, outcome } = reading
  const t = useText(text)
  const rest = points.filter(({ id }) => pointState(submission, id) !== 'accepted')
  const nodes = rest.flatMap(({ id }) => outcome?.nodes[id] ?? [])
  const awaiting = points.filter(({ id }) => outcome?.nodes[id]?.awaiting).length
  const disputes = undecided(reading).length
  const counts = new Map<string, number>()
  for (const { scale, level } of nodes) if (scale && level) counts.set(`${scale}/${level}`, (counts.get(`${scale}/${level}`) ?? 0) + 1)
  const levels = Object.entries(framework.scales).flatMap(([scale, { levels: all }]) => all.flatMap(({ id }) => { const level = levelOf(framework, scale, id); const count = counts.get(`${scale}/${id}`); return level && count ? [{ key: `${scale}/${id}`, level, count }] : [] }))
  const open = nodes.filter(isOpen).length
  return (
    <>
      <p>{t.acceptCounts(points.length, points.length - rest.length)}</p>
      <p className="row wrap">{t.acceptLevels}{levels.map(({ key, level, count }) => <span key={key} className="row nowrap" style={{ gap: 4 }}><LevelMark level={level} /> {count}</span>)}{open ? <span>{t.openCount(open)}</span> : null}</p>
      {disputes ? <p className="is-warn">{t.stillDisputed(disputes)}</p> : null}
      {awaiting ? <p className="is-warn">{t.stillToJudge(awaiting)}</p> : null}
    </>
  )
}
