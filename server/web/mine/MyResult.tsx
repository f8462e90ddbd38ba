import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { compile, explain, formatNumber, inputOf } from '../../../engine/index.ts'
import type { EvaluationPoint, Indicator, Outcome } from '../../../schemas/index.ts'
import { api, type OpenSubmission } from '../api.ts'
import { Basis } from '../Basis.tsx'
import { date, dateTime, shortHash } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useLanguage, useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { allPoints, selectedPoints } from '../overview/columns.ts'
import { rank } from '../overview/rows.ts'
import { isPoint } from '../points.ts'
import { Sentences } from '../Sentences.tsx'
import { useSynthetic } from '../synthetic.ts'
import { StatePage } from '../StatePage.tsx'
import { text } from './text.ts'
import { Tasks } from './Tasks.tsx'
import { useMine } from './useMine.ts'
import './mine.css'

/** The outcome of one's own unit: the whole tree, each result explained, beside last year's. */
export function MyResult({ values }: { values: Record<string, string> }) {
  const t = useText(text)
  const mine = useMine()
  return (
    <Loaded of={mine}>
      {(items) => {
        const chosen = items.find(({ id }) => id === values['submission']) ?? items[0]
        return chosen ? <><Tasks items={items} current={chosen.id} to="result" /><One key={chosen.id} id={chosen.id} /></> : <StatePage title={t.none} words={t.noneWords} />
      }}
    </Loaded>
  )
}

function One({ id }: { id: string }) {
  const load = useLoad(async () => {
    const [open, outcome] = await Promise.all([api.submission(id), api.outcome(id)])
    const before = open.cycle.previous ? await api.outcomes(open.cycle.previous).then(({ units }) => units[0]?.outcome, () => undefined) : undefined
    return { open, outcome, before }
  }, [id])
  useSynthetic(load.value?.open.cycle.synthetic)
  return <Loaded of={load}>{({ open, outcome, before }) => <ResultOf open={open} outcome={outcome} before={before} />}</Loaded>
}

