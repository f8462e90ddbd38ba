import { Button, Input, Select } from 'antd'
import { DeleteOutlined, SearchOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import type { Element, Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { removeElement, setElement } from '../edits/fields.ts'
import { usesOf } from '../edits/parameters.ts'
import { kindOfElement } from '../kinds.ts'
import { usersOf } from '../point/users.ts'

/** Every shared datum with who asks for it; one nobody asks for or reads can be removed. */
export function Elements() {
  const { document, edit, t, readOnly } = useDesigner()
  const [filter, setFilter] = useState('')
  const users = useMemo(() => new Map(Object.keys(document.elements).map((id) => [id, usersOf(document, id)])), [document])
  const shown = Object.entries(document.elements).filter(([id, { title }]) => `${title} ${id}`.toLowerCase().includes(filter.trim().toLowerCase()))
  const set = (id: string, patch: Partial<Element>, group: string): void => edit((old) => setElement(old, '', id, patch), `${id}.${group}`)
  return (
    <>
      <Input size="small" allowClear prefix={<SearchOutlined />} className="ds-filter" aria-label={t.filterElements} placeholder={t.filterElements} value={filter} onChange={(event) => setFilter(event.target.value)} />
      <table className="ds-table">
        <thead><tr><th>{t.name}</th><th>{t.type}</th><th>{t.unit}</th><th>{t.source}</th><th>{t.where}</th><th aria-label={t.remove} /></tr></thead>
        <tbody>
          {shown.map(([id, element]) => (
            <tr key={id}>
              <td><Input size="small" variant="borderless" aria-label={t.name} value={element.title} onChange={(event) => { if (event.target.value !== '') set(id, { title: event.target.value }, 'title') }} /></td>
              <td className="ds-nowrap">{t.kinds[kindOfElement(element)]}</td>
              <td>{element.type === 'number' || element.type === 'integer' ? <Input size="small" variant="borderless" className="ds-unit" aria-label={`${element.title} ${t.unit}`} value={element['x-unit'] ?? ''} onChange={(event) => set(id, { 'x-unit': event.target.value || undefined }, 'unit')} /> : null}</td>
              <td><Select size="small" variant="borderless" aria-label={`${element.title} ${t.source}`} popupMatchSelectWidth={false} value={element['x-source'] ?? 'district'} onChange={(value) => set(id, { 'x-source': value }, 'source')} options={Object.entries(t.sources).map(([value, label]) => ({ value, label }))} /></td>
              <td className="ds-quiet">{users.get(id)?.join(t.listed) || t.unused}</td>
              <td>{readOnly || !idle(document, id, users.get(id) ?? []) ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${element.title} ${t.remove}`} onClick={() => edit((old) => removeElement(old, id))} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const idle = (document: Framework, id: string, users: readonly string[]): boolean => users.length === 0 && usesOf(document, id).length === 0 && usesOf(document, `previous.${id}`).length === 0
