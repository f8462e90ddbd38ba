import { isRate } from '../../../engine/index.ts'
import type { Answer, Element, EvaluationPoint } from '../../../schemas/index.ts'
import { api } from '../api.ts'
import { useLanguage, useText } from '../language.tsx'
import { Scroll } from '../Scroll.tsx'
import { changeText, fieldsOf, valueText } from '../value.tsx'
import { Dispute, type Deciding } from './Dispute.tsx'
import { isAccepted, type Reading } from './reading.ts'
import { text } from './text.ts'

/** The answers of a point: this year, last year, change, source; tables and long texts in full below their name. */
export function Answers({ reading, point, deciding }: { reading: Reading; point: EvaluationPoint; deciding: Deciding }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const { submission, previous, cycle } = reading
  return (
    <Scroll label={t.content}>
      <table className="table review-answers">
        <caption className="sr">{t.content}</caption>
        <thead><tr><th>{t.content}</th><th className="num">{t.thisYear(cycle.year)}</th><th className="num">{t.lastYear}</th><th className="num">{t.change}</th><th>{t.source}</th></tr></thead>
        <tbody>
          {fieldsOf(reading.framework, point).map(({ id, element }) => {
            const answer = submission.answers[id]
            const before = previous?.[id]
            const rows = element.items?.type === 'object' && Array.isArray(answer?.value) ? (answer.value as Record<string, unknown>[]) : undefined
            const long = element.type === 'string' && !element.oneOf && element.format !== 'date'
            const name = <>{element.title}{answer?.reason ? <span className="third small" style={{ display: 'block' }}>{t.reason}{t.colon}{answer.reason}</span> : null}<Cited answer={answer} submission={submission} />{answer?.status === 'disputed' ? <Dispute {...deciding} mayDecide={deciding.mayDecide && !isAccepted(reading, id)} id={id} element={element} answer={answer} /> : null}</>
            if (rows || long) {
              return (
                <tr key={id}>
                  <td colSpan={5}><span className="row"><span className="grow">{name}</span><span className="third small">{sourceOf(element, answer, t)}</span></span>{rows ? <Rows element={element} rows={rows} computed={(column) => reading.column(point.id, id, column)} /> : <p className="review-long">{answer?.value ? valueText(element, answer.value, locale) : <span className="third">{t.notFilled}</span>}</p>}</td>
                </tr>
              )
            }
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="num">{answer?.value === undefined || answer.value === null ? <span className="third">{t.notFilled}</span> : <>{valueText(element, answer.value, locale)}{element['x-unit'] ? <span className="unit">{element['x-unit']}</span> : null}</>}<Other element={element} answer={answer} /></td>
                <td className="num second">{before === undefined ? '—' : valueText(element, before, locale)}</td>
                <td className="num third">{changeText(element, answer?.value, before, locale)}</td>
                <td className="third small">{sourceOf(element, answer, t)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The files that speak for a correction or a dispute. */
function Cited({ answer, submission }: { answer: Answer | undefined; submission: Reading['submission'] }) {
  const t = useText(text)
  const files = submission.evidence.filter(({ id }) => answer?.evidence?.includes(id))
  return files.length ? <span className="third small" style={{ display: 'block' }}>{t.evidence}{t.colon}{files.map(({ id, name }, index) => <span key={id}>{index ? t.comma : null}<a href={api.evidenceUrl(submission.id, id)} download={name}>{name}</a></span>)}</span> : null
}

/** The value that does not count, where two exist. */
function Other({ element, answer }: { element: Element; answer: Answer | undefined }) {
  const t = useText(text)
  const { locale } = useLanguage()
  if (answer?.status === 'corrected' && 'official' in answer) return <span className="third small review-other">{t.official} <s>{valueText(element, answer.official, locale)}</s></span>
  if (answer?.status === 'disputed' && answer.decision?.upheld) return <span className="third small review-other">{t.official} <s>{valueText(element, answer.official, locale)}</s></span>
  if (answer?.status === 'disputed' && 'claim' in answer) return <span className="is-warn small review-other">{t.claim} {valueText(element, answer.claim, locale)}</span>
  return null
}

/** A table answer, row by row, with a sum where the document asks for one. */
function Rows({ element, rows, computed }: { element: Element; rows: readonly Record<string, unknown>[]; computed: (column: string) => readonly unknown[] }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const columns = Object.entries(element.items?.properties ?? {})
  const numeric = (column: Element) => column.type === 'number' || column.type === 'integer'
  const sum = (id: string) => rows.reduce((total, row) => total + (typeof row[id] === 'number' ? row[id] : 0), 0)
  return (
    <Scroll label={element.title}>
      <table className="table review-rows">
        <thead><tr>{columns.map(([id, column]) => <th key={id} className={numeric(column) ? 'num' : ''}>{column.title}{column['x-unit'] ? <span className="unit">{column['x-unit']}</span> : null}</th>)}</tr></thead>
        <tbody>{rows.map((row, index) => <tr key={index}>{columns.map(([id, column]) => <td key={id} className={numeric(column) ? 'num' : ''}>{valueText(column, column['x-calculation'] === undefined ? row[id] : computed(id)[index], locale)}</td>)}</tr>)}</tbody>
        {element['x-total'] ? <tfoot><tr>{columns.map(([id, column], index) => <td key={id} className="num strong">{index === 0 ? t.total : numeric(column) && !column['x-calculation'] && !isRate(column['x-unit']) ? valueText(column, Number(sum(id).toPrecision(12)), locale) : ''}</td>)}</tr></tfoot> : null}
      </table>
    </Scroll>
  )
}

function sourceOf(element: Element, answer: Answer | undefined, t: (typeof text)['zh']): string {
  const source = answer?.source ?? element['x-source'] ?? 'district'
  const name = t.sources[source] ?? source
  return source === 'district' || !answer ? name : `${name}${t.comma}${answer.decision ? (answer.decision.upheld ? t.upheld : t.dismissed) : (t.statuses[answer.status] ?? answer.status)}`
}
