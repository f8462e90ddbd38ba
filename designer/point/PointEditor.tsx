import { useEffect, useRef, useState } from 'react'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { sectionOf } from '../findings.ts'
import { useLive } from '../live/live.ts'
import { Calculations } from './Calculations.tsx'
import { Cases } from './Cases.tsx'
import { Checks } from './Checks.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { Fields } from './Fields.tsx'
import { Findings } from './Findings.tsx'
import { Head } from './Head.tsx'
import { Parameters, parametersOf } from './Parameters.tsx'
import { RubricSection } from './RubricSection.tsx'

/** Everything about one evaluation point in one scroll, with anchors. `place` is a JSON Pointer to bring into view. */
export function PointEditor({ point, place }: { point: EvaluationPoint; place: { path: string } | undefined }) {
  const { document, issues, t } = useDesigner()
  const scroll = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState('fields')
  /** The scrolling that follows is our own. */
  const jumping = useRef(false)
  const { cases } = useLive()
  const red = cases.filter((one) => one.point === point.id && !one.pass).length
  const problems = (part: string): number => issues.filter((issue) => issue.point === point.id && issue.severity === 'error' && sectionOf(issue.path) === part).length + (part === 'cases' ? red : 0)
  const sections = [
    { id: 'fields', title: t.fields, count: Object.keys(point.schema.properties).length, body: <Fields point={point} /> },
    { id: 'calculations', title: t.calculations, count: Object.keys(point.calculations ?? {}).length, body: <Calculations point={point} /> },
    { id: 'checks', title: t.checks, count: point.checks?.length ?? 0, body: <Checks point={point} /> },
    { id: 'evidence', title: t.evidence, count: point.evidence?.length ?? 0, body: <EvidenceSection point={point} /> },
    { id: 'rubric', title: t.rubric, count: undefined, body: <RubricSection point={point} /> },
    { id: 'parameters', title: t.parameters, count: parametersOf(document, point).length, body: <Parameters point={point} /> },
    { id: 'cases', title: t.cases, count: point.examples?.length ?? 0, body: <Cases point={point} /> },
  ]
  /** The last section that begins at the top or above it; at the very end the last, which may be too short to get there. */
  const follow = (): void => {
    const box = scroll.current
    if (jumping.current || !box) return void (jumping.current = false)
    const top = box.getBoundingClientRect().top + 40
    const end = box.scrollTop + box.clientHeight >= box.scrollHeight - 2
    const passed = [...box.querySelectorAll(':scope > section')].filter((section) => end || section.getBoundingClientRect().top <= top)
    setCurrent(passed.at(-1)?.id.slice('ds-'.length) ?? 'fields')
  }
  const go = (id: string): void => {
    const before = scroll.current?.scrollTop
    setCurrent(id)
    scroll.current?.querySelector(`#ds-${id}`)?.scrollIntoView({ block: 'start' })
    jumping.current = scroll.current?.scrollTop !== before
  }
  useEffect(() => {
    if (place === undefined || !scroll.current) return
    const path = /^\/elements\/([^/]+)/.test(place.path) ? place.path.replace(/^\/elements\/([^/]+).*/, 'field:$1') : place.path
    const marked = [...scroll.current.querySelectorAll<HTMLElement>('[data-path]')].filter((element) => path.startsWith(element.dataset['path'] ?? ' '))
    const target = marked.toSorted((a, b) => (b.dataset['path']?.length ?? 0) - (a.dataset['path']?.length ?? 0))[0] ?? scroll.current.querySelector<HTMLElement>(`#ds-${sectionOf(path)}`)
    target?.scrollIntoView({ block: 'center' })
    target?.querySelector<HTMLElement>('textarea, input, select, button')?.focus()
  }, [place])
  return (
    <div className="ds-point">
      <Head point={point} />
      <nav className="ds-anchors">
        {sections.map(({ id, title, count }) => (
          <button key={id} type="button" aria-current={current === id} onClick={() => go(id)}>{title}{count === undefined ? null : <span>{count}</span>}{problems(id) > 0 ? <i className="ds-badge ds-badge-err">{problems(id)}</i> : null}</button>
        ))}
      </nav>
      <div className="ds-sections" ref={scroll} onScroll={follow}>
        {sections.map(({ id, title, body }) => <section key={id} id={`ds-${id}`} aria-label={title}><h3>{title}</h3><Findings point={point.id} section={id} />{body}</section>)}
      </div>
    </div>
  )
}
