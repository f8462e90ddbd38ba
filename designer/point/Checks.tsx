import { Button, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Check, EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { elementOf } from '../edits/fields.ts'
import { freshName, replaceAt, withoutAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { blankComparison } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { LongText } from '../Text.tsx'

/** What must hold between answers, and what to tell the district where it does not. */
export function Checks({ point }: { point: EvaluationPoint }) {
  const { document, editPoint, t, compiled, readOnly } = useDesigner()
  const checks = point.checks ?? []
  const pointer = compiled?.point(point.id)?.pointer ?? ''
  const set = (index: number, patch: Partial<Check>, group?: string): void =>
    editPoint(point.id, ({ checks: list = [] }) => ({ checks: replaceAt(list, index, merged(list[index] as Check, patch)) }), group === undefined ? undefined : `${point.id}.check${index}.${group}`)
  return (
    <>
      {checks.length === 0 ? <p className="ds-empty">{t.noChecks}</p> : null}
      {checks.map((check, index) => (
        <div key={check.id} className="ds-check" data-path={`${pointer}/checks/${index}`}>
          <div className="ds-check-head">
            <Select size="small" aria-label={t.severity} value={check.severity} options={Object.entries(t.severities).map(([value, label]) => ({ value, label }))} onChange={(value) => set(index, { severity: value as Check['severity'] })} />
            <Select size="small" mode="multiple" maxTagCount={1} className="ds-wide" aria-label={t.aboutFields} placeholder={t.aboutFields} value={check.fields ?? []} onChange={(fields) => set(index, { fields: fields.length > 0 ? fields : undefined })}
              options={Object.keys(point.schema.properties).map((id) => ({ value: id, label: elementOf(document, point, id)?.title ?? id }))} />
            {readOnly ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${check.message} ${t.remove}`} onClick={() => editPoint(point.id, ({ checks: list = [] }) => ({ checks: withoutAt(list, index) }))} />}
          </div>
          <LongText size="small" autoSize aria-label={t.message} placeholder={t.messagePlaceholder} value={check.message} onText={(text) => set(index, { message: text }, 'message')} />
          <RuleEditor point={point.id} rule={check.rule} path={`${pointer}/checks/${index}/rule`} label={t.checks} expect="condition" onChange={(rule) => set(index, { rule }, 'rule')} />
        </div>
      ))}
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => editPoint(point.id, ({ checks: list = [] }) => ({ checks: [...list, { id: freshName(list.map(({ id }) => id), 'check'), severity: 'warning', rule: blankComparison(Object.keys(point.schema.properties)[0]), message: '' }] }))}>{t.addCheck}</Button>}
    </>
  )
}
