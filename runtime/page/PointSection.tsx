import { memo } from 'react'
import { EvidenceField } from '../fields/EvidenceField.tsx'
import { dayOf } from '../fields/day.ts'
import { Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { LevelChip } from '../verdict/LevelChip.tsx'
import { PointFields } from './PointFields.tsx'

/** One evaluation point: where it belongs, what is required, its fields and its evidence. */
export const PointSection = memo(function PointSection({ point, crumb = true }: { point: string; crumb?: boolean }) {
  const store = useStore()
  const t = useText()
  const info = store.point(point)
  const absent = useSlice(`node:${point}`, (each) => each.node(point)?.status === 'notApplicable')
  const { state } = store.submission()
  if (!info) return null
  const path = info.path.map((id) => store.compiled.nodes.get(id)).filter((node) => node !== undefined)
  const review = store.submission().points[point]
  const source = store.framework.source
  return (
    <article className="ys-point" id={`ys-point-${point}`} data-ys-point={point} aria-labelledby={`ys-point-${point}-title`}>
      {crumb && path.length ? <p className="ys-crumb">{path.map(({ id, code, title }, index) => [index ? <Icon key={`${id}-`} name="right" small /> : null, <span key={id}>{code} {title}</span>])}</p> : null}
      <h2 id={`ys-point-${point}-title`} tabIndex={-1}>{info.code} {info.title}</h2>
      <details className="ys-require"><summary>{t.requirement}</summary><p>{info.point.requirement}</p>{info.point.note ? <p className="ys-quiet ys-small">{info.point.note}</p> : null}{source ? <p className="ys-quiet ys-small">{source.number ?? source.title} {info.code}</p> : null}</details>
      {review?.feedback?.length && state === 'returned' && review.state === 'returned' ? (
        <div className="ys-note ys-note-info"><Icon name="chat" /><div><b>{t.feedback}</b>{review.feedback.map((comment, index) => <p key={index}>{comment.text}<span className="ys-quiet ys-small"> {comment.by} {dayOf(comment.at)}</span></p>)}</div></div>
      ) : null}
      {state === 'returned' && review?.state !== 'returned' ? <p className="ys-src ys-locked"><Icon name="lock" small />{t.locked}</p> : null}
      {absent ? null : <Printed point={point} code={info.code} />}
      {absent ? <p className="ys-note"><span>{t.notApplicable}</span></p> : <><PointFields point={point} /><EvidenceField point={point} /></>}
    </article>
  )
})

/** The verdict on paper, where no panel stands beside the point. */
function Printed({ point, code }: { point: string; code: string }) {
  const store = useStore()
  const t = useText()
  const node = useSlice('summary', (each) => each.node(point))
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  return <p className="ys-printed">{fill(t.verdict, { code })}{t.colon}<LevelChip scale={scale} node={node} />{node?.score === undefined || node.status !== 'determined' || !node.level ? null : ` ${fill(t.scoreIs, { n: node.score })}`}</p>
}
