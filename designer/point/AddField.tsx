import { AutoComplete, Button } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { addElement, useElement } from '../edits/fields.ts'
import { elementOfKind, kindOfElement, kinds, type Kind } from '../kinds.ts'
import { usersOf } from './users.ts'

/** One box for adding a field: elements of the library by name first, then a new one of any kind. */
export function AddField({ point }: { point: EvaluationPoint }) {
  const { document, edit, t } = useDesigner()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const library = Object.entries(document.elements).filter(([id, { title }]) => !Object.hasOwn(point.schema.properties, id) && (wanted === '' || title.includes(wanted) || id.includes(wanted))).slice(0, 30)
  const create = (kind: Kind): void => {
    edit((old) => addElement(old, point.id, elementOfKind(kind, wanted || t.newField)).document)
    setText('')
  }
  const options = [
    ...(library.length > 0 ? [{ label: t.inLibrary, options: library.map(([id, element]) => ({ value: `use:${id}`, label: <span className="ds-option"><span>{element.title}</span><span>{t.kinds[kindOfElement(element)]}{element['x-unit'] ? ` · ${element['x-unit']}` : ''}{usersOf(document, id).length > 0 ? ` · ${t.sharedWith(usersOf(document, id))}` : ''}</span></span> })) }] : []),
    { label: t.newField, options: kinds.map((kind) => ({ value: `new:${kind}`, label: t.createNew(wanted || t.newField, t.kinds[kind]) })) },
  ]
  return (
    <div className="ds-addfield">
      <AutoComplete value={text} options={options} popupMatchSelectWidth={420} onChange={(value: string) => setText(/^(use|new):/.test(value) ? '' : value)}
        onSelect={(value: string) => {
          const [action, name = ''] = value.split(':')
          if (action === 'use') edit((old) => useElement(old, point.id, name))
          else create(name as Kind)
          setText('')
        }} prefix={<PlusOutlined />} placeholder={t.addField} aria-label={t.addField} className="ds-addbox" />
      <span className="ds-kinds">{kinds.map((kind) => <Button key={kind} size="small" type="text" onClick={() => create(kind)}>{t.kinds[kind]}</Button>)}</span>
    </div>
  )
}
