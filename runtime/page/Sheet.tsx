import { Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { LevelChip } from '../verdict/LevelChip.tsx'
import { useTodo } from './useTodo.ts'

/** On a narrow screen: the bar at the top that opens the outline. */
export function NowBar({ open }: { open: boolean }) {
  const todo = useTodo()
  const store = useStore()
  const t = useText()
  const view = useSlice('view', (each) => each.view)
  const info = store.point(view.point)
  return (
    <div className="ys-now" role="region" aria-label={t.current}>
      <span className="ys-cut"><b>{info?.code}</b> {info?.title}</span>
      <button type="button" className="ys-btn" aria-expanded={view.outline} aria-controls="ys-outline" onClick={() => store.setView({ outline: !view.outline, verdict: false })}><Icon name="list" />{open ? fill(t.outlineTodo, { n: todo.items.length + todo.returned.length }) : t.outline}</button>
    </div>
  )
}

/** On a narrow screen: the bar at the bottom that opens the verdict. */
export function VerdictBar({ point, open: editable }: { point: string; open: boolean }) {
  const todo = useTodo()
  const store = useStore()
  const t = useText()
  const open = useSlice('view', ({ view }) => view.verdict)
  const node = useSlice('summary', (each) => each.node(point))
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  const left = [...todo.items, ...todo.odd, ...todo.returned].filter((item) => item.point === point).length
  return (
    <button type="button" className="ys-vbar" aria-expanded={open} aria-controls="ys-verdict" onClick={() => store.setView({ verdict: !open, outline: false })}>
      <LevelChip scale={scale} node={node} /><span className="ys-grow ys-md">{!editable ? '' : left ? fill(t.leftItems, { n: left }) : t.nothingMissing}</span><Icon name={open ? 'down' : 'up'} tone="quiet" />
    </button>
  )
}
