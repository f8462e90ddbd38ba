import { Button, InputNumber, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { EvaluationPoint, EvidenceRequirement } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { freshName, replaceAt, withoutAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { blankComparison } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { Text } from '../Text.tsx'

const types: EvidenceRequirement['accept'] = ['pdf', 'docx', 'xlsx', 'jpg', 'png']
const megabyte = 1024 * 1024

/** The evidence a point asks for. */
export function EvidenceSection({ point }: { point: EvaluationPoint }) {
  const { document, editPoint, t, compiled, readOnly } = useDesigner()
  const list = point.evidence ?? []
  const pointer = compiled?.point(point.id)?.pointer ?? ''
  const levels = document.scales[point.rubric.scale ?? '']?.levels ?? []
  const set = (index: number, patch: Partial<EvidenceRequirement>, group?: string): void =>
    editPoint(point.id, ({ evidence = [] }) => ({ evidence: replaceAt(evidence, index, merged(evidence[index] as EvidenceRequirement, patch)) }), group === undefined ? undefined : `${point.id}.evidence${index}.${group}`)
  return (
    <>
      {list.length === 0 ? <p className="ds-empty">{t.noEvidence}</p> : null}
      {list.map((requirement, index) => (
        <div key={requirement.id} className="ds-evidence" data-path={`${pointer}/evidence/${index}`}>
          <Text size="small" aria-label={t.name} value={requirement.title} onText={(text) => set(index, { title: text }, 'title')} />
          <div className="ds-evidence-row">
            <Select size="small" mode="multiple" aria-label={t.accept} value={requirement.accept} options={types.map((value) => ({ value, label: t.fileKinds[value] }))} onChange={(accept) => { if (accept.length > 0) set(index, { accept }) }} />
            <label>{t.min}<InputNumber controls={false} size="small" min={0} max={50} aria-label={t.min} value={requirement.min ?? 0} onChange={(value) => set(index, { min: value ?? undefined }, 'min')} /></label>
            <label>{t.max}<InputNumber controls={false} size="small" min={1} max={50} aria-label={t.max} value={requirement.max ?? 10} onChange={(value) => set(index, { max: value ?? undefined }, 'max')} /></label>
            <label>{t.maxMegabytes}<InputNumber controls={false} size="small" min={1} max={500} aria-label={t.maxMegabytes} value={Math.round((requirement.maxBytes ?? 20 * megabyte) / megabyte)} onChange={(value) => set(index, { maxBytes: value === null ? undefined : value * megabyte }, 'bytes')} /></label>
            <Text size="small" aria-label={t.period} placeholder={t.period} value={requirement.period ?? ''} onText={(text) => set(index, { period: text || undefined }, 'period')} />
            {levels.length > 0 ? <Select size="small" mode="multiple" className="ds-wide" aria-label={t.forLevels} placeholder={t.forLevels} value={requirement.forLevels ?? []} options={levels.map(({ id, label }) => ({ value: id, label }))} onChange={(forLevels) => set(index, { forLevels: forLevels.length > 0 ? forLevels : undefined })} /> : null}
            {readOnly ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${requirement.title} ${t.remove}`} onClick={() => editPoint(point.id, ({ evidence = [] }) => ({ evidence: withoutAt(evidence, index) }))} />}
          </div>
          {requirement.requiredIf === undefined ? (readOnly ? null : <Button size="small" type="link" onClick={() => set(index, { requiredIf: blankComparison(Object.keys(point.schema.properties)[0]) })}>{t.requiredIf}…</Button>)
            : <><RuleEditor point={point.id} rule={requirement.requiredIf} path={`${pointer}/evidence/${index}/requiredIf`} label={t.requiredIf} expect="condition" onChange={(requiredIf) => set(index, { requiredIf }, 'requiredIf')} /><Button size="small" onClick={() => set(index, { requiredIf: undefined })}>{t.clear}</Button></>}
        </div>
      ))}
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => editPoint(point.id, ({ evidence = [] }) => ({ evidence: [...evidence, { id: freshName(evidence.map(({ id }) => id), 'evidence'), title: t.evidence, accept: ['pdf'], min: 1 }] }))}>{t.addEvidence}</Button>}
    </>
  )
}
