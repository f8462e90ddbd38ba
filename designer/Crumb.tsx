import { RightOutlined } from '@ant-design/icons'
import { useDesigner } from './context.ts'
import { find } from './edits/nodes.ts'

/** The indicators a node hangs under, from the top; each can be opened. */
export function Crumb({ id }: { id: string }) {
  const { document, select } = useDesigner()
  const above: { id: string; code: string; title: string }[] = []
  for (let parent = find(document, id)?.parent; parent; parent = find(document, parent.id)?.parent) above.unshift(parent)
  return <p className="ds-crumb">{above.map((parent, i) => <span key={parent.id}>{i > 0 ? <RightOutlined /> : null}<button type="button" onClick={() => select(parent.id)}>{parent.code} {parent.title}</button></span>)}</p>
}
