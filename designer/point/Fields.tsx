import { Button, Checkbox, InputNumber, Select } from 'antd'
import { HolderOutlined, EllipsisOutlined } from '@ant-design/icons'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Element, EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { elementOf, fieldOrder, orderField, setElement, setRequired } from '../edits/fields.ts'
import { kindOfElement } from '../kinds.ts'
import { AddField } from './AddField.tsx'
import { Columns } from './Columns.tsx'
import { FieldDrawer } from './FieldDrawer.tsx'
import { usersOf } from './users.ts'
import { Text } from '../Text.tsx'

/** The fields of a point: one row each, the rest in a drawer; tables show their columns. */
export function Fields({ point }: { point: EvaluationPoint }) {
  const { document, edit, t, readOnly } = useDesigner()
  const [open, setOpen] = useState<string>()
  const [dragged, setDragged] = useState<string>()
  const [over, setOver] = useState<string>()
  const ids = fieldOrder(point)
  const added = useRef<string>(undefined)
  const body = useRef<HTMLTableSectionElement>(null)
  // A new field is named next.
  useLayoutEffect(() => {
    const name = added.current === undefined ? null : body.current?.querySelector<HTMLInputElement>(`[data-path="field:${added.current}"] input`)
    if (!name) return
    added.current = undefined
    name.focus()
    name.select()
  }, [point])
  return (
    <>
      {ids.length === 0 ? <p className="ds-empty">{t.noFields}</p> : (
        <table className="ds-table ds-fields">
          <thead><tr><th aria-label={t.moveUp} /><th>{t.name}</th><th>{t.type}</th><th>{t.unit}</th><th className="ds-num">{t.decimals}</th><th>{t.source}</th><th>{t.required}</th><th aria-label={t.detail} /></tr></thead>
          <tbody ref={body}>
            {ids.map((id) => {
              const element = elementOf(document, point, id)
              return element ? (
                <FieldRow key={id} point={point} id={id} element={element} dropping={over === id && dragged !== id} onDetail={() => setOpen(id)}
                  drag={{ draggable: !readOnly, onDragStart: () => setDragged(id), onDragOver: (event) => { event.preventDefault(); setOver(id) }, onDrop: () => { if (dragged !== undefined && dragged !== id) edit((old) => orderField(old, point.id, dragged, id)); setOver(undefined) }, onDragEnd: () => { setDragged(undefined); setOver(undefined) } }} />
              ) : null
            })}
          </tbody>
        </table>
      )}
      {readOnly ? null : <AddField point={point} onAdded={(id) => { added.current = id }} />}
      {open !== undefined && Object.hasOwn(point.schema.properties, open) ? <FieldDrawer point={point} id={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

interface RowProps { point: EvaluationPoint; id: string; element: Element; dropping: boolean; onDetail: () => void; drag: React.HTMLAttributes<HTMLTableRowElement> & { draggable: boolean } }

function FieldRow({ point, id, element, dropping, onDetail, drag }: RowProps) {
  const { document, edit, t } = useDesigner()
  const set = (patch: Partial<Element>, group: string): void => edit((old) => setElement(old, point.id, id, patch), `${id}.${group}`)
  const kind = kindOfElement(element)
  const numeric = element.type === 'number' || element.type === 'integer'
  const others = usersOf(document, id).filter((code) => code !== point.code)
  return (
    <>
      <tr className={dropping ? 'ds-drop' : undefined} data-path={`field:${id}`} {...drag}>
        <td className="ds-grip"><HolderOutlined aria-hidden /></td>
        <td><span className="ds-cell-name"><Text size="small" variant="borderless" aria-label={t.name} value={element.title} onText={(text) => set({ title: text }, 'title')} />{others.length > 0 ? <small>{t.sharedWith(others)}</small> : null}</span></td>
        <td className="ds-nowrap">{t.kinds[kind]}</td>
        <td>{numeric ? <Text size="small" variant="borderless" aria-label={`${element.title} ${t.unit}`} className="ds-unit" value={element['x-unit'] ?? ''} onText={(text) => set({ 'x-unit': text || undefined }, 'unit')} /> : kind === 'table' ? t.columns(Object.keys(element.items?.properties ?? {}).length) : null}</td>
        <td className="ds-num">{element.type === 'number' ? <InputNumber size="small" variant="borderless" controls={false} min={0} max={9} aria-label={`${element.title} ${t.decimals}`} className="ds-dec" value={element['x-decimals'] ?? null} onChange={(value) => set({ 'x-decimals': value ?? undefined }, 'decimals')} /> : element.type === 'integer' ? 0 : null}</td>
        <td><Select size="small" variant="borderless" aria-label={`${element.title} ${t.source}`} popupMatchSelectWidth={false} value={element['x-source'] ?? 'district'} onChange={(value) => set({ 'x-source': value }, 'source')} options={Object.entries(t.sources).map(([value, label]) => ({ value, label }))} /></td>
        <td><Checkbox aria-label={`${element.title} ${t.required}`} checked={point.schema.required?.includes(id) === true} onChange={(event) => edit((old) => setRequired(old, point.id, id, event.target.checked))} /></td>
        <td><Button size="small" type="text" icon={<EllipsisOutlined />} aria-label={`${element.title} ${t.detail}`} onClick={onDetail} /></td>
      </tr>
      {kind === 'table' ? <tr className="ds-sub"><td colSpan={8}><Columns point={point} id={id} element={element} /></td></tr> : null}
    </>
  )
}
