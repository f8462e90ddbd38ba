import { Dropdown, Input, type MenuProps } from 'antd'
import { SearchOutlined } from '@ant-design/icons'
import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { duplicateNode } from '../edits/duplicateNode.ts'
import { find } from '../edits/nodes.ts'
import { indentAll, moveAll, outdentAll, removeAll, shiftAll, topmost } from '../edits/several.ts'
import { useLive } from '../live/live.ts'
import { clear, marksOf } from './marks.ts'
import { rowsOf, type Row } from './rows.ts'
import { TreeFoot } from './TreeFoot.tsx'
import { TreeRow } from './TreeRow.tsx'
import { usePicked } from './usePicked.ts'

const nothing: ReadonlySet<string> = new Set()

interface Props { selected: string | undefined; changed: ReadonlySet<string> }

/** The indicator tree: everything it can do with the keyboard, and by dragging. */
export function Tree({ selected, changed }: Props) {
  const { document, edit, select, issues, t, readOnly } = useDesigner()
  const [filter, setFilter] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<string>()
  const [dragged, setDragged] = useState<Row>()
  const [menuOf, setMenuOf] = useState<Row>()
  const focusNext = useRef<string>(undefined)
  const [drop, setDrop] = useState<{ id: string; where: 'before' | 'inside' | 'after' }>()
  const search = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLUListElement>(null)
  const rows = useMemo(() => rowsOf(document, closed, filter), [document, closed, filter])
  const current = rows.find(({ id }) => id === selected)
  const picked = usePicked(rows, current?.id)
  // What is filtered away still weighs.
  const all = useMemo(() => rowsOf(document, nothing, ''), [document])
  const { cases } = useLive()
  const marks = useMemo(() => marksOf(issues, cases, all), [issues, cases, all])
  const siblings = all.filter(({ parent, kind }) => parent === current?.parent && (current === undefined || kind === current.kind || current.parent !== undefined))

  useEffect(() => {
    const find = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); search.current?.focus(); search.current?.select() }
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])

  const focus = (id: string): void => body.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus()
  // A row that is moved in the page loses the focus; it gets it back.
  useLayoutEffect(() => {
    if (focusNext.current === undefined || !rows.some(({ id }) => id === focusNext.current)) return
    focus(focusNext.current)
    focusNext.current = undefined
  }, [rows])

  const go = (row: Row | undefined): void => {
    if (!row) return
    picked.begin(row.id)
    select(row.id)
    focus(row.id)
  }
  /** Ctrl or ⌘ adds a line to those chosen, Shift chooses up to it. */
  const pick = (row: Row | undefined, add: boolean): void => {
    if (!row) return
    if (add) picked.toggle(row.id)
    else picked.reach(row.id)
    select(row.id)
    focus(row.id)
  }
  const click = (row: Row, event: MouseEvent): void => { if (event.ctrlKey || event.metaKey || event.shiftKey) pick(row, !event.shiftKey); else go(row) }
  /** The line, or with it all that are chosen. */
  const together = (row: Row): string[] => (picked.ids.includes(row.id) ? topmost(document, picked.ids) : [row.id])
  const toggle = (id: string, open: boolean): void => setClosed((old) => { const next = new Set(old); if (open) next.delete(id); else next.add(id); return next })
  /** Applies an edit and stays at a row; false where there is nothing to do. */
  const change = (make: (old: Framework) => Framework, id: string): boolean => {
    if (readOnly || make(document) === document) return false
    focusNext.current = id
    edit(make)
    startTransition(() => select(id))
    return true
  }
  const remove = (row: Row): void => {
    const gone = together(row)
    const left = rowsOf(removeAll(document, gone), closed, filter).map(({ id }) => id)
    const at = rows.findIndex(({ id }) => id === gone[0])
    const next = rows.slice(at).find(({ id }) => left.includes(id))?.id ?? left.at(-1)
    if (change((old) => removeAll(old, gone), next ?? '')) picked.begin(next)
  }
  const add = (make: (old: Framework) => { document: Framework; id: string }, parent?: string): void => {
    const { id } = make(document)
    if (parent !== undefined) toggle(parent, true)
    if (!change((old) => make(old).document, id)) return
    focusNext.current = undefined
    startTransition(() => setEditing(id))
  }
  const duplicate = (row: Row): void => { change((old) => duplicateNode(old, row.id).document, duplicateNode(document, row.id).id) }

  const key = (event: KeyboardEvent): void => {
    if (!current || editing !== undefined) return
    const at = rows.indexOf(current)
    const ctrl = event.ctrlKey || event.metaKey
    const act = (): boolean => {
      if (event.altKey && event.key === 'ArrowUp') return change((old) => shiftAll(old, together(current), -1), current.id), true
      if (event.altKey && event.key === 'ArrowDown') return change((old) => shiftAll(old, together(current), 1), current.id), true
      if (ctrl && event.key.toLowerCase() === 'd') return duplicate(current), true
      if (ctrl || event.altKey) return false
      switch (event.key) {
        case 'ArrowDown': return event.shiftKey ? pick(rows[at + 1], false) : go(rows[at + 1]), true
        case 'ArrowUp': return event.shiftKey ? pick(rows[at - 1], false) : go(rows[at - 1]), true
        case 'Home': return go(rows[0]), true
        case 'End': return go(rows.at(-1)), true
        case 'ArrowRight': return current.children > 0 && !current.open ? toggle(current.id, true) : go(rows[at + 1]?.parent === current.id ? rows[at + 1] : undefined), true
        case 'ArrowLeft': return current.children > 0 && current.open ? toggle(current.id, false) : go(rows.find(({ id }) => id === current.parent)), true
        case 'Enter': return readOnly || setEditing(current.id), true
        case 'Tab': return change((old) => (event.shiftKey ? outdentAll : indentAll)(old, together(current)), current.id)
        case 'Delete': return remove(current), true
        case 'Escape': return picked.ids.length > 0 ? picked.begin(current.id) : globalThis.document.querySelector<HTMLElement>('.ds-name-input')?.focus(), true
        default: return false
      }
    }
    if (act()) event.preventDefault()
  }

  const dropOn = (row: Row): void => {
    const where = drop?.where
    setDrop(undefined)
    if (dragged === undefined || where === undefined) return
    change((old) => {
      const target = find(old, row.id)
      if (!target) return old
      const ids = together(dragged)
      if (ids.includes(row.id)) return old
      return where === 'inside' ? moveAll(old, ids, row.id, Infinity) : moveAll(old, ids, target.parent?.id, target.index + (where === 'after' ? 1 : 0))
    }, dragged.id)
  }
  const menu = (row: Row): NonNullable<MenuProps['items']> => [
    ...(picked.ids.includes(row.id) ? [] : [{ key: 'rename', label: t.rename, extra: 'Enter', onClick: () => setEditing(row.id) }]),
    { key: 'up', label: t.moveUp, extra: 'Alt ↑', onClick: () => change((old) => shiftAll(old, together(row), -1), row.id) },
    { key: 'down', label: t.moveDown, extra: 'Alt ↓', onClick: () => change((old) => shiftAll(old, together(row), 1), row.id) },
    { key: 'indent', label: t.indent, extra: 'Tab', onClick: () => change((old) => indentAll(old, together(row)), row.id) },
    { key: 'outdent', label: t.outdent, extra: 'Shift Tab', onClick: () => change((old) => outdentAll(old, together(row)), row.id) },
    ...(picked.ids.includes(row.id) ? [] : [{ key: 'duplicate', label: t.duplicate, extra: 'Ctrl D', onClick: () => duplicate(row) }]),
    { type: 'divider' },
    { key: 'remove', label: t.remove, extra: 'Delete', danger: true, onClick: () => remove(row) },
  ]
  const parent = current?.kind === 'point' ? current.parent : current?.id
  const points = rows.filter(({ kind }) => kind === 'point').length
  return (
    <nav className="ds-tree" aria-label={t.tree}>
      <div className="ds-search"><Input ref={(input) => { search.current = input?.input ?? null }} size="small" allowClear prefix={<SearchOutlined />} suffix={<kbd>⌘K</kbd>} placeholder={t.search} aria-label={t.search} value={filter} onChange={(event) => setFilter(event.target.value)} onKeyDown={(event) => { if (event.key === 'ArrowDown' || event.key === 'Enter') go(rows.find(({ kind }) => kind === 'point') ?? rows[0]) }} /></div>
      <div className="ds-tree-head"><span>{t.points(points)}</span><span>{t.weight}</span></div>
      <Dropdown trigger={readOnly ? [] : ['contextMenu']} menu={{ items: menuOf ? menu(menuOf) : [] }}>
        <ul role="tree" aria-multiselectable ref={body} onKeyDown={key} aria-label={t.tree} onContextMenuCapture={(event) => setMenuOf(rows.find(({ id }) => id === (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id']))}>
          {rows.map((row) => (
            <TreeRow key={row.id} row={row} selected={row.id === selected} picked={picked.ids.includes(row.id)} focusable={row.id === (current?.id ?? rows[0]?.id)} editing={editing === row.id} changed={changed.has(row.id)} drop={drop?.id === row.id ? drop.where : undefined}
              mark={marks.get(row.id) ?? clear} dragged={dragged}
              onSelect={(event) => click(row, event)} onOpen={() => go(row)} onToggle={() => toggle(row.id, !row.open)} onEdit={(on) => { setEditing(on ? row.id : undefined); if (!on) queueMicrotask(() => focus(row.id)) }}
              onDrag={(on) => setDragged(on ? row : undefined)} onOver={(where) => setDrop(where === undefined ? undefined : { id: row.id, where })} onDrop={() => dropOn(row)} />
          ))}
          {rows.length === 0 ? <li className="ds-empty" role="none">{t.noMatch}</li> : null}
        </ul>
      </Dropdown>
      <TreeFoot parent={parent} sum={siblings.reduce((sum, { weight }) => sum + weight, 0)} picked={picked.ids} onAdd={add} onRemove={() => { if (current) remove(current) }} />
    </nav>
  )
}
