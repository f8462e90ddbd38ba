import { App, Button, Select } from 'antd'
import { DeleteOutlined, EyeOutlined } from '@ant-design/icons'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint, GoldenCase } from '../../schemas/index.ts'
import { Context, useDesigner } from '../context.ts'
import { replaceAt, withoutAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { useLive } from '../live/live.ts'
import { Acceptance } from './Acceptance.tsx'
import { givenUp } from './givenUp.ts'
import { Proposals } from './Proposals.tsx'
import { Text } from '../Text.tsx'

/** The golden cases of a point: what is expected beside what comes out now. */
export function Cases({ point }: { point: EvaluationPoint }) {
  const context = useDesigner()
  const { document, compiled, base, editPoint, t, readOnly } = context
  const { message, modal } = App.useApp()
  const live = useLive()
  const examples = point.examples ?? []
  const pointer = compiled?.point(point.id)?.pointer ?? ''
  const scale = document.scales[point.rubric.scale ?? '']
  const set = (index: number, patch: Partial<GoldenCase>, group?: string): void => editPoint(point.id, ({ examples: list = [] }) => ({ examples: replaceAt(list, index, merged(list[index] as GoldenCase, patch)) }), group === undefined ? undefined : `${point.id}.case${index}.${group}`)
  /** Asks first: a case that is red may be right. */
  const accept = (index: number, example: GoldenCase, next: GoldenCase['expect']): void => {
    if (!compiled) return
    modal.confirm({
      title: t.acceptAsk(example.name), width: 520, okText: t.acceptOk, cancelText: t.cancel, icon: null, focusable: { autoFocusButton: 'cancel' },
      content: <Context.Provider value={context}><Acceptance scale={scale} before={example.expect} after={next} lost={givenUp(point, index, next, compiled, base)} /></Context.Provider>,
      onOk: () => { set(index, { expect: next }); void message.success(t.acceptDone) },
    })
  }
  if (examples.length === 0) return <p className="ds-empty">{t.noCases}</p>
  return (
    <>
    <table className="ds-table ds-cases">
      <thead><tr><th>{t.result}</th><th>{t.name}</th><th>{t.expected}</th><th>{t.actual}</th><th aria-label={t.more} /></tr></thead>
      <tbody>
        {examples.map((example, index) => {
          const result = live.cases.find((one) => one.point === point.id && one.index === index)
          const expected = example.expect
          return (
            <tr key={index} data-path={`${pointer}/examples/${index}`} className={result && !result.pass ? 'ds-red' : undefined}>
              <td>{result ? <span className={result.pass ? 'ds-pass' : 'ds-fail'}>{result.pass ? t.passed : t.failed}</span> : null}</td>
              <td><Text size="small" variant="borderless" aria-label={t.name} value={example.name} onText={(text) => set(index, { name: text }, 'name')} /></td>
              <td className="ds-expect">
                <Select size="small" variant="borderless" aria-label={`${example.name} ${t.expected}`} popupMatchSelectWidth={false} value={expected.level ?? `:${expected.status}`}
                  options={[...(scale?.levels ?? []).map(({ id, label }) => ({ value: id, label })), ...Object.entries(t.statuses).filter(([status]) => status !== 'determined' || !scale).map(([status, label]) => ({ value: `:${status}`, label }))]}
                  onChange={(value) => set(index, { expect: value.startsWith(':') ? { status: value.slice(1) as GoldenCase['expect']['status'] } : { status: 'determined', level: value } })} />
              </td>
              <td>{result ? <LevelChip scale={scale} node={result.actual} /> : null}{result?.actual.score === undefined ? null : <small> {result.actual.score}</small>}</td>
              <td className="ds-actions">
                <Button size="small" type="text" icon={<EyeOutlined />} aria-label={`${example.name} ${t.useAnswers}`} title={t.useAnswers} onClick={() => live.load({ ...example, from: `case:${index}` })} />
                {readOnly ? null : <>
                  {result && !result.pass ? <Button size="small" type="link" onClick={() => accept(index, example, expectationOf(result.actual))}>{t.acceptActual}</Button> : null}
                  <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${example.name} ${t.remove}`} onClick={() => editPoint(point.id, ({ examples: list = [] }) => ({ examples: withoutAt(list, index) }))} />
                </>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
    {readOnly ? null : <Proposals point={point} />}
    </>
  )
}

/** What a case expects if the present outcome is right. */
export function expectationOf({ status, level, possible, score }: { status: GoldenCase['expect']['status']; level?: string; possible: string[]; score?: number }): GoldenCase['expect'] {
  return { status, ...(level !== undefined && { level }), ...(status === 'undetermined' && possible.length > 0 && { possible }), ...(score !== undefined && level === undefined && { score }) }
}
