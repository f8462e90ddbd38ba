import { Button } from 'antd'
import { useState } from 'react'
import { LevelChip } from '../../runtime/index.ts'
import { useDesigner } from '../context.ts'
import { ScaleDrawer } from '../point/ScaleDrawer.tsx'

/** The scales with their levels; each opens to be edited. */
export function Scales() {
  const { document, t } = useDesigner()
  const [open, setOpen] = useState<string>()
  return (
    <>
      {Object.entries(document.scales).map(([id, scale]) => (
        <div key={id} className="ds-parameter ds-parameter-row">
          <b>{scale.title}</b><span className="ds-chips">{scale.levels.map((level) => <LevelChip key={level.id} scale={scale} level={level.id} />)}</span><span className="ds-grow" />
          <Button size="small" type="link" onClick={() => setOpen(id)}>{t.editScale}</Button>
        </div>
      ))}
      {open === undefined ? null : <ScaleDrawer id={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
