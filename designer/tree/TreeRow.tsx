import { InputNumber } from 'antd'
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useState, type DragEvent, type MouseEvent } from 'react'
import { useDesigner } from '../context.ts'
import { setNode } from '../edits/setNode.ts'
import type { Mark } from './marks.ts'
import type { Row } from './rows.ts'

interface Props {
  row: Row
  selected: boolean
  /** Chosen together with others. */
  picked: boolean
  focusable: boolean
  editing: boolean
  changed: boolean
  mark: Mark
  drop: 'before' | 'inside' | 'after' | undefined
  dragged: Row | undefined
  onSelect: (event: MouseEvent) => void
  onOpen: () => void
  onToggle: () => void
  onEdit: (on: boolean) => void
  onDrag: (on: boolean) => void
  onOver: (where: Props['drop']) => void
  onDrop: () => void
}

/** One node: fold, code, title (edited in place), marks, weight. */
export function TreeRow({ row, selected, picked, focusable, editing, changed, mark, drop, dragged, onSelect, onOpen, onToggle, onEdit, onDrag, onOver, onDrop }: Props) {
  const { edit, t, readOnly } = useDesigner()
  const [title, setTitle] = useState<string>()
  const [weighing, setWeighing] = useState(false)
  const wrong = mark.errors + mark.red
  const words = [mark.errors > 0 ? t.errors(mark.errors) : '', mark.red > 0 ? t.casesRed(mark.red) : '', mark.warnings > 0 ? t.warnings(mark.warnings) : ''].filter(Boolean).join(t.comma)
  const finish = (keep: boolean): void => {
    const text = title?.trim()
    setTitle(undefined)
    if (keep && text) edit((old) => setNode(old, row.id, { title: text }))
    onEdit(false)
  }
  const over = (event: DragEvent<HTMLElement>): void => {
    if (!dragged || dragged.id === row.id || (row.kind === 'point' && dragged.kind === 'indicator')) return
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    const at = (event.clientY - box.top) / box.height
    const inside = row.kind === 'indicator' && (dragged.kind === 'point' || (at > 0.3 && at < 0.7))
    onOver(inside ? 'inside' : at < 0.5 ? 'before' : 'after')
  }
  return (
    <li role="treeitem" data-id={row.id} aria-level={row.depth + 1} aria-setsize={row.size} aria-posinset={row.position} aria-selected={selected || picked} {...(row.children > 0 && { 'aria-expanded': row.open })} tabIndex={focusable ? 0 : -1}
      className={`ds-node ds-d${Math.min(3, row.depth)}${selected ? ' ds-on' : ''}${picked ? ' ds-picked' : ''}${drop ? ` ds-drop-${drop}` : ''}`} onClick={onSelect} onKeyDown={(event) => { if (event.key === ' ') { event.preventDefault(); onOpen() } }} onDoubleClick={() => { if (!readOnly) onEdit(true) }}
      draggable={!readOnly && !editing} onDragStart={() => onDrag(true)} onDragEnd={() => { onDrag(false); onOver(undefined) }} onDragOver={over} onDrop={(event) => { event.preventDefault(); onDrop() }}>
      <span className="ds-twist" aria-hidden onClick={(event) => { event.stopPropagation(); onToggle() }}>{row.children > 0 ? (row.open ? <CaretDownOutlined /> : <CaretRightOutlined />) : null}</span>
      <span className="ds-tree-code">{row.code}</span>
      {editing ? (
        <input className="ds-rename" autoFocus aria-label={t.rename} defaultValue={row.title} onChange={(event) => setTitle(event.target.value)} onBlur={() => finish(true)} onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Enter') finish(true); if (event.key === 'Escape') finish(false) }} />
      ) : <span className="ds-tree-title" title={row.title}>{row.title}</span>}
      {changed ? <i className="ds-dot" title={t.changed} /> : null}
      {wrong + mark.warnings > 0 ? <i className={`ds-badge ds-badge-${wrong > 0 ? 'err' : 'warn'}`} role="img" aria-label={words} title={words}>{wrong > 0 ? wrong : mark.warnings}</i> : null}
      {weighing && !readOnly ? (
        <InputNumber size="small" autoFocus controls={false} min={0} className="ds-weighing" aria-label={`${row.title} ${t.weight}`} defaultValue={row.weight} onClick={(event) => event.stopPropagation()} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Enter' || event.key === 'Escape') setWeighing(false) }}
          onChange={(weight) => { if (weight !== null) edit((old) => setNode(old, row.id, { weight }), `${row.id}.weight`) }} onBlur={() => setWeighing(false)} />
      ) : <button type="button" tabIndex={-1} className="ds-weight" aria-label={`${t.weight} ${row.weight}`} onClick={(event) => { if (selected) { event.stopPropagation(); setWeighing(true) } }}>{row.weight}</button>}
    </li>
  )
}
