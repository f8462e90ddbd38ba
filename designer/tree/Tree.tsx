import { Button, Dropdown, Input } from 'antd'
import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { addIndicator, addPoint } from '../edits/addNode.ts'
import { duplicateNode } from '../edits/duplicateNode.ts'
import { indent, moveTo, outdent, shift } from '../edits/moveNode.ts'
import { find } from '../edits/nodes.ts'
import { removeNode } from '../edits/removeNode.ts'
import { rowsOf, type Row } from './rows.ts'
import { TreeRow } from './TreeRow.tsx'

interface Props { selected: string | undefined; changed: ReadonlySet<string> }

/** The indicator tree: everything it can do with the keyboard, and by dragging. */
export function Tree({ selected, changed }: Props) {
  const { document, edit, select, issues, t, readOnly } = useDesigner()
  const [filter, setFilter] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<string>()
  const [dragged, setDragged] = useState<string>()
  const [drop, setDrop] = useState<{ id: string; where: 'before' | 'inside' | 'after' }>()
  const search = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLUListElement>(null)
  const rows = useMemo(() => rowsOf(document, closed, filter), [document, closed, filter])
  const current = rows.find(({ id }) => id === selected)
  const siblings = rows.filter(({ parent, kind }) => parent === current?.parent && (current === undefined || kind === current.kind || current.parent !== undefined))

  useEffect(() => {
    const find = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); search.current?.focus(); search.current?.select() }
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])

  const go = (row: Row | undefined): void => {
    if (!row) return
    select(row.id)
    body.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus()
  }
  const toggle = (id: string, open: boolean): void => setClosed((old) => { const next = new Set(old); if (open) next.delete(id); else next.add(id); return next })
  const change = (make: (old: Framework) => Framework): void => { if (!readOnly) edit(make) }
  const remove = (row: Row): void => {
    const at = rows.indexOf(row)
    const next = rows.slice(at + 1).find(({ depth }) => depth <= row.depth) ?? rows[at - 1]
    change((old) => removeNode(old, row.id))
    if (next) select(next.id)
  }
  const duplicate = (row: Row): void => change((old) => { const copy = duplicateNode(old, row.id); queueMicrotask(() => select(copy.id)); return copy.document })
  const add = (make: (old: Framework) => { document: Framework; id: string }): void => change((old) => {
    const made = make(old)
    queueMicrotask(() => { select(made.id); setEditing(made.id) })
    return made.document
  })

  const key = (event: KeyboardEvent): void => {
    if (!current || editing !== undefined) return
    const at = rows.indexOf(current)
    const ctrl = event.ctrlKey || event.metaKey
    const act = (): boolean => {
      if (event.altKey && event.key === 'ArrowUp') return change((old) => shift(old, current.id, -1)), true
      if (event.altKey && event.key === 'ArrowDown') return change((old) => shift(old, current.id, 1)), true
      if (ctrl && event.key.toLowerCase() === 'd') return duplicate(current), true
      if (ctrl || event.altKey) return false
      switch (event.key) {
        case 'ArrowDown': return go(rows[at + 1]), true
        case 'ArrowUp': return go(rows[at - 1]), true
        case 'Home': return go(rows[0]), true
        case 'End': return go(rows.at(-1)), true
        case 'ArrowRight': return current.children > 0 && !current.open ? toggle(current.id, true) : go(rows[at + 1]?.parent === current.id ? rows[at + 1] : undefined), true
        case 'ArrowLeft': return current.children > 0 && current.open ? toggle(current.id, false) : go(rows.find(({ id }) => id === current.parent)), true
        case 'Enter': return readOnly || setEditing(current.id), true
        case 'Tab': return readOnly ? false : (change((old) => (event.shiftKey ? outdent : indent)(old, current.id)), true)
        case 'Delete': return remove(current), true
        default: return false
      }
    }
    if (act()) event.preventDefault()
  }

  const dropOn = (row: Row): void => {
    const where = drop?.where
    setDrop(undefined)
    if (dragged === undefined || dragged === row.id || where === undefined) return
    change((old) => {
      const target = find(old, row.id)
      if (!target) return old
      if (where === 'inside') return moveTo(old, dragged, row.id, Infinity)
      const moving = find(old, dragged)
      if (!moving || moving.list !== target.list) return old
      return moveTo(old, dragged, target.parent?.id, target.index + (where === 'after' ? 1 : 0))
    })
  }
  const parent = current?.kind === 'point' ? current.parent : current?.id
  const points = rows.filter(({ kind }) => kind === 'point').length
  return (
    <nav className="ds-tree" aria-label={t.tree}>
      <div className="ds-search"><Input ref={(input) => { search.current = input?.input ?? null }} size="small" allowClear prefix={<SearchOutlined />} suffix={<kbd>⌘K</kbd>} placeholder={t.search} aria-label={t.search} value={filter} onChange={(event) => setFilter(event.target.value)} onKeyDown={(event) => { if (event.key === 'ArrowDown' || event.key === 'Enter') go(rows.find(({ kind }) => kind === 'point') ?? rows[0]) }} /></div>
      <div className="ds-tree-head"><span>{t.points(points)}</span><span>{t.weight}</span></div>
      <ul role="tree" ref={body} onKeyDown={key} aria-label={t.tree}>
        {rows.map((row) => (
          <TreeRow key={row.id} row={row} selected={row.id === selected} focusable={row.id === (current?.id ?? rows[0]?.id)} editing={editing === row.id} changed={changed.has(row.id)} drop={drop?.id === row.id ? drop.where : undefined}
            errors={issues.filter(({ point, severity }) => point === row.id && severity === 'error').length} warnings={issues.filter(({ point, severity }) => point === row.id && severity === 'warning').length}
            onSelect={() => go(row)} onToggle={() => toggle(row.id, !row.open)} onEdit={(on) => { setEditing(on ? row.id : undefined); if (!on) queueMicrotask(() => body.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus()) }}
            onDrag={setDragged} onOver={(where) => setDrop(where === undefined ? undefined : { id: row.id, where })} onDrop={() => dropOn(row)} dragging={dragged !== undefined}
            menu={[
              { key: 'rename', label: t.rename, onClick: () => setEditing(row.id) }, { key: 'up', label: t.moveUp, onClick: () => change((old) => shift(old, row.id, -1)) }, { key: 'down', label: t.moveDown, onClick: () => change((old) => shift(old, row.id, 1)) },
              { key: 'indent', label: t.indent, onClick: () => change((old) => indent(old, row.id)) }, { key: 'outdent', label: t.outdent, onClick: () => change((old) => outdent(old, row.id)) },
              { key: 'duplicate', label: t.duplicate, onClick: () => duplicate(row) }, { key: 'remove', label: t.remove, danger: true, onClick: () => remove(row) },
            ]} />
        ))}
        {rows.length === 0 ? <li className="ds-empty" role="none">{t.noMatch}</li> : null}
      </ul>
      <div className="ds-tree-foot">
        {readOnly ? null : (
          <Dropdown trigger={['click']} menu={{ items: [
            { key: 'top', label: t.addIndicator, onClick: () => add((old) => addIndicator(old, undefined, t.newIndicator)) },
            ...(parent === undefined ? [] : [{ key: 'below', label: t.addChild, onClick: () => add((old) => addIndicator(old, parent, t.newIndicator)) }, { key: 'point', label: t.addPoint, onClick: () => add((old) => addPoint(old, parent, t.newPoint)) }]),
          ] }}><Button size="small" type="link" icon={<PlusOutlined />}>{t.addIndicator}</Button></Dropdown>
        )}
        <span>{t.sum} <b>{Number(siblings.reduce((sum, { weight }) => sum + weight, 0).toFixed(6))}</b></span>
      </div>
    </nav>
  )
}
