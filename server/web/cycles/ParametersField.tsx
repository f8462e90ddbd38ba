import { Button, Input, Select } from 'antd'
import type { Cycle, Framework } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { fitsParameter, parameterTyped } from './parameterTyped.ts'
import { ParameterValue } from './ParameterValue.tsx'
import { text } from './text.ts'

type Overrides = NonNullable<Cycle['profile']['parameters']>

/** Values that differ from the edition in this cycle, each with a reason. */
export function ParametersField({ framework, parameters, onChange }: { framework: Framework; parameters: Overrides; onChange: (parameters: Overrides) => void }) {
  const t = useText(text)
  const free = Object.entries(framework.parameters).filter(([id]) => !(id in parameters))
  const change = (id: string, part: Partial<Overrides[string]>) => { const now = parameters[id]; if (now) onChange({ ...parameters, [id]: { ...now, ...part } }) }
  const remove = (id: string) => onChange(Object.fromEntries(Object.entries(parameters).filter(([other]) => other !== id)))
  if (!Object.keys(framework.parameters).length) return null
  return (
    <section>
      <h2>{t.parameters}</h2>
      <p className="second medium">{t.parametersWords}</p>
      {Object.keys(parameters).length ? (
        <table className="table middle">
          <thead><tr><th>{t.parameter}</th><th className="num">{t.standard}</th><th>{t.value}</th><th>{t.reason}</th><th><span className="sr">{t.removeUnit}</span></th></tr></thead>
          <tbody>
            {Object.entries(parameters).map(([id, override]) => {
              const parameter = framework.parameters[id]
              return (
                <tr key={id}>
                  <th scope="row">{parameter?.title ?? id}</th>
                  <td className="num second"><ParameterValue of={parameter} value={parameter?.value} /></td>
                  <td>{typeof parameter?.value === 'boolean'
                    ? <Select size="small" style={{ width: 120 }} aria-label={`${parameter.title} ${t.value}`} value={override.value === true} options={[{ value: true, label: t.yes }, { value: false, label: t.no }]} onChange={(value) => change(id, { value })} />
                    : <Input size="small" style={{ width: 120 }} aria-label={`${parameter?.title} ${t.value}`} defaultValue={String(override.value)} suffix={parameter?.unit} {...(fitsParameter(parameter, override.value) ? {} : { status: 'error' as const })} onChange={(event) => change(id, { value: parameterTyped(parameter, event.target.value) })} />}</td>
                  <td><Input size="small" aria-label={`${parameter?.title} ${t.reason}`} placeholder={t.reasonPlease} value={override.reason} onChange={(event) => change(id, { reason: event.target.value })} /></td>
                  <td><Button size="small" type="text" icon={<Icon name="close" className="icon-12" />} aria-label={`${t.removeUnit} ${parameter?.title}`} onClick={() => remove(id)} /></td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      <Select size="small" showSearch={{ optionFilterProp: 'label' }} value={null} placeholder={t.addParameter} aria-label={t.addParameter} style={{ width: 320, maxWidth: '100%', marginTop: 8 }} options={free.map(([id, { title }]) => ({ value: id, label: title }))}
        onChange={(id: string | null) => { const found = id ? framework.parameters[id] : undefined; if (id && found) onChange({ ...parameters, [id]: { value: found.value, reason: '' } }) }} />
    </section>
  )
}
