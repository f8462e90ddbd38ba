import { App, Button, Select, Tabs } from 'antd'
import { LevelChip, PointForm } from '../../runtime/index.ts'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { expectationOf } from '../point/Cases.tsx'
import { changedAt, loadedFrom, type Sample } from './impact.ts'
import { ImpactTab } from './ImpactTab.tsx'
import { useLive } from './live.ts'
import { TraceList } from './TraceList.tsx'

/** The district's form of the selected point with sample answers, the trace of its rules, and its golden cases. */
export function LivePanel({ point, indicator, samples }: { point: EvaluationPoint | undefined; /** Where an indicator is selected: what the draft does to it. */ indicator?: string | undefined; samples: readonly Sample[] }) {
  const { document, compiled, editPoint, t, locale, readOnly } = useDesigner()
  const { message } = App.useApp()
  const live = useLive()
  if (indicator !== undefined && compiled?.nodes.has(indicator)) return <aside className="ds-livepanel" aria-label={t.impact}><h3>{t.impact}</h3><ImpactTab node={indicator} /></aside>
  if (!point || !compiled?.point(point.id)) return <aside className="ds-livepanel" aria-label={t.preview}><p className="ds-empty">{point ? t.checking : t.selectPoint}</p></aside>
  const node = live.node(point.id)
  const scale = document.scales[point.rubric.scale ?? '']
  const record = (): void => {
    if (!node) return
    const read = JSON.stringify(point)
    const answers = Object.fromEntries(Object.entries(live.answers).filter(([id, value]) => value !== undefined && value !== null && read.includes(`"${id}"`)))
    editPoint(point.id, ({ examples = [] }) => ({ examples: [...examples, {
      name: t.caseNames.recorded(examples.length + 1), answers, ...(live.previous && { previous: { ...live.previous } }), ...(Object.keys(live.evidence).length > 0 && { evidence: { ...live.evidence } }), ...(live.judgement !== undefined && { judgement: live.judgement }), expect: expectationOf(node),
    }] }))
    void message.success(t.recorded)
  }
  const load = (from: string): void => {
    const [kind, index = ''] = from.split(':')
    const example = kind === 'case' ? point.examples?.[Number(index)] : undefined
    const sample = kind === 'sample' ? samples[Number(index)] : undefined
    live.load(example ? { ...example, from } : sample ? { ...loadedFrom(sample, point.id), from } : { answers: {}, from })
  }
  const preview = (
    <>
      <div className="ds-live-head">
        <Select size="small" aria-label={t.sampleFrom} popupMatchSelectWidth={false} placeholder={t.sampleFrom} value={live.from ?? null} onChange={(value: string | null) => load(value ?? '')} options={[
          { value: '', label: t.blank },
          ...(point.examples?.length ? [{ label: t.cases, options: point.examples.map((example, index) => ({ value: `case:${index}`, label: example.name })) }] : []),
          ...(samples.length > 0 ? [{ label: t.lastCycle, options: samples.map(({ label }, index) => ({ value: `sample:${index}`, label })) }] : []),
        ]} />
        <span className="ds-grow" />
        {readOnly ? null : <Button size="small" onClick={record} disabled={!node}>{t.recordCase}</Button>}
      </div>
      <PointForm framework={compiled.framework} point={point.id} answers={live.answers as Record<string, unknown>} evidence={live.evidence as Record<string, number>} {...(live.previous && { previous: live.previous as Record<string, unknown> })} locale={locale} theme="light" onChange={(answers) => live.setAnswers(answers)} />
    </>
  )
  const trace = <TraceList point={point} compiled={compiled} node={node} />
  const moved = changedAt(live.impact.units, point.id).length
  const cases = live.cases.filter((one) => one.point === point.id)
  return (
    <aside className="ds-livepanel" aria-label={t.preview}>
      <Tabs size="small" items={[
        { key: 'preview', label: t.preview, children: preview },
        { key: 'trace', label: t.trace, children: trace },
        { key: 'cases', label: `${t.cases} ${cases.filter(({ pass }) => pass).length}/${cases.length}`, children: cases.length === 0 ? <p className="ds-empty">{t.noCases}</p> : (
          <ul className="ds-caselist">{cases.map((one) => <li key={one.index}><span className={one.pass ? 'ds-pass' : 'ds-fail'}>{one.pass ? t.passed : t.failed}</span> {one.name} <LevelChip scale={scale} node={one.actual} /></li>)}</ul>
        ) },
        { key: 'impact', label: moved > 0 ? `${t.impact} ${t.unitCount(moved)}` : t.impact, children: <ImpactTab node={point.id} /> },
      ]} />
    </aside>
  )
}
