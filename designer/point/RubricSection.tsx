import { Button, Segmented, Select } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { EvaluationPoint, Rubric } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { MenuButton } from '../MenuButton.tsx'
import { pointOf } from '../edits/nodes.ts'
import { merged, setNode } from '../edits/setNode.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { Bands } from './Bands.tsx'
import { Criteria } from './Criteria.tsx'
import { Descriptors } from './Descriptors.tsx'
import { Limits } from './Limits.tsx'
import { ScaleDrawer } from './ScaleDrawer.tsx'
import type { SetRubric } from './setRubric.ts'
import { rubricOf, templates } from './templates.ts'

/** How a point's level is decided. */
export function RubricSection({ point }: { point: EvaluationPoint }) {
  const { document, edit, editPoint, t, compiled, readOnly, variables } = useDesigner()
  const [scaleOpen, setScaleOpen] = useState(false)
  const { rubric } = point
  const pointer = `${compiled?.point(point.id)?.pointer ?? ''}/rubric`
  const set: SetRubric = (patch, group) => editPoint(point.id, ({ rubric: old }) => ({ rubric: merged(old, typeof patch === 'function' ? patch(old) : patch) }), group === undefined ? undefined : `${point.id}.rubric.${group}`)
  const ofKind = (kind: 'number' | 'boolean'): string[] => variables(point.id).filter((name) => name.own && name.type.kind === kind && (name.kind === 'element' || name.kind === 'calculation')).toSorted((a, b) => Number(b.kind === 'calculation') - Number(a.kind === 'calculation')).map(({ path }) => path)
  /** Limits and descriptors stay: they are no part of a template. */
  const start = (template: NonNullable<Rubric['template']>): void => edit((old) => {
    const own = pointOf(old, point.id)?.rubric ?? rubric
    const { veto, cap, floor, descriptors } = own
    return setNode(old, point.id, { rubric: { ...(veto && { veto }), ...(cap && { cap }), ...(floor && { floor }), ...rubricOf(template, old, { numbers: ofKind('number'), yes: ofKind('boolean') }, own.scale ?? Object.keys(old.scales)[0] ?? ''), ...(descriptors && { descriptors }) } })
  })
  const levelled = rubric.method !== 'narrative' && rubric.method !== 'score'
  const choose = (method: Rubric['method']): void => {
    const scale = rubric.scale ?? Object.keys(document.scales)[0]
    const levels = document.scales[scale ?? '']?.levels ?? []
    set({
      method, ...(method !== 'narrative' && method !== 'score' && scale !== undefined && { scale }),
      ...(method === 'bands' && !rubric.bands && { value: rubric.value ?? { var: Object.keys(point.calculations ?? {})[0] ?? Object.keys(point.schema.properties)[0] ?? '' }, bands: levels.toReversed().map(({ id }, i) => (i === 0 ? { level: id } : { level: id, from: 50 + 10 * i })) }),
      ...(method === 'criteria' && !rubric.criteria && { criteria: levels.slice(0, 1).map(({ id }) => ({ level: id, levelIf: false })) }),
      ...(method === 'score' && rubric.score === undefined && { score: { var: Object.keys(point.calculations ?? {})[0] ?? '' } }),
    })
  }
  return (
    <div className="ds-rubric" data-path={pointer}>
      <div className="ds-rubric-head">
        <Segmented<Rubric['method']> size="small" value={rubric.method} onChange={choose} options={(['bands', 'criteria', 'judged', 'score', 'narrative'] as const).map((value) => ({ value, label: t.methods[value] }))} />
        {readOnly ? null : (
          <MenuButton menu={{ items: templates.map((key) => ({ key, label: key })), onClick: ({ key }) => start(key as NonNullable<Rubric['template']>) }}>{rubric.template ?? t.templates} <DownOutlined /></MenuButton>
        )}
        <span className="ds-grow" />
        {levelled ? <label className="ds-inline">{t.scale}<Select size="small" aria-label={t.scale} popupMatchSelectWidth={false} value={rubric.scale} options={Object.entries(document.scales).map(([value, { title }]) => ({ value, label: title }))} onChange={(scale) => set({ scale })} /></label> : null}
        {levelled && rubric.scale !== undefined ? <Button size="small" type="text" onClick={() => setScaleOpen(true)}>{t.editScale}</Button> : null}
      </div>
      {levelled ? <Limits point={point} pointer={pointer} /> : null}
      {rubric.method === 'bands' ? <Bands point={point} pointer={pointer} onChange={set} /> : null}
      {rubric.method === 'criteria' ? <Criteria point={point} pointer={pointer} onChange={set} /> : null}
      {rubric.score !== undefined ? (
        <div className="ds-labelled"><b>{t.scoreRule}</b><RuleEditor point={point.id} rule={rubric.score} path={`${pointer}/score`} label={t.scoreRule} expect="value" onChange={(score) => set({ score }, 'score')} />{rubric.method === 'score' ? null : <Button size="small" type="text" onClick={() => set({ score: undefined })}>{t.clear}</Button>}</div>
      ) : null}
      {levelled ? <Descriptors point={point} onChange={set} /> : null}
      {scaleOpen && rubric.scale !== undefined ? <ScaleDrawer id={rubric.scale} onClose={() => setScaleOpen(false)} /> : null}
    </div>
  )
}
