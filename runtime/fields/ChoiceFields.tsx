import type { FieldProps } from '@rjsf/utils'
import type { Option } from '../../schemas/index.ts'
import { useText } from '../text.ts'
import { Row } from './Row.tsx'
import { useField, type FieldState } from './useField.ts'

/** One of several, folded. */
export function SelectField({ name }: FieldProps) {
  const field = useField(name)
  const t = useText()
  const { control, readOnly, element, answer } = field
  const note = `${control}-note`
  const options = element.oneOf ?? []
  const value = typeof answer?.value === 'string' ? answer.value : ''
  return (
    <Row field={field} note={note}>
      <select id={control} className="ys-in ys-select" value={value} disabled={readOnly} aria-required={field.required} aria-invalid={field.errors.length > 0} aria-describedby={note}
        onChange={(event) => field.commit(event.target.value || undefined)}>
        <option value="">{t.choose}</option>
        {value && !options.some((option) => option.const === value) ? <option value={value}>{value}</option> : null}
        {options.map((option) => <option key={option.const} value={option.const}>{option.title}</option>)}
      </select>
    </Row>
  )
}

/** One of several, laid out. */
export function RadioField({ name }: FieldProps) {
  const field = useField(name)
  const chosen = typeof field.answer?.value === 'string' ? field.answer.value : undefined
  return <Radios field={field} options={field.element.oneOf ?? []} chosen={chosen} onChoose={(value) => field.commit(value)} />
}

/** Yes or no; neither until one is chosen. */
export function YesNoField({ name }: FieldProps) {
  const field = useField(name)
  const t = useText()
  const { answer } = field
  const chosen = answer?.value === true ? 'yes' : answer?.value === false ? 'no' : undefined
  return <Radios field={field} options={[{ const: 'yes', title: t.yes }, { const: 'no', title: t.no }]} chosen={chosen} onChoose={(value) => field.commit(value === undefined ? undefined : value === 'yes')} />
}

function Radios({ field, options, chosen, onChoose }: { field: FieldState; options: readonly Option[]; chosen: string | undefined; onChoose: (value: string | undefined) => void }) {
  const t = useText()
  const { control, readOnly } = field
  const note = `${control}-note`
  return (
    <Row field={field} note={note} group>
      <span className="ys-radios" role="radiogroup" aria-labelledby={`${control}-label`} aria-required={field.required} aria-describedby={note} aria-invalid={field.errors.length > 0}>
        {options.map((option, index) => (
          <label key={option.const}>
            <input type="radio" id={index === 0 ? control : `${control}-${index}`} name={control} checked={chosen === option.const} disabled={readOnly} onChange={() => onChoose(option.const)}
              onKeyDown={(event) => {
                if ((event.key === 'Backspace' || event.key === 'Delete') && !field.required) onChoose(undefined)
              }} />{option.title}
          </label>
        ))}
        {chosen !== undefined && !readOnly && !field.required ? <button type="button" className="ys-link ys-small" onClick={() => onChoose(undefined)}>{t.clear}</button> : null}
      </span>
    </Row>
  )
}

/** Several of several. */
export function MultiChoiceField({ name }: FieldProps) {
  const field = useField(name)
  const { control, readOnly, element, answer } = field
  const chosen: unknown[] = Array.isArray(answer?.value) ? answer.value : []
  const options = element.items?.oneOf ?? []
  const note = `${control}-note`
  return (
    <Row field={field} note={note} group>
      <span className="ys-radios ys-checks" role="group" aria-labelledby={`${control}-label`} aria-describedby={note}>
        {options.map((option, index) => (
          <label key={option.const}>
            <input type="checkbox" id={index === 0 ? control : `${control}-${index}`} checked={chosen.includes(option.const)} disabled={readOnly}
              onChange={(event) => {
                const next = options.map((each) => each.const).filter((each) => (each === option.const ? event.target.checked : chosen.includes(each)))
                field.commit(next.length ? next : undefined)
              }} />{option.title}
          </label>
        ))}
      </span>
    </Row>
  )
}
