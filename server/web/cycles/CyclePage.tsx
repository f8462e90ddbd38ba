import { App, Button } from 'antd'
import { api, type OpenCycle } from '../api.ts'
import { date, daysLeft, fullTime, shortHash } from '../format.ts'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { allPoints, selectedPoints } from '../overview/columns.ts'
import { rowsOf } from '../overview/rows.ts'
import { Link } from '../router.tsx'
import { editionPath } from '../frameworks/editionPath.ts'
import { Scroll } from '../Scroll.tsx'
import { useSession } from '../session.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StageCounts, StageMark } from '../StageStrip.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { ParameterValue } from './ParameterValue.tsx'
import { text } from './text.ts'
import './cycles.css'

/** One cycle: what it uses, how far each unit is, closing and reopening. */
export function CyclePage({ values }: { values: Record<string, string> }) {
  const load = useLoad(() => api.cycle(values['cycle'] ?? ''), [values['cycle']])
  useSynthetic(load.value?.cycle.synthetic)
  return <Loaded of={load}>{(open) => <CycleOf open={open} onChanged={load.reload} />}</Loaded>
}

function CycleOf({ open, onChanged }: { open: OpenCycle; onChanged: () => void }) {
  const t = useText(text)
  const s = useText(site)
  const { me } = useSession()
  const { message, modal } = App.useApp()
  const { cycle, framework } = open
  const may = me.role === 'city-admin' || me.role === 'city-editor'
  const rows = rowsOf(cycle.units, open.submissions, [])
  const summary = new Map(open.submissions.map((one) => [one.id, one]))
  const overrides = Object.entries(cycle.profile.parameters ?? {})
  const done = (words: string) => () => { void message.success(words); onChanged() }
  const failed = (error: unknown) => { void message.error(wordsOfError(error, s)) }
  const close = () => void modal.confirm({ title: t.closeAsk, content: t.closeWords, okText: t.close, cancelText: t.cancel, onOk: () => api.closeCycle(cycle.id).then(done(t.closedNow), failed) })
  const reopen = () => { api.reopenCycle(cycle.id).then(done(t.reopenedNow), failed) }
  const due = cycle.deadlines?.submission
  const points = allPoints(framework).length

  return (
    <main id="main" className="page">
      <p className="crumb"><Link to="/cycles">{t.title}</Link></p>
      <div className="page-head">
        <div className="grow">
          <h1>{cycle.title} <span className={open.state === 'open' ? 'tag tag-ok' : 'tag'}>{open.state === 'open' ? t.open : t.closed}</span></h1>
          <p className="second medium">
            {framework.title} <Link to={editionPath(cycle.framework.id, cycle.framework.edition)}>{t.editionOf(cycle.framework.edition)}</Link>
            {' · '}{t.selectedCount(selectedPoints(framework, cycle.profile.points).size, points)}{' · '}{t.unitCount(cycle.units.length)}
            {due ? ` · ${t.deadline} ${date(due)}${t.comma}${t.left(daysLeft(due))}` : ''}
            {cycle.deadlines?.review ? ` · ${t.review} ${date(cycle.deadlines.review)}` : ''}
          </p>
          {cycle.framework.hash ? <p className="third small">{t.hash} <span className="mono">{shortHash(cycle.framework.hash)}</span></p> : null}
        </div>
        <StageCounts of={rows.map(({ stage }) => stage)} />
        <div className="row">
          <LinkButton to={`/overview/${encodeURIComponent(cycle.id)}`} type="primary">{t.overview}</LinkButton>
          {may ? (open.state === 'open' ? <Button onClick={close}>{t.close}</Button> : <Button onClick={reopen}>{t.reopen}</Button>) : null}
        </div>
      </div>
      <section>
        <h2>{t.progress}</h2>
        <Scroll label={t.progress}>
          <table className="table middle">
            <thead><tr><th>{t.unit}</th><th>{t.state}</th><th>{t.filled}</th><th>{t.updated}</th><th>{t.submitted}</th><th><span className="sr">{t.openSubmission}</span></th></tr></thead>
            <tbody>
              {rows.map((row) => {
                const own = row.submission ? summary.get(row.submission) : undefined
                return (
                  <tr key={row.unit.id}>
                    <th scope="row">{row.unit.title}</th><td><StageMark stage={row.stage} /></td>
                    <td>{own ? <span className="filled"><span className="bar" aria-hidden="true"><i style={{ width: `${own.total ? (own.done / own.total) * 100 : 0}%` }} /></span><span className="small second nowrap">{own.done} / {own.total}</span></span> : '—'}</td>
                    <td className="nowrap second">{(row.stage === 'notStarted' ? '' : fullTime(own?.updatedAt)) || '—'}</td><td className="nowrap second">{fullTime(own?.submittedAt) || '—'}</td>
                    <td className="num">{row.submission ? <Link to={`/review/${encodeURIComponent(row.submission)}`}>{t.openSubmission}</Link> : null}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
      </section>
      {overrides.length ? (
        <section>
          <h2>{t.overrides}</h2>
          <table className="table">
            <thead><tr><th>{t.parameter}</th><th className="num">{t.standard}</th><th className="num">{t.value}</th><th>{t.reason}</th></tr></thead>
            <tbody>{overrides.map(([id, override]) => <tr key={id}><th scope="row">{framework.parameters[id]?.title ?? id}</th><td className="num second"><ParameterValue of={framework.parameters[id]} value={framework.parameters[id]?.value} /></td><td className="num strong"><ParameterValue of={framework.parameters[id]} value={override.value} /></td><td>{override.reason}</td></tr>)}</tbody>
          </table>
        </section>
      ) : null}
    </main>
  )
}
