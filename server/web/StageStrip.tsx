import type { Unit } from '../../schemas/index.ts'
import { Icon, type IconName } from './Icon.tsx'
import { useText } from './language.tsx'
import { stages, type Stage } from './overview/rows.ts'
import { Link } from './router.tsx'
import { text } from './text.ts'
import './stage.css'

const marks: Record<Stage, { icon: IconName; tone: string }> = {
  accepted: { icon: 'check', tone: 'is-ok' }, submitted: { icon: 'eye', tone: 'third' }, returned: { icon: 'back', tone: 'is-warn' },
  draft: { icon: 'pen', tone: 'third' }, notStarted: { icon: 'ring', tone: 'third' },
}

/** Where a unit stands, as icon and word. */
export function StageMark({ stage }: { stage: Stage }) {
  const t = useText(text)
  const { icon, tone } = marks[stage]
  return <span className="stage-mark"><Icon name={icon} className={`icon-12 ${tone}`} />{t.states[stage]}</span>
}

/** How many units stand where. */
export function StageCounts({ of }: { of: readonly Stage[] }) {
  const t = useText(text)
  return (
    <dl className="stage-counts">
      {stages.map((stage) => <div key={stage} className={`stage-${stage}`}><dt><i />{t.states[stage]}</dt><dd>{of.filter((one) => one === stage).length}</dd></div>)}
    </dl>
  )
}

/** All units in one line, each with its stage. */
export function StageStrip({ units }: { units: readonly { unit: Unit; stage: Stage; to: string | undefined }[] }) {
  const t = useText(text)
  return (
    <ol className="stage-strip" style={{ gridTemplateColumns: `repeat(${Math.max(units.length, 1)}, minmax(34px, 1fr))` }}>
      {units.map(({ unit, stage, to }) => {
        const inside = <><span className="cut">{unit.title}</span><i /><span className="sr">{t.states[stage]}</span></>
        return <li key={unit.id} className={`stage-${stage}`} title={`${unit.title} ${t.states[stage]}`}>{to ? <Link to={to}>{inside}</Link> : <span className="stage-cell">{inside}</span>}</li>
      })}
    </ol>
  )
}
