import { Button, InputNumber } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useLayoutEffect, useRef } from 'react'
import type { Calculation, EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { freshName } from '../edits/list.ts'
import { freshId, idStem, pointOf } from '../edits/nodes.ts'
import { merged, setNode } from '../edits/setNode.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { useLive } from '../live/live.ts'
import { Text } from '../Text.tsx'

/** Named values, each with its formula, unit and present value in the preview. */
export function Calculations({ point }: { point: EvaluationPoint }) {
  const { edit, t, compiled, readOnly } = useDesigner()
  const live = useLive()
  const pointer = compiled?.point(point.id)?.pointer ?? ''
  const body = useRef<HTMLDivElement>(null)
  const adding = useRef(false)
  const calculations = Object.entries(point.calculations ?? {})
  const set = (id: string, patch: Partial<Calculation>, group: string): void =>
    edit((old) => {
      const own = pointOf(old, point.id)
      const before = own?.calculations?.[id]
      return before ? setNode(old, point.id, { calculations: { ...own?.calculations, [id]: merged(before, patch) } }) : old
    }, `${id}.${group}`)
  const remove = (id: string): void => {
    const { [id]: _, ...rest } = point.calculations ?? {}
    edit((old) => setNode(old, point.id, { calculations: Object.keys(rest).length > 0 ? rest : undefined }))
  }
  const add = (): void => {
    adding.current = true
    const title = freshName(calculations.map(([, one]) => one.title), t.calculations)
    edit((old) => setNode(old, point.id, { calculations: { ...pointOf(old, point.id)?.calculations, [freshId(old, idStem('calculation', title, point.code))]: { title, rule: 0 } } }))
  }
  // A new calculation is named next.
  useLayoutEffect(() => {
    const name = adding.current ? [...(body.current?.querySelectorAll<HTMLInputElement>('.ds-calc-head > input:first-child') ?? [])].at(-1) : undefined
    if (!name) return
    adding.current = false
    name.focus()
    name.select()
  }, [calculations.length])
  return (
    <div ref={body}>
      {calculations.length === 0 ? <p className="ds-empty">{t.noCalculations}</p> : null}
      {calculations.map(([id, calculation]) => (
        <div key={id} className="ds-calc" data-path={`${pointer}/calculations/${id}`}>
          <div className="ds-calc-head">
            <Text size="small" variant="borderless" aria-label={t.name} value={calculation.title} onText={(text) => set(id, { title: text }, 'title')} />
            <Text size="small" variant="borderless" className="ds-unit" aria-label={`${calculation.title} ${t.unit}`} placeholder={t.unit} value={calculation.unit ?? ''} onText={(text) => set(id, { unit: text || undefined }, 'unit')} />
            <InputNumber size="small" variant="borderless" controls={false} min={0} max={9} className="ds-dec" aria-label={`${calculation.title} ${t.decimals}`} placeholder={t.decimals} value={calculation.decimals ?? null} onChange={(value) => set(id, { decimals: value ?? undefined }, 'decimals')} />
            <output className="ds-live" title={t.value}>{live.shown(id, calculation)}</output>
            {readOnly ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${calculation.title} ${t.remove}`} onClick={() => remove(id)} />}
          </div>
          <RuleEditor point={point.id} rule={calculation.rule} path={`${pointer}/calculations/${id}/rule`} label={`${calculation.title} ${t.formula}`} expect="value" onChange={(rule) => set(id, { rule }, 'rule')} />
        </div>
      ))}
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={add}>{t.addCalculation}</Button>}
    </div>
  )
}
