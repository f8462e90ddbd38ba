import { Icon } from '../Icon.tsx'
import { useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { jump } from './jump.ts'

/** What applies to the whole form: returned points, read-only. */
export function Notices() {
  const store = useStore()
  const t = useText()
  const submission = store.submission()
  if (submission.state !== 'returned') return null
  const back = store.compiled.points.filter(({ id }) => submission.points[id]?.state === 'returned')
  return (
    <div className="ys-note ys-note-info" role="status"><Icon name="info" /><div><b>{fill(t.returned, { n: back.length })}</b>
      <p className="ys-row ys-wrap">{back.map(({ id, code, title }) => <button key={id} type="button" className="ys-link" onClick={() => jump(store, { point: id })}>{code} {title}</button>)}</p></div></div>
  )
}
