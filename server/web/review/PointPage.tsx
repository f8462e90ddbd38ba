import { memo } from 'react'
import { messageOf } from '../../../engine/index.ts'
import type { EvaluationPoint } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useLanguage, useText } from '../language.tsx'
import { CalculationValue } from '../overview/Figures.tsx'
import { locate } from '../points.ts'
import { Answers } from './Answers.tsx'
import type { Deciding } from './Dispute.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import type { Reading } from './reading.ts'
import { text } from './text.ts'

/** What the district gave for one point, read-only beside last year's. */
export const PointPage = memo(function PointPage({ reading, point, deciding }: { reading: Reading; point: EvaluationPoint; deciding: Deciding }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const above = locate(reading.framework, point.id)?.above ?? []
  const calculations = Object.entries(point.calculations ?? {})
  const issues = (reading.outcome?.nodes[point.id]?.issues ?? []).filter(({ severity }) => severity !== 'info')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <main id="main" className="review-main" tabIndex={0} aria-label={`${point.code} ${point.title}`}>
      <p className="crumb">{above.map(({ id, code, title }, index) => <span key={id} className="row" style={{ gap: 6 }}>{index ? <Icon name="right" className="icon-12" /> : null}{code} {title}</span>)}</p>
      <h2 className="review-title">{point.code} {point.title}</h2>
      <p className="second medium review-requirement">{point.requirement}</p>
      {issues.length ? <ul className="review-issues">{issues.map((issue, index) => <li key={index} className={`note ${issue.severity === 'error' ? 'note-error' : 'note-warn'}`}><Icon name={issue.severity === 'error' ? 'alert' : 'warn'} /><span>{messageOf(issue, locale, reading.compiled)}</span></li>)}</ul> : null}
      <Answers reading={reading} point={point} deciding={deciding} />
      {calculations.length ? (
        <section>
          <h3>{t.calculations}</h3>
          <table className="table review-calculations">
            <thead><tr><th>{t.calculation}</th><th className="num">{t.thisYear(reading.cycle.year)}</th><th className="num">{t.lastYear}</th></tr></thead>
            <tbody>{calculations.map(([id, calculation]) => <tr key={id}><th scope="row">{calculation.title}{calculation.description ? <span className="third small" style={{ display: 'block' }}>{calculation.description}</span> : null}</th><td className="num"><CalculationValue calculation={calculation} value={reading.outcome?.calculations[id]} /></td><td className="num second"><CalculationValue calculation={calculation} value={reading.before[id]} /></td></tr>)}</tbody>
          </table>
        </section>
      ) : null}
      <EvidenceList reading={reading} point={point} />
    </main>
  )
})
