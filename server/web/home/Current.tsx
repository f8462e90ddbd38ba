import { api, type CycleSummary, type FrameworkSummary } from '../api.ts'
import { isStarted } from '../cycles/current.ts'
import { date, daysLeft } from '../format.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { rowsOf, type Row } from '../overview/rows.ts'
import { Link } from '../router.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StageCounts, StageStrip } from '../StageStrip.tsx'
import type { Strings } from './strings.zh.ts'
import { text } from './text.ts'

interface Task { key: string; icon: IconName; tone: string; words: string; to: string }

/** The running cycle: stage, days left, all units, and the tasks that follow from them. */
export function Current({ id, mayEdit, others }: { id: string; mayEdit: boolean; others: readonly CycleSummary[] }) {
  const t = useText(text)
  const load = useLoad(async () => {
    const [open, results, frameworks] = await Promise.all([api.cycle(id), api.outcomes(id), mayEdit ? api.frameworks() : { items: [] as FrameworkSummary[] }])
    return { open, frameworks: frameworks.items, rows: rowsOf(open.cycle.units, open.submissions, results.units) }
  }, [id])
  useSynthetic(load.value?.open.cycle.synthetic)
  return (
    <Loaded of={load}>
      {({ open, rows, frameworks }) => {
        const { cycle } = open
        const due = cycle.deadlines?.submission
        const reviewing = due !== undefined && daysLeft(due) < 0
        const stage = open.state === 'closed' ? t.stageClosed : reviewing ? t.stageReview : t.stageFilling
        const day = reviewing ? (cycle.deadlines?.review ?? due) : due
        const tasks = tasksOf(rows, frameworks, `/overview/${encodeURIComponent(cycle.id)}`, t)
        return (
          <>
            <section>
              <div className="page-head">
                <div className="grow">
                  <h1>{cycle.title}</h1>
                  <p className="second medium">{[stage, day && open.state === 'open' ? `${t.until(date(day))}${t.comma}${t.left(daysLeft(day))}` : '', t.edition(cycle.framework.edition)].filter(Boolean).join(' · ')}</p>
                </div>
                <StageCounts of={rows.map((row) => row.stage)} />
              </div>
              <StageStrip units={rows.map((row) => ({ unit: row.unit, stage: row.stage, to: row.submission ? `/review/${encodeURIComponent(row.submission)}` : undefined }))} />
              <p style={{ marginTop: 16 }} className="row wrap">
                <LinkButton to={`/overview/${encodeURIComponent(cycle.id)}`} type="primary">{t.open}</LinkButton>
                {others.length ? <span className="third medium">{t.other}</span> : null}
                {others.map((other) => <Link key={other.cycle.id} className="medium" to={`/overview/${encodeURIComponent(other.cycle.id)}`}>{other.cycle.title}{other.state === 'open' && !isStarted(other) ? <> <span className="tag tag-info">{t.fresh}</span></> : null}</Link>)}
              </p>
            </section>
            <section>
              <h2>{t.needsMe}</h2>
              {tasks.length ? (
                <ul className="tasks">
                  {tasks.slice(0, 12).map(({ key, icon, tone, words, to }) => <li key={key}><Link to={to}><Icon name={icon} className={tone} /><span className="grow">{words}</span><Icon name="right" className="icon-12 third" /></Link></li>)}
                  {tasks.length > 12 ? <li className="third medium">{t.more(tasks.length - 12)}</li> : null}
                </ul>
              ) : <p className="second">{t.nothing}</p>}
            </section>
          </>
        )
      }}
    </Loaded>
  )
}

/** What waits for someone, most urgent first. */
function tasksOf(rows: readonly Row[], frameworks: readonly FrameworkSummary[], overview: string, t: Strings): Task[] {
  const to = (row: Row) => (row.submission ? `/review/${encodeURIComponent(row.submission)}` : overview)
  const idle = rows.filter((row) => row.stage === 'notStarted')
  const handedIn = rows.filter((row) => row.stage === 'submitted').map((row) => {
    const judge = Object.values(row.nodes).filter((node) => node.awaiting).length
    const words = [judge ? t.toJudge(judge) : '', row.disputed ? t.toDecide(row.disputed) : ''].filter(Boolean).join(t.comma)
    return { key: `review ${row.unit.id}`, icon: words ? 'pen' as const : 'eye' as const, tone: 'is-accent', words: t.toReview(row.unit.title, words), to: to(row) }
  })
  return [
    ...handedIn.toSorted((x, y) => Number(x.icon === 'pen') - Number(y.icon === 'pen')),
    ...rows.filter((row) => row.stage === 'returned').map((row) => ({ key: `wait ${row.unit.id}`, icon: 'back' as const, tone: 'is-warn', words: t.waiting(row.unit.title), to: to(row) })),
    ...(idle.length ? [{ key: 'idle', icon: 'ring' as const, tone: 'third', words: t.notStarted(idle.slice(0, 3).map(({ unit }) => unit.title).join(t.listed), idle.length > 3 ? idle.length : 0), to: overview }] : []),
    ...frameworks.flatMap(({ title, drafts }) => drafts.map((draft) => ({ key: `draft ${draft.id}`, icon: 'file' as const, tone: 'third', words: t.unpublished(draft.title || title, draft.edition), to: `/drafts/${encodeURIComponent(draft.id)}` }))),
  ]
}
