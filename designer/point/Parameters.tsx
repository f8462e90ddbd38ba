import { Button, Checkbox, InputNumber, Select, Switch } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Basis, EvaluationPoint, Framework, Parameter } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { addParameter, removeParameter, setParameter, usesOf } from '../edits/parameters.ts'
import { merged } from '../edits/setNode.ts'
import { shown } from '../live/TraceList.tsx'
import { Text } from '../Text.tsx'

/** Ids of the parameters a point's rules read. */
export function parametersOf(document: Framework, point: EvaluationPoint): string[] {
  const text = JSON.stringify([point.calculations, point.checks, point.evidence, point.rubric, point.layout, point.visibleIf, Object.keys(point.schema.properties).map((id) => document.elements[id] ?? point.schema.properties[id])])
  return Object.keys(document.parameters).filter((id) => text.includes(`"params.${id}"`))
}

/** Thresholds with value, unit and basis; those of this point first, unused ones can be removed. */
export function Parameters({ point }: { point: EvaluationPoint }) {
  const { document, edit, t, readOnly } = useDesigner()
  const own = parametersOf(document, point)
  const unused = Object.keys(document.parameters).filter((id) => usesOf(document, `params.${id}`).length === 0)
  return (
    <>
      {own.length === 0 ? <p className="ds-empty">{t.noParameters}</p> : null}
      {[...own, ...unused].map((id) => <ParameterRow key={id} id={id} />)}
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => edit((old) => addParameter(old, { title: t.newParameter, value: 0, basis: { kind: 'proposal', unverified: true } }).document)}>{t.addParameter}</Button>}
    </>
  )
}

/** One parameter: value and unit, what it rests on, who reads it, why it changed. */
export function ParameterRow({ id }: { id: string }) {
  const { document, edit, t, base, readOnly, locale } = useDesigner()
  const parameter = document.parameters[id]
  if (!parameter) return null
  const set = (patch: Partial<Parameter>, group?: string): void => edit((old) => setParameter(old, id, patch), group === undefined ? undefined : `param.${id}.${group}`)
  const setBasis = (patch: Partial<Basis>, group?: string): void => edit((old) => setParameter(old, id, { basis: merged(old.parameters[id]?.basis ?? parameter.basis, patch) }), group === undefined ? undefined : `param.${id}.${group}`)
  const uses = usesOf(document, `params.${id}`)
  const before = base?.parameters[id]
  const { value } = parameter
  return (
    <div className="ds-parameter" data-path={`/parameters/${id}`}>
      <div className="ds-parameter-row">
        <Text size="small" variant="borderless" aria-label={t.name} value={parameter.title} onText={(text) => set({ title: text }, 'title')} />
        {typeof value === 'number' ? <InputNumber controls={false} size="small" aria-label={`${parameter.title} ${t.value}`} value={value} onChange={(next) => { if (next !== null) set({ value: next }, 'value') }} />
          : typeof value === 'boolean' ? <Switch size="small" aria-label={`${parameter.title} ${t.value}`} checked={value} onChange={(next) => set({ value: next })} />
            : <Text size="small" aria-label={`${parameter.title} ${t.value}`} value={value} onText={(text) => set({ value: text }, 'value')} />}
        <Text size="small" variant="borderless" className="ds-unit" placeholder={t.unit} aria-label={`${parameter.title} ${t.unit}`} value={parameter.unit ?? ''} onText={(text) => set({ unit: text || undefined }, 'unit')} />
        <span className="ds-quiet">{uses.length === 0 ? t.unused : t.usedBy(uses.length)}</span>
        {uses.length === 0 && !readOnly ? <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${parameter.title} ${t.remove}`} onClick={() => edit((old) => removeParameter(old, id))} /> : null}
      </div>
      <div className="ds-parameter-row ds-basis">
        <span>{t.basis}</span>
        <Select size="small" variant="borderless" aria-label={`${parameter.title} ${t.basis}`} popupMatchSelectWidth={false} value={parameter.basis.kind} options={Object.entries(t.basisKinds).map(([kind, label]) => ({ value: kind, label }))} onChange={(kind) => setBasis({ kind: kind as Basis['kind'] })} />
        <Text size="small" variant="borderless" aria-label={`${parameter.title} ${t.documentName}`} placeholder={t.documentName} value={parameter.basis.document ?? ''} onText={(text) => setBasis({ document: text || undefined }, 'document')} />
        <Text size="small" variant="borderless" aria-label={`${parameter.title} ${t.clause}`} placeholder={t.clause} value={parameter.basis.clause ?? ''} onText={(text) => setBasis({ clause: text || undefined }, 'clause')} />
        <Checkbox checked={parameter.basis.unverified === true} onChange={(event) => setBasis({ unverified: event.target.checked || undefined })}>{t.unverified}</Checkbox>
      </div>
      {before && before.value !== value ? <div className="ds-parameter-row ds-changed"><span>{t.changedFrom(shown(before.value, before.unit, t, locale))}</span><Text size="small" aria-label={`${parameter.title} ${t.reason}`} placeholder={t.reason} value={parameter.reason ?? ''} onText={(text) => set({ reason: text || undefined }, 'reason')} /></div> : null}
    </div>
  )
}