/** Every level is the one the server has on record; only the sentences about it are made here. */
function ResultOf({ open, outcome, before }: { open: OpenSubmission; outcome: Outcome; before: Outcome | undefined }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const { framework, cycle, submission, previous } = open
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const reading = useMemo(() => {
    const { compiled } = compile(framework, cycle.profile)
    return compiled ? { compiled, input: inputOf(submission, { cycle, ...(previous ? { previous } : {}) }) } : undefined
  }, [framework, cycle, submission, previous])
  const selected = useMemo(() => selectedPoints(framework, cycle.profile.points), [framework, cycle])
  const { nodes } = outcome
  const points = allPoints(framework).filter(({ id }) => selected.has(id))
  const determined = points.filter(({ id }) => nodes[id]?.status === 'determined').length
  const unit = cycle.units.find(({ id }) => id === submission.unit)

  const toggle = (id: string) => setShown((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]))
  const lastFigure = ({ rubric: { value }, calculations }: EvaluationPoint, number: number) => {
    const name = value && typeof value === 'object' && 'var' in value && typeof value.var === 'string' ? value.var : ''
    const { title = '', unit, decimals } = calculations?.[name] ?? {}
    return t.lastFigure(title, formatNumber(number, { locale, ...(unit === undefined ? {} : { unit }), ...(decimals === undefined ? {} : { decimals }) }))
  }
  const line = (node: Indicator | EvaluationPoint, depth: number) => {
    const own = nodes[node.id]
    const last = before?.nodes[node.id]
    const [now, then] = [own, last].map((one) => (one?.status === 'determined' ? rank(framework, one) : undefined))
    const change = now === undefined || then === undefined ? '' : now > then ? t.better : now < then ? t.worse : t.same
    const open_ = shown.has(node.id)
    const words = reading && open_ ? explain(reading.compiled, reading.input, outcome, node.id, locale) : undefined
    const judgement = submission.points[node.id]?.state === 'returned' ? undefined : submission.judgements[node.id]
    return (
      <li key={node.id}>
        <button type="button" className={`plain result-line result-${isPoint(node) ? 'point' : depth === 0 ? 'first' : 'second'}`} aria-expanded={open_} onClick={() => toggle(node.id)}>
          <Icon name={open_ ? 'down' : 'right'} className="icon-12 third" />
          <span className="grow"><span className="third">{node.code}</span> {node.title}</span>
          <span className="result-before">{last ? <><span className="third small result-label">{t.lastYear}</span><NodeMark framework={framework} node={last} brief /></> : null}</span>
          <span className={`small result-change ${change === t.better ? 'is-ok' : change === t.worse ? 'is-warn' : 'third'}`}>{change}</span>
          <span className="result-now"><NodeMark framework={framework} node={own} brief /></span>
        </button>
        {words && [words.why, words.limits, words.missing, words.next, words.basis].some(({ length }) => length) ? (
          <div className="result-words">
            <Sentences of={words.why} />
            {judgement ? <p className="result-said">{t.judgedBecause(judgement.reason)} <span className="third small">{judgement.by} {date(judgement.at)}</span></p> : null}
            <Sentences of={words.limits} limits />
            {words.missing.length ? <><h3>{t.missing}</h3><Sentences of={words.missing} /></> : null}
            {words.next.length ? <><h3>{t.next}</h3><Sentences of={words.next} /></> : null}
            {isPoint(node) && last?.value !== undefined ? <p className="second small">{lastFigure(node, last.value)}</p> : null}
            <Basis of={words.basis} />
          </div>
        ) : null}
        {isPoint(node) ? null : <ul>{[...(node.children ?? []).filter(has), ...(node.evaluationPoints ?? []).filter(({ id }) => selected.has(id))].map((child) => line(child, depth + 1))}</ul>}
      </li>
    )
  }
  const has = (node: Indicator): boolean => (node.evaluationPoints ?? []).some(({ id }) => selected.has(id)) || (node.children ?? []).some(has)
  const status = submission.state === 'accepted' ? t.final : submission.state === 'submitted' ? t.inReview : t.provisional
  return (
    <main id="main" className="page result">
      <div className="page-head">
        <div className="grow">
          <h1>{unit?.title} · {cycle.title}</h1>
          <p className="second">{status} {t.counts(determined, points.length)}</p>
          {framework.aggregation ? <p className="row wrap" style={{ marginTop: 8 }}><span className="second">{t.total}</span><NodeMark framework={framework} node={nodes[framework.id]} large />{before?.nodes[framework.id] ? <><span className="third small">{t.lastYear}</span><NodeMark framework={framework} node={before.nodes[framework.id]} brief /></> : null}</p> : null}
        </div>
        <div className="row no-print"><LinkButton to={`/my/${encodeURIComponent(submission.id)}`}>{t.openForm}</LinkButton><Button type="text" onClick={() => print()}>{t.print}</Button></div>
      </div>
      <p className="row no-print result-tools"><Button type="link" size="small" onClick={() => setShown((open) => (open.size ? new Set() : new Set(points.map(({ id }) => id))))}>{shown.size ? t.foldAll : t.unfoldAll}</Button></p>
      <p className="result-head third small" aria-hidden="true"><span className="grow" /><span className="result-before">{t.lastYear}</span><span className="result-change">{t.change}</span><span className="result-now">{t.thisYear}</span></p>
      <ul className="result-tree" aria-label={t.title}>{framework.indicators.filter(has).map((root) => line(root, 0))}</ul>
      <dl className="result-facts small">
        {submission.submittedBy ? <div><dt>{t.submittedBy}</dt><dd>{submission.submittedBy} {dateTime(submission.submittedAt)}</dd></div> : null}
        {outcome.inputs ? <div><dt>{t.digest}</dt><dd title={outcome.inputs}><span className="mono">{shortHash(outcome.inputs)}</span> <span className="third">{t.digestHint}</span></dd></div> : null}
      </dl>
    </main>
  )
}
