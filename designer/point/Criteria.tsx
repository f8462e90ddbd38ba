import { Button, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { LevelChip } from '../../runtime/index.ts'
import type { Criterion, EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { replaceAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { blankComparison } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { CriteriaRuler } from './CriteriaRuler.tsx'
import type { SetRubric } from './setRubric.ts'

interface Props { point: EvaluationPoint; pointer: string; onChange: SetRubric }

/** One condition for each level, from the best down. */
export function Criteria({ point, pointer, onChange }: Props) {
  const { document, t, readOnly } = useDesigner()
  const { rubric } = point
  const criteria = rubric.criteria ?? []
  const scale = document.scales[rubric.scale ?? '']
  const levels = (scale?.levels ?? []).map(({ id, label }) => ({ value: id, label }))
  const setOne = (index: number, patch: Partial<Criterion>, group?: string): void => onChange(({ criteria: list = [] }) => ({ criteria: replaceAt(list, index, merged(list[index] as Criterion, patch)) }), group)
  return (
    <div className="ds-criteria">
      <CriteriaRuler point={point} />
      {criteria.map((criterion, index) => (
        <div key={index} className="ds-criterion" data-path={`${pointer}/criteria/${index}`}>
          <Select size="small" variant="borderless" aria-label={t.level} popupMatchSelectWidth={false} value={criterion.level} options={levels} labelRender={() => <LevelChip scale={scale} level={criterion.level} />} onChange={(level) => setOne(index, { level })} />
          <RuleEditor point={point.id} rule={criterion.levelIf} path={`${pointer}/criteria/${index}/levelIf`} label={`${t.level} ${scale?.levels.find(({ id }) => id === criterion.level)?.label ?? criterion.level}`} expect="condition" onChange={(levelIf) => setOne(index, { levelIf }, `criterion${index}`)} />
          {readOnly || criteria.length < 2 ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => onChange(({ criteria: list = [] }) => ({ criteria: list.toSpliced(index, 1) }))} />}
        </div>
      ))}
      <div className="ds-rubric-foot">
        {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => onChange(({ criteria: list = [] }) => ({ criteria: [...list, { level: levels[Math.min(criteria.length, levels.length - 1)]?.value ?? '', levelIf: blankComparison(Object.keys(point.calculations ?? {})[0] ?? Object.keys(point.schema.properties)[0]) }] }))}>{t.addCriterion}</Button>}
        <label className="ds-inline">{t.policy}<Select size="small" aria-label={t.policy} popupMatchSelectWidth={false} value={rubric.policy ?? 'first'} options={[{ value: 'first', label: t.first }, { value: 'unique', label: t.unique }]} onChange={(policy) => onChange({ policy })} /></label>
        <label className="ds-inline">{t.otherwise}<Select size="small" allowClear aria-label={t.otherwise} popupMatchSelectWidth={false} placeholder={t.none} value={rubric.otherwise} options={levels} onChange={(otherwise?: string) => onChange({ otherwise })} /></label>
      </div>
    </div>
  )
}
