import { api } from '../api.ts'
import { date, daysLeft } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { Link } from '../router.tsx'
import { Scroll } from '../Scroll.tsx'
import { useSession } from '../session.tsx'
import { StatePage } from '../StatePage.tsx'
import { openFirst } from './current.ts'
import { ProgressBar } from './ProgressBar.tsx'
import { text } from './text.ts'
import './cycles.css'

/** Every cycle with its progress. */
export function Cycles() {
  const t = useText(text)
  const { me } = useSession()
  const may = me.role === 'city-admin' || me.role === 'city-editor'
  const load = useLoad(api.cycles, [])
  return (
    <Loaded of={load}>
      {({ items }) => (items.length ? (
        <main id="main" className="page">
          <div className="page-head">
            <div className="grow"><h1>{t.title}</h1><p className="second">{t.words}</p></div>
            {may ? <LinkButton to="/cycles/new" type="primary" icon={<Icon name="plus" />}>{t.create}</LinkButton> : null}
          </div>
          <Scroll label={t.title}>
            <table className="table middle">
              <thead><tr><th>{t.name}</th><th>{t.edition}</th><th>{t.state}</th><th className="wide">{t.progress}</th><th>{t.deadline}</th></tr></thead>
              <tbody>
                {items.toSorted(openFirst).map(({ cycle, state, progress }) => {
                  const due = cycle.deadlines?.submission
                  return (
                    <tr key={cycle.id}>
                      <th scope="row"><Link to={`/cycles/${encodeURIComponent(cycle.id)}`}>{cycle.title}</Link>{cycle.synthetic ? <> <span className="tag tag-synthetic">{t.synthetic}</span></> : null}</th>
                      <td className="nowrap second">{t.editionOf(cycle.framework.edition)}</td>
                      <td><span className={state === 'open' ? 'tag tag-ok' : 'tag'}>{state === 'open' ? t.open : t.closed}</span></td>
                      <td className="wide"><ProgressBar of={progress} /></td>
                      <td className="nowrap second">{due ? <>{date(due)}{state === 'open' ? <span className="third">{t.comma}{t.left(daysLeft(due))}</span> : null}</> : '—'}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </Scroll>
        </main>
      ) : (
        <StatePage title={t.empty} words={t.emptyWords}>{may ? <LinkButton to="/cycles/new" type="primary">{t.create}</LinkButton> : null}</StatePage>
      ))}
    </Loaded>
  )
}
