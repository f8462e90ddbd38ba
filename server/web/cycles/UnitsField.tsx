import { Button, Input } from 'antd'
import type { ClipboardEvent } from 'react'
import type { Unit } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { text } from './text.ts'

/** Which units take part. */
export function UnitsField({ units, onChange }: { units: readonly Unit[]; onChange: (units: Unit[]) => void }) {
  const t = useText(text)
  const change = (index: number, part: Partial<Unit>) => onChange(units.map((unit, place) => (place === index ? { ...unit, ...part } : unit)))
  const paste = (index: number) => (event: ClipboardEvent) => {
    const pasted = unitsIn(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    onChange([...units.slice(0, index), ...pasted, ...units.slice(index + 1)])
  }
  return (
    <section>
      <h2>{t.units} <span className="third medium">{units.length}</span></h2>
      <p className="second medium">{t.unitsWords}</p>
      <ol className="cycle-units">
        {units.map((unit, index) => (
          <li key={index}>
            <Input size="small" aria-label={t.unitId} placeholder={t.unitId} value={unit.id} onChange={(event) => change(index, { id: event.target.value })} onPaste={paste(index)} />
            <Input size="small" aria-label={t.unitTitle} placeholder={t.unitTitle} value={unit.title} onChange={(event) => change(index, { title: event.target.value })} onPaste={paste(index)} />
            <Button size="small" type="text" icon={<Icon name="close" className="icon-12" />} aria-label={`${t.removeUnit} ${unit.title}`} onClick={() => onChange(units.filter((_, place) => place !== index))} />
          </li>
        ))}
      </ol>
      <Button size="small" icon={<Icon name="plus" className="icon-12" />} onClick={() => onChange([...units, { id: '', title: '' }])}>{t.addUnit}</Button>
    </section>
  )
}

/** Units in pasted lines: an id and a name, or a name that gets a numbered id. */
export function unitsIn(text: string): Unit[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line, index) => {
    const [, id, title] = /^([a-z][A-Za-z0-9_]*)[\s,，\t]+(.+)$/.exec(line) ?? []
    return id && title ? { id, title } : { id: `unit${String(index + 1).padStart(2, '0')}`, title: line }
  })
}
