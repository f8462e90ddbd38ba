import { Button, Input } from 'antd'
import type { Unit } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { text } from './text.ts'

/** Which units take part. */
export function UnitsField({ units, onChange }: { units: readonly Unit[]; onChange: (units: Unit[]) => void }) {
  const t = useText(text)
  const change = (index: number, part: Partial<Unit>) => onChange(units.map((unit, place) => (place === index ? { ...unit, ...part } : unit)))
  return (
    <section>
      <h2>{t.units} <span className="third medium">{units.length}</span></h2>
      <p className="second medium">{t.unitsWords}</p>
      <ol className="cycle-units">
        {units.map((unit, index) => (
          <li key={index}>
            <Input size="small" aria-label={t.unitId} placeholder={t.unitId} value={unit.id} onChange={(event) => change(index, { id: event.target.value })} />
            <Input size="small" aria-label={t.unitTitle} placeholder={t.unitTitle} value={unit.title} onChange={(event) => change(index, { title: event.target.value })} />
            <Button size="small" type="text" icon={<Icon name="close" className="icon-12" />} aria-label={`${t.removeUnit} ${unit.title}`} onClick={() => onChange(units.filter((_, place) => place !== index))} />
          </li>
        ))}
      </ol>
      <Button size="small" icon={<Icon name="plus" className="icon-12" />} onClick={() => onChange([...units, { id: '', title: '' }])}>{t.addUnit}</Button>
    </section>
  )
}
