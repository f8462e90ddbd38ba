import { Button, Checkbox, InputNumber, Select, Tooltip } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Element, EvaluationPoint, Items } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { setElement } from '../edits/fields.ts'
import { freshName } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { elementOfKind, kindOfElement, kinds, type Kind } from '../kinds.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { Text } from '../Text.tsx'

const columnKinds = kinds.filter((kind) => kind !== 'table' && kind !== 'multiChoice')

const orNone = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** A column of another kind that keeps its words. */
const recast = (column: Element, kind: Kind): Element => ({ ...elementOfKind(kind, column.title), ...(column.description !== undefined && { description: column.description }), ...(column['x-calculation'] !== undefined && { 'x-calculation': column['x-calculation'] }) })

/** The columns of a table as a small table of their own. */
export function Columns({ point, id, element }: { point: EvaluationPoint; id: string; element: Element }) {
  const { edit, t, readOnly } = useDesigner()
  const [formula, setFormula] = useState<string>()
  const items: Items = element.items ?? { type: 'object', properties: {} }
  const columns = items.properties ?? {}
  const setItems = (change: (items: Items) => Partial<Items>, group?: string): void => edit((old) => setElement(old, point.id, id, ({ items: own = items }) => ({ items: merged(own, change(own)) })), group === undefined ? undefined : `${id}.${group}`)
  const setColumn = (column: string, patch: Partial<Element>, group?: string): void => setItems(({ properties = {} }) => ({ properties: Object.fromEntries(Object.entries(properties).map(([key, old]) => [key, key === column ? merged(old, patch) : old])) }), group)
  const required = items.required ?? []
  const calculated = formula === undefined ? undefined : columns[formula]
  return (
    <div className="ds-columns">
      <table className="ds-table">
        <thead><tr><th>{t.columnId}</th><th>{t.type}</th><th>{t.unit}</th><th className="ds-num">{t.decimals}</th><th>{t.required}</th><th>ƒ</th><th aria-label={t.remove} /></tr></thead>
        <tbody>
          {Object.entries(columns).map(([key, column]) => (
            <tr key={key} data-path={`field:${id}/${key}`}>
              <td><Text size="small" variant="borderless" aria-label={t.name} value={column.title} onText={(text) => setColumn(key, { title: text }, `${key}.title`)} /></td>
              <td><Select<Kind> size="small" variant="borderless" popupMatchSelectWidth={false} aria-label={`${column.title} ${t.type}`} value={kindOfElement(column)} options={columnKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))} onChange={(kind) => setItems(({ properties = {} }) => ({ properties: Object.fromEntries(Object.entries(properties).map(([name, old]) => [name, name === key ? recast(old, kind) : old])) }))} /></td>
              <td><Text size="small" variant="borderless" aria-label={`${column.title} ${t.unit}`} className="ds-unit" value={column['x-unit'] ?? ''} onText={(text) => setColumn(key, { 'x-unit': text || undefined }, `${key}.unit`)} /></td>
              <td className="ds-num">{column.type === 'number' ? <InputNumber size="small" variant="borderless" controls={false} min={0} max={9} className="ds-dec" aria-label={`${column.title} ${t.decimals}`} value={column['x-decimals'] ?? null} onChange={(value) => setColumn(key, { 'x-decimals': value ?? undefined }, `${key}.decimals`)} /> : null}</td>
              <td>{column['x-calculation'] === undefined ? <Checkbox aria-label={`${column.title} ${t.required}`} checked={required.includes(key)} onChange={(event) => setItems(({ required: list = [] }) => ({ required: event.target.checked ? [...list, key] : orNone(list.filter((name) => name !== key)) }))} /> : null}</td>
              <td><Tooltip title={t.calculated}><Button size="small" type={column['x-calculation'] === undefined ? 'text' : 'link'} className="ds-fx" aria-label={`${column.title} ${t.calculated}`} aria-expanded={formula === key}
                onClick={() => {
                  if (column['x-calculation'] === undefined) setColumn(key, { 'x-calculation': 0 })
                  setFormula(formula === key ? undefined : key)
                }}>ƒ</Button></Tooltip></td>
              <td>{readOnly ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${column.title} ${t.remove}`} onClick={() => setItems(({ properties = {}, required: list = [] }) => ({ properties: Object.fromEntries(Object.entries(properties).filter(([name]) => name !== key)), required: orNone(list.filter((name) => name !== key)) }))} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {formula !== undefined && calculated?.['x-calculation'] !== undefined ? (
        <div className="ds-colformula"><b>{calculated.title} =</b>
          <RuleEditor point={point.id} rule={calculated['x-calculation']} path={`field:${id}/${formula}`} label={`${calculated.title} ${t.calculated}`} expect="value" onChange={(rule) => setColumn(formula, { 'x-calculation': rule }, `${formula}.calculation`)} />
          <Button size="small" onClick={() => { setColumn(formula, { 'x-calculation': undefined }); setFormula(undefined) }}>{t.clear}</Button>
        </div>
      ) : null}
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => setItems(({ properties = {} }) => ({ properties: { ...properties, [freshName(Object.keys(properties), 'column')]: elementOfKind('number', `${t.newColumn}${Object.keys(properties).length + 1}`) } }))}>{t.addColumn}</Button>}
    </div>
  )
}
