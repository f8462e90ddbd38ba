import { formatNumber } from '../../../engine/index.ts'
import type { Calculation, EvaluationPoint, Framework, Indicator, Outcome, Submission } from '../../../schemas/index.ts'
import { useLanguage, useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { fieldsOf, valueText } from '../value.tsx'
import { text } from './text.ts'

interface Props { framework: Framework; point: EvaluationPoint; submission: Submission; previous: Record<string, unknown> | undefined; outcome: Outcome | undefined }

/** What the point was computed from: calculations first, then the answers, each with its state. */
export function Figures({ framework, point, submission, outcome }: Props) {
  const t = useText(text)
  const { locale } = useLanguage()
  const calculations = Object.entries(point.calculations ?? {})
  const fields = fieldsOf(framework, point).filter(({ element }) => element.type !== 'string' || element.oneOf)
  if (!calculations.length && !fields.length) return null
  return (
    <>
      <h3>{t.figures}</h3>
      <table className="table"><caption className="sr">{t.figures}</caption><tbody>
        {calculations.map(([id, calculation]) => <tr key={id}><th scope="row">{calculation.title}</th><td className="num"><CalculationValue calculation={calculation} value={outcome?.calculations[id]} /></td></tr>)}
        {fields.map(({ id, element }) => {
          const answer = submission.answers[id]
          const note = answer?.status === 'corrected' ? t.corrected : answer?.status === 'disputed' ? (answer.decision ? (answer.decision.upheld ? t.upheld : t.dismissed) : t.disputed) : ''
          const official = answer && note && 'official' in answer ? `${t.official} ${valueText(element, answer.official, locale)}` : ''
          return (
            <tr key={id}>
              <th scope="row">{element.title}{note ? <span className="third small" style={{ display: 'block' }}>{[note, official].filter(Boolean).join(t.comma)}</span> : null}</th>
              <td className="num">{valueText(element, answer?.value, locale)}{element['x-unit'] && answer ? <span className="unit">{element['x-unit']}</span> : null}</td>
            </tr>
          )
        })}
      </tbody></table>
    </>
  )
}

/** A computed value with its unit. */
export function CalculationValue({ calculation, value }: { calculation: Calculation; value: unknown }) {
  const t = useText(text)
  const { locale } = useLanguage()
  if (value === null || value === undefined) return <>—</>
  if (typeof value === 'boolean') return <>{value ? t.yes : t.no}</>
  if (Array.isArray(value)) return <>{value.length}</>
  if (typeof value !== 'number') return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>
  return <>{formatNumber(value, { locale, ...(calculation.decimals === undefined ? {} : { decimals: calculation.decimals }) })}{calculation.unit ? <span className="unit">{calculation.unit}</span> : null}</>
}

/** The results one step below an indicator. */
export function Parts({ framework, indicator, nodes, onOpen }: { framework: Framework; indicator: Pick<Indicator, 'children' | 'evaluationPoints'>; nodes: Outcome['nodes']; onOpen: (id: string) => void }) {
  const t = useText(text)
  const parts = [...(indicator.children ?? []), ...(indicator.evaluationPoints ?? [])].filter(({ id }) => nodes[id])
  return (
    <>
      <h3>{t.parts}</h3>
      <table className="table middle"><caption className="sr">{t.parts}</caption><tbody>
        {parts.map((part) => (
          <tr key={part.id}>
            <th scope="row"><button type="button" className="plain" onClick={() => onOpen(part.id)}><span className="third">{part.code}</span> {part.title}</button>{part.weight === undefined ? null : <span className="third small" style={{ display: 'block' }}>{t.weight(part.weight)}</span>}</th>
            <td className="num"><NodeMark framework={framework} node={nodes[part.id]} brief /></td>
          </tr>
        ))}
      </tbody></table>
    </>
  )
}
