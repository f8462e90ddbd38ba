import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { api, type CycleSummary } from '../api.ts'
import { currentOf } from '../cycles/current.ts'
import { fullTime } from '../format.ts'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { rowsOf, type Row, type Stage } from '../overview/rows.ts'
import { Link } from '../router.tsx'
import { Scroll } from '../Scroll.tsx'
import { useSession } from '../session.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StageMark } from '../StageStrip.tsx'
import { StatePage } from '../StatePage.tsx'
import { text as site } from '../text.ts'
import { text } from './text.ts'
import './review.css'

const order: Stage[] = ['submitted', 'returned', 'draft', 'notStarted', 'accepted']

/** The submissions of a cycle by state. */
export function ReviewList() {
  const t = useText(text)
  const cycles = useLoad(api.cycles, [])
  return <Loaded of={cycles}>{({ items }) => (items.length ? <ListOf items={items} /> : <StatePage title={t.noCycles} words={t.noCyclesWords} />)}</Loaded>
}

function ListOf({ items }: { items: readonly CycleSummary[] }) {
  const t = useText(text)
  const s = useText(site)
  const { me } = useSession()
  const [id, setId] = useState(toReview(items)?.cycle.id ?? '')
  const [stage, setStage] = useState<Stage | 'all'>('all')
  const load = useLoad(async () => {
    const [open, outcomes] = await Promise.all([api.cycle(id), api.outcomes(id)])
    return { open, rows: rowsOf(open.cycle.units, open.submissions, outcomes.units) }
  }, [id])
  useSynthetic(load.value?.open.cycle.synthetic)
  return (
    <Loaded of={load}>
      {({ open, rows }) => {
        const summary = new Map(open.submissions.map((one) => [one.id, one]))
        const shown = rows.filter((row) => stage === 'all' || row.stage === stage).toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
        const count = (one: Stage) => rows.filter((row) => row.stage === one).length
        return (
          <main id="main" className="page">
            <div className="page-head">
              <div className="grow"><h1>{t.title}</h1><p className="second">{t.words}</p></div>
              {items.length > 1 ? <Select aria-label={t.cycle} value={id} onChange={setId} options={items.map(({ cycle }) => ({ value: cycle.id, label: cycle.title }))} popupMatchSelectWidth={false} /> : <span className="second">{open.cycle.title}</span>}
            </div>
            <div className="scroll-x"><Segmented value={stage} onChange={setStage} options={[{ value: 'all' as const, label: `${t.everything} ${rows.length}` }, ...order.map((one) => ({ value: one, label: `${s.states[one]} ${count(one)}` }))]} /></div>
            {shown.length ? (
              <Scroll label={t.title}>
                <table className="table middle">
                  <thead><tr><th>{t.unit}</th><th>{t.state}</th><th className="num">{t.filled}</th><th className="num">{t.toJudge}</th><th className="num">{t.disputes}</th><th>{t.submitted}</th><th><span className="sr">{t.open}</span></th></tr></thead>
                  <tbody>
                    {shown.map((row) => {
                      const own = row.submission ? summary.get(row.submission) : undefined
                      const waiting = row.stage === 'submitted' ? awaiting(row) : 0
                      return (
                        <tr key={row.unit.id} className="row-link">
                          <th scope="row" className="strong">{row.submission ? <Link to={`/review/${encodeURIComponent(row.submission)}`}>{row.unit.title}</Link> : row.unit.title}</th>
                          <td><StageMark stage={row.stage} /></td>
                          <td className="num second">{own ? (row.stage === 'draft' || row.stage === 'notStarted' ? t.filledOf(own.done, own.total) : t.filledAll(own.done)) : '—'}</td>
                          <td className="num">{waiting || <span className="third">—</span>}</td>
                          <td className="num">{(row.stage === 'submitted' && row.disputed) || <span className="third">—</span>}</td>
                          <td className="nowrap second">{own?.submittedAt ? [fullTime(own.submittedAt), own.submittedBy].filter(Boolean).join(t.comma) : '—'}</td>
                          <td className="num">{row.submission ? <LinkButton to={`/review/${encodeURIComponent(row.submission)}`} size="small" type={row.stage === 'submitted' && me.role !== 'viewer' ? 'primary' : 'default'}>{row.stage === 'submitted' && me.role !== 'viewer' ? t.open : t.look}</LinkButton> : null}</td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </Scroll>
            ) : <p className="second" style={{ marginTop: 16 }}>{t.none}</p>}
          </main>
        )
      }}
    </Loaded>
  )
}

/** The cycle that has something to review; else the one that has something to show. */
function toReview(items: readonly CycleSummary[]): CycleSummary | undefined {
  return items.find(({ state, progress }) => state === 'open' && progress.submitted) ?? currentOf(items)
}

function awaiting(row: Row): number {
  return Object.values(row.nodes).filter((node) => node.awaiting).length
}
