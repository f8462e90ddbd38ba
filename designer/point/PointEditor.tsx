import { useEffect, useRef, useState } from 'react'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { Calculations } from './Calculations.tsx'
import { Cases } from './Cases.tsx'
import { Checks } from './Checks.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { Fields } from './Fields.tsx'
import { Head } from './Head.tsx'
import { Parameters, parametersOf } from './Parameters.tsx'
import { RubricSection } from './RubricSection.tsx'

/** Everything about one evaluation point in one scroll, with anchors. `place` is a JSON Pointer to bring into view. */
export function PointEditor({ point, place }: { point: EvaluationPoint; place: string | undefined }) {
  const { document, issues, t } = useDesigner()
  const scroll = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState('fields')
  const problems = (part: string): number => issues.filter((issue) => issue.point === point.id && issue.severity === 'error' && issue.path.includes(`/${part}`)).length
  const sections = [
    { id: 'fields', title: t.fields, count: Object.keys(point.schema.properties).length, problems: problems('schema') + problems('layout'), body: <Fields point={point} /> },
    { id: 'calculations', title: t.calculations, count: Object.keys(point.calculations ?? {}).length, problems: problems('calculations'), body: <Calculations point={point} /> },
    { id: 'checks', title: t.checks, count: point.checks?.length ?? 0, problems: problems('checks'), body: <Checks point={point} /> },
    { id: 'evidence', title: t.evidence, count: point.evidence?.length ?? 0, problems: problems('evidence'), body: <EvidenceSection point={point} /> },
    { id: 'rubric', title: t.rubric, count: undefined, problems: problems('rubric'), body: <RubricSection point={point} /> },
    { id: 'parameters', title: t.parameters, count: parametersOf(document, point).length, problems: 0, body: <Parameters point={point} /> },
    { id: 'cases', title: t.cases, count: point.examples?.length ?? 0, problems: 0, body: <Cases point={point} /> },
  ]
  const go = (id: string): void => {
    setCurrent(id)
    scroll.current?.querySelector(`#ds-${id}`)?.scrollIntoView({ block: 'start' })
  }
  useEffect(() => {
    if (place === undefined || !scroll.current) return
    const marked = [...scroll.current.querySelectorAll<HTMLElement>('[data-path]')].filter((element) => place.startsWith(element.dataset['path'] ?? ' '))
    const target = marked.toSorted((a, b) => (b.dataset['path']?.length ?? 0) - (a.dataset['path']?.length ?? 0))[0] ?? scroll.current.querySelector<HTMLElement>(`#ds-${sectionOf(place)}`)
    target?.scrollIntoView({ block: 'center' })
    target?.querySelector<HTMLElement>('textarea, input, select, button')?.focus()
  }, [place])
  return (
    <div className="ds-point">
      <Head point={point} />
      <nav className="ds-anchors">
        {sections.map(({ id, title, count, problems: wrong }) => (
          <button key={id} type="button" aria-current={current === id} onClick={() => go(id)}>{title}{count === undefined ? null : <span>{count}</span>}{wrong > 0 ? <i className="ds-badge ds-badge-err">{wrong}</i> : null}</button>
        ))}
      </nav>
      <div className="ds-sections" ref={scroll}>
        {sections.map(({ id, title, body }) => <section key={id} id={`ds-${id}`} aria-label={title}><h3>{title}</h3>{body}</section>)}
      </div>
    </div>
  )
}

const sectionOf = (path: string): string => /\/(calculations|checks|evidence|rubric)/.exec(path)?.[1] ?? 'fields'
