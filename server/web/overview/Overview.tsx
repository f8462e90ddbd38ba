import { Button, Dropdown, Skeleton } from 'antd'
import { api, type OpenCycle, type UnitOutcome } from '../api.ts'
import { currentOf, openFirst } from '../cycles/current.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { useRouter } from '../router.tsx'
import { useSession } from '../session.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StatePage } from '../StatePage.tsx'
import { OverviewOf } from './OverviewOf.tsx'
import { text } from './text.ts'
import './overview.css'

/** The matrix of one cycle: the one in the address, else the one that has something to show. */
export function Overview({ values }: { values: Record<string, string> }) {
  const t = useText(text)
  const { me } = useSession()
  const cycles = useLoad(api.cycles, [])
  return (
    <Loaded of={cycles}>
      {({ items }) => {
        const chosen = items.find(({ cycle }) => cycle.id === values['cycle']) ?? currentOf(items)
        if (!chosen) {
          const may = me.role === 'city-admin' || me.role === 'city-editor'
          return <StatePage title={t.noCycles} words={t.noCyclesWords}>{may ? <LinkButton to="/cycles/new" type="primary">{t.newCycle}</LinkButton> : null}</StatePage>
        }
        return <OneCycle key={chosen.cycle.id} id={chosen.cycle.id} cycles={items.toSorted(openFirst).map(({ cycle }) => ({ value: cycle.id, label: cycle.title }))} />
      }}
    </Loaded>
  )
}

function OneCycle({ id, cycles }: { id: string; cycles: { value: string; label: string }[] }) {
  const t = useText(text)
  const { go } = useRouter()
  const load = useLoad(async () => {
    const [open, results] = await Promise.all([api.cycle(id), api.outcomes(id)])
    return { open, units: results.units, before: await earlier(open) }
  }, [id])
  useSynthetic(load.value?.open.cycle.synthetic)
  if (load.loading && !load.value) return <div className="page page-wide" aria-busy="true"><Skeleton active paragraph={{ rows: 14 }} /></div>
  return (
    <Loaded of={load}>
      {({ open, units, before }) => (
        <OverviewOf open={open} units={units} before={before}
          picker={cycles.length > 1 ? <Dropdown trigger={['click']} menu={{ selectedKeys: [id], items: cycles.map(({ value, label }) => ({ key: value, label, onClick: () => go(`/overview/${encodeURIComponent(value)}`) })) }}><Button size="small" type="text" icon={<Icon name="down" className="icon-12" />} aria-label={t.chooseCycle} /></Dropdown> : null} />
      )}
    </Loaded>
  )
}

/** Last cycle's outcomes for comparison; their absence is no error. */
async function earlier(open: OpenCycle): Promise<UnitOutcome[]> {
  if (!open.cycle.previous) return []
  return api.outcomes(open.cycle.previous).then(({ units }) => units, () => [])
}
