import { App, Button, Select, Tabs } from 'antd'
import { LevelChip, PointForm } from '../../runtime/index.ts'
import type { EvaluationPoint, Submission } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { pointOf } from '../edits/nodes.ts'
import { setNode } from '../edits/setNode.ts'
import { expectationOf } from '../point/Cases.tsx'
import { useLive } from './live.ts'
import { TraceList } from './TraceList.tsx'

/** The district's form of the selected point with sample answers, the trace of its rules, and its golden cases. */
export function LivePanel({ point, samples }: { point: EvaluationPoint | undefined; samples: readonly { label: string; submission: Submission }[] }) {
  const { document, compiled, edit, t, locale, readOnly } = useDesigner()
  const { message } = App.useApp()
  const live = useLive()
  if (!point || !compiled?.point(point.id)) return <aside className="ds-livepanel" aria-label={t.preview}><p className="ds-empty">{point ? t.checking : t.selectPoint}</p></aside>
  const node = live.node(point.id)
  const scale = document.scales[point.rubric.scale ?? '']
  const record = (): void => {
    if (!node) return
    edit((old) => {
      const examples = pointOf(old, point.id)?.examples ?? []
      return setNode(old, point.id, { examples: [...examples, {
        name: t.caseNames.recorded(examples.length + 1), answers: { ...live.answers }, ...(Object.keys(live.evidence).length > 0 && { evidence: { ...live.evidence } }), ...(live.judgement !== undefined && { judgement: live.judgement }), expect: expectationOf(node),
      }] })
    })
    void message.success(t.recorded)
  }
  const preview = (
    <>
      <div className="ds-live-head">
        <Select size="small" aria-label={t.sampleFrom} popupMatchSelectWidth={false} placeholder={t.sampleFrom} value={null} options={[{ value: '', label: t.blank }, ...(point.examples ?? []).map((example, index) => ({ value: `case:${index}`, label: example.name })), ...samples.map(({ label }, index) => ({ value: `sample:${index}`, label }))]}
          onChange={(value: string | null) => {
            const [kind, index = ''] = (value ?? '').split(':')
            const example = kind === 'case' ? point.examples?.[Number(index)] : undefined
            const sample = kind === 'sample' ? samples[Number(index)]?.submission : undefined
            live.load(example ? { answers: example.answers, ...(example.evidence && { evidence: example.evidence }), ...(example.judgement !== undefined && { judgement: example.judgement }) } : { answers: sample ? Object.fromEntries(Object.entries(sample.answers).map(([id, answer]) => [id, answer.value])) : {} })
          }} />
        <span className="ds-grow" />
        {readOnly ? null : <Button size="small" onClick={record} disabled={!node}>{t.recordCase}</Button>}
      </div>
      <PointForm framework={compiled.framework} point={point.id} answers={live.answers as Record<string, unknown>} evidence={live.evidence as Record<string, number>} locale={locale} theme="light" onChange={(answers) => live.setAnswers(answers)} />
    </>
  )
  const trace = <TraceList point={point} compiled={compiled} node={node} />
  const cases = live.cases.filter((one) => one.point === point.id)
  return (
    <aside className="ds-livepanel" aria-label={t.preview}>
      <Tabs size="small" items={[
        { key: 'preview', label: t.preview, children: preview },
        { key: 'trace', label: t.trace, children: trace },
        { key: 'cases', label: `${t.cases} ${cases.filter(({ pass }) => pass).length}/${cases.length}`, children: cases.length === 0 ? <p className="ds-empty">{t.noCases}</p> : (
          <ul className="ds-caselist">{cases.map((one) => <li key={one.index}><span className={one.pass ? 'ds-pass' : 'ds-fail'}>{one.pass ? t.passed : t.failed}</span> {one.name} <LevelChip scale={scale} node={one.actual} /></li>)}</ul>
        ) },
      ]} />
    </aside>
  )
}
