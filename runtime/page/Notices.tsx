import { Icon } from '../Icon.tsx'
import { useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import type { AnswerChange } from '../types.ts'
import { showValue } from '../fields/showValue.ts'
import { jump } from './jump.ts'

/** What applies to the whole form: returned points, what did not get into a locked form. */
export function Notices({ left, onForget }: { left: readonly AnswerChange[]; onForget: () => void }) {
  const store = useStore()
  const t = useText()
  const submission = store.submission()
  const back = store.compiled.points.filter(({ id }) => submission.points[id]?.state === 'returned')
  return <>
    {left.length ? <Unsent left={left} onForget={onForget} /> : null}
    {submission.state === 'returned' ? <div className="ys-note ys-note-info" role="status"><Icon name="info" /><div><b>{fill(t.returned, { n: back.length })}</b>
      <p className="ys-row ys-wrap">{back.map(({ id, code, title }) => <button key={id} type="button" className="ys-link" onClick={() => jump(store, { point: id })}>{code} {title}</button>)}</p></div></div> : null}
  </>
}

/** What was typed here and not saved before the form was locked: no part of it, and not thrown away unasked. */
function Unsent({ left, onForget }: { left: readonly AnswerChange[]; onForget: () => void }) {
  const store = useStore()
  const t = useText()
  const shown = left.flatMap(({ id, value }) => {
    const element = store.field(id)?.schema
    return element ? [{ id, words: `${element.title}${t.colon}${showValue(element, value, t, store.locale, true)}` }] : []
  })
  if (!shown.length) return null
  return (
    <div className="ys-note ys-note-warn" role="status"><Icon name="warning" /><div><b>{fill(t.unsent, { n: shown.length })}</b>
      <ul>{shown.map(({ id, words }) => <li key={id}>{words}</li>)}</ul>
      <p><button type="button" className="ys-link" onClick={onForget}>{t.forget}</button></p></div></div>
  )
}
