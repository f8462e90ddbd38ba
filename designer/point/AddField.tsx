import { AutoComplete, Button } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { startTransition, useState } from 'react'
import type { EvaluationPoint, Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { addElement, elementOf, useElement } from '../edits/fields.ts'
import { freshName } from '../edits/list.ts'
import { elementOfKind, kindOfElement, kinds, type Kind } from '../kinds.ts'
import { usersOf } from './users.ts'

/** One box for adding a field: elements of the library by name first, then a new one of any kind. */
export function AddField({ point, onAdded }: { point: EvaluationPoint; onAdded: (id: string) => void }) {
  const { document, compiled, edit, editPoint, select, t } = useDesigner()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const library = Object.entries(document.elements).filter(([id, { title }]) => !Object.hasOwn(point.schema.properties, id) && (wanted === '' || title.includes(wanted) || id.includes(wanted))).slice(0, 30)
  const titles = new Set(Object.keys(point.schema.properties).map((id) => elementOf(document, point, id)?.title))
  const titleFor = (kind: Kind): string => {
    if (wanted !== '') return wanted
    const stem = t.newOfKind(t.kinds[kind])
    for (let n = 1; ; n++) if (!titles.has(n === 1 ? stem : `${stem}${n}`)) return n === 1 ? stem : `${stem}${n}`
  }
  const create = (kind: Kind): void => {
    const make = (old: Framework): { document: Framework; id: string } => addElement(old, point.id, elementOfKind(kind, titleFor(kind)))
    onAdded(make(document).id)
    edit((old) => make(old).document)
    setText('')
  }
  const attach = (): void => {
    editPoint(point.id, ({ evidence = [] }) => ({ evidence: [...evidence, { id: freshName(evidence.map(({ id }) => id), 'evidence'), title: wanted || t.evidence, accept: ['pdf'], min: 1 }] }))
    setText('')
    startTransition(() => select(point.id, `${compiled?.point(point.id)?.pointer ?? ''}/evidence/${point.evidence?.length ?? 0}`))
  }
  const options = [
    ...(library.length > 0 ? [{ label: t.inLibrary, options: library.map(([id, element]) => ({ value: `use:${id}`, label: <span className="ds-option"><span>{element.title}</span><span>{t.kinds[kindOfElement(element)]}{element['x-unit'] ? ` · ${element['x-unit']}` : ''}{usersOf(document, id).length > 0 ? ` · ${t.sharedWith(usersOf(document, id))}` : ''}</span></span> })) }] : []),
    { label: t.newField, options: kinds.map((kind) => ({ value: `new:${kind}`, label: t.createNew(titleFor(kind), t.kinds[kind]) })) },
  ]
  return (
    <div className="ds-addfield">
      <AutoComplete defaultActiveFirstOption value={text} options={options} popupMatchSelectWidth={420} onChange={(value: string) => setText(/^(use|new):/.test(value) ? '' : value)}
        onSelect={(value: string) => {
          const [action, name = ''] = value.split(':')
          if (action === 'use') {
            onAdded(name)
            edit((old) => useElement(old, point.id, name))
          }
          else create(name as Kind)
          setText('')
        }} prefix={<PlusOutlined />} placeholder={t.addField} aria-label={t.addField} className="ds-addbox" />
      <span className="ds-kinds">{kinds.map((kind) => <Button key={kind} size="small" type="text" onClick={() => create(kind)}>{t.kinds[kind]}</Button>)}<Button size="small" type="text" onClick={attach}>{t.attachment}</Button></span>
    </div>
  )
}
