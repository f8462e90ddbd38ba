import { memo, useState } from 'react'
import type { PointInfo } from '../../engine/index.ts'
import { HalfMark, Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import { todoGroups, type TodoGroup, type TodoItem } from '../store/todo.ts'
import { fill, useText } from '../text.ts'
import { jump } from './jump.ts'
import { useTodo } from './useTodo.ts'

/** The to-do list by what is missing, and the tree with progress and search. */
export const Outline = memo(function Outline({ open: editable }: { open: boolean }) {
  const todo = useTodo()
  const store = useStore()
  const t = useText()
  const view = useSlice('view', (each) => each.view)
  const [text, setText] = useState('')
  const [open, setOpen] = useState<TodoGroup | 'shut'>()
  const wanted = text.trim().toLowerCase()
  const busy = new Set([...todo.returned, ...todo.items].map(({ point }) => point))
  const shown = store.compiled.points.filter((point) => (!view.onlyTodo || busy.has(point.id)) && (!wanted || matches(point, wanted)))
  const groups = new Map<string, PointInfo[]>()
  for (const point of shown) {
    const top = point.path[0] ?? ''
    groups.set(top, [...(groups.get(top) ?? []), point])
  }
  return (
    <nav className={`ys-outline${view.outline ? ' ys-shown' : ''}`} aria-label={t.outline} id="ys-outline">
      {editable ? <div className="ys-todo">
        <p className="ys-row"><b>{t.todo} {todo.items.length + todo.returned.length}</b><span className="ys-grow" /><button type="button" className="ys-link ys-md" aria-pressed={view.onlyTodo} onClick={() => store.setView({ onlyTodo: !view.onlyTodo })}>{view.onlyTodo ? t.showAll : t.onlyTodo}</button></p>
        {todo.items.length + todo.returned.length === 0 ? <p className="ys-src ys-row"><Icon name="check" tone="ok" small />{t.allDone}</p> : null}
        <ul>
          {todo.returned.length ? <Group group="returned" items={todo.returned} open={open !== 'shut'} onOpen={() => setOpen(open === 'shut' ? undefined : 'shut')} /> : null}
          {todoGroups.map((group) => {
            const items = todo.items.filter((item) => item.group === group)
            return items.length ? <Group key={group} group={group} items={items} open={open === group} onOpen={() => setOpen(open === group ? undefined : group)} /> : null
          })}
        </ul>
      </div> : null}
      <div className="ys-search"><Icon name="search" tone="quiet" /><input className="ys-in" type="search" placeholder={t.search} aria-label={t.search} value={text} onChange={({ target }) => setText(target.value)} onKeyDown={(event) => {
        const [first] = shown
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && wanted && first) jump(store, { point: first.id, ...fieldIn(first, wanted) })
      }} /></div>
      {shown.length === 0 && wanted ? <p className="ys-src ys-pad">{fill(t.nothingFound, { text })}</p> : null}
      <ul className="ys-tree">
        {[...groups].map(([top, points]) => {
          const node = store.compiled.nodes.get(top)
          return (
            <li key={top}>
              {node ? <p className="ys-group">{node.code} {node.title}</p> : null}
              <ul>{points.map((point) => [<Entry key={point.id} point={point} current={view.point === point.id} progress={todo.progress.get(point.id)} />, wanted ? <Found key={`${point.id}/`} point={point} wanted={wanted} /> : null])}</ul>
            </li>
          )
        })}
      </ul>
    </nav>
  )
})

function Group({ group, items, open, onOpen }: { group: TodoGroup | 'returned'; items: readonly TodoItem[]; open: boolean; onOpen: () => void }) {
  const store = useStore()
  const t = useText()
  const words: Record<TodoGroup | 'returned', string> = { returned: t.todoReturned, pending: t.todoPending, missing: t.todoMissing, evidence: t.todoEvidence, fix: t.todoFix }
  return (
    <li>
      <button type="button" className={group === 'fix' ? 'ys-is-error' : undefined} aria-expanded={open} onClick={onOpen}><span><Icon name={open ? 'down' : 'right'} small />{words[group]}</span><span>{items.length}</span></button>
      {open ? (
        <ul className="ys-todo-items">
          {items.map((item) => <li key={item.key}><button type="button" onClick={() => jump(store, item)}><span className="ys-code">{store.point(item.point)?.code}</span><span>{item.text}</span></button></li>)}
        </ul>
      ) : null}
    </li>
  )
}

const Entry = memo(function Entry({ point, current, progress }: { point: PointInfo; current: boolean; progress: { done: number; total: number } | undefined }) {
  const store = useStore()
  const t = useText()
  const submission = store.submission()
  const returned = submission.state === 'returned' && submission.points[point.id]?.state === 'returned'
  const locked = submission.state === 'returned' && !returned
  const survey = point.fields.length > 0 && point.fields.every(({ schema }) => schema['x-source'] === 'survey')
  const done = progress !== undefined && progress.done >= progress.total
  return (
    <li>
      <a href={`#ys-point-${point.id}`} aria-current={current ? 'true' : undefined} onClick={(event) => {
        event.preventDefault()
        jump(store, { point: point.id })
      }}>
        <span className="ys-mark0">{survey || locked ? <Icon name="lock" small tone="quiet" /> : !progress || progress.total === 0 ? null : done ? <Icon name="check" small tone="ok" /> : progress.done > 0 ? <HalfMark /> : <i className="ys-ring" />}</span>
        <span className="ys-code">{point.code}</span><span className="ys-cut" title={point.title}>{point.title}</span>
        {returned ? <span className="ys-tag ys-tag-warn">{t.returnedMark}</span> : <span className="ys-quiet ys-small">{survey ? t.survey : progress?.total ? `${progress.done}/${progress.total}` : t.dash}</span>}
      </a>
    </li>
  )
}, (before, now) => before.point === now.point && before.current === now.current && before.progress?.done === now.progress?.done && before.progress?.total === now.progress?.total)

/** The fields of a point that were looked for; each leads there. */
function Found({ point, wanted }: { point: PointInfo; wanted: string }) {
  const store = useStore()
  const found = fieldsIn(point, wanted)
  if (!found.length) return null
  return <li><ul className="ys-todo-items ys-found">{found.map(({ id, schema }) => <li key={id}><button type="button" onClick={() => jump(store, { point: point.id, field: id })}><span>{schema.title}</span></button></li>)}</ul></li>
}

const fieldsIn = ({ fields }: PointInfo, wanted: string) => fields.filter(({ schema }) => schema.title.toLowerCase().includes(wanted))
const fieldIn = (point: PointInfo, wanted: string): { field?: string } => {
  const [first] = fieldsIn(point, wanted)
  return first ? { field: first.id } : {}
}

const matches = ({ code, title, point, fields }: PointInfo, wanted: string): boolean =>
  `${code} ${title} ${point.requirement} ${fields.map(({ schema }) => schema.title).join(' ')}`.toLowerCase().includes(wanted)
