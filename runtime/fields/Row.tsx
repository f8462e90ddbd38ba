import { useState, type ReactNode } from 'react'
import { Icon } from '../Icon.tsx'
import { isPrefilled } from '../store/stance.ts'
import { fill, useText } from '../text.ts'
import { ConflictBox } from './ConflictBox.tsx'
import { ReasonBox } from './ReasonBox.tsx'
import { SourceLine } from './SourceLine.tsx'
import { StanceButtons } from './StanceButtons.tsx'
import type { FieldState } from './useField.ts'

export interface RowProps {
  field: FieldState
  /** Id of the line under the control that describes it. */
  note: string
  children: ReactNode
  extra?: ReactNode
  hint?: ReactNode
  /** The label names a group of controls rather than one. */
  group?: boolean
}

/** A field's row: name, control, the three-part control of an official value, and the lines below. */
export function Row({ field, note, children, extra, hint, group }: RowProps) {
  const t = useText()
  const { id, control, element, answer, required, readOnly, conflict, refused } = field
  const prefilled = isPrefilled(answer)
  const [helping, setHelping] = useState(false)
  const label = <>{element.title}{required && !prefilled && !readOnly ? <span className="ys-req" title={t.required} aria-hidden="true">*</span> : null}</>
  return (
    <div className={`ys-field${answer ? ` ys-as-${answer.status}` : ''}`} data-ys-field={id} onBlur={field.leave}>
      <div className="ys-label">
        {group ? <span id={`${control}-label`}>{label}</span> : <label htmlFor={control}>{label}</label>}
        {element.description ? <button type="button" className="ys-help" aria-expanded={helping} aria-label={fill(t.help, { title: element.title })} title={element.description} onClick={() => setHelping(!helping)}>?</button> : null}
      </div>
      <div className="ys-value">{children}{prefilled && element['x-source'] !== 'survey' ? <StanceButtons field={field} /> : null}</div>
      <div className="ys-lines" id={note}>
        <SourceLine field={field} />
        {hint}
        {field.errors.map((text) => <p key={text} className="ys-ferr"><Icon name="alert" small />{text}</p>)}
        {field.warnings.map((text) => <p key={text} className="ys-src ys-is-warn">{text}</p>)}
        {refused === undefined ? null : <p className="ys-ferr"><Icon name="alert" small />{fill(t.notStored, { why: refused })}</p>}
        {helping ? <p className="ys-src ys-measure">{element.description}</p> : null}
      </div>
      {extra ? <div className="ys-lines">{extra}</div> : null}
      {answer?.status === 'corrected' || answer?.status === 'disputed' ? <ReasonBox field={field} /> : null}
      {conflict ? <ConflictBox field={field} conflict={conflict} /> : null}
    </div>
  )
}
