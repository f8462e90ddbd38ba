import { api } from '../api.ts'
import { currentOf, openFirst } from '../cycles/current.ts'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { useSession } from '../session.tsx'
import { StatePage } from '../StatePage.tsx'
import { Changes } from './Changes.tsx'
import { Current } from './Current.tsx'
import { text } from './text.ts'
import './home.css'

/** This cycle at a glance, what needs attention, what changed last. */
export function Home() {
  const t = useText(text)
  const { me } = useSession()
  const may = me.role === 'city-admin' || me.role === 'city-editor'
  const cycles = useLoad(api.cycles, [])
  return (
    <Loaded of={cycles}>
      {({ items }) => {
        const current = currentOf(items)
        if (!current) {
          return (
            <StatePage title={t.noCycle} words={t.noCycleWords}>
              {may ? <><LinkButton to="/frameworks" type="primary">{t.toFrameworks}</LinkButton><LinkButton to="/cycles/new">{t.newCycle}</LinkButton></> : null}
            </StatePage>
          )
        }
        return (
          <main id="main" className="page home">
            <Current id={current.cycle.id} mayEdit={may} others={items.filter((one) => one !== current).toSorted(openFirst)} />
            {may ? <Changes full={me.role === 'city-admin'} /> : null}
          </main>
        )
      }}
    </Loaded>
  )
}
