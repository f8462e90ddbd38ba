import { useRef, useState, type KeyboardEvent } from 'react'
import type { FieldProps } from '@rjsf/utils'
import { editEntry, readEntry, slipOf, writeEntry } from '../entry.ts'
import { useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { focusNext } from './focusNext.ts'
import { useField } from './useField.ts'
import { Row } from './Row.tsx'
import { slipWords } from './slipWords.ts'

/** A number with its unit: takes pasted units, separators and full-width digits; groups when left; warns of a magnitude slip. */
export function NumberField({ name }: FieldProps) {
  const field = useField(name)
  const store = useStore()
  const t = useText()
  const { element, answer, control, readOnly } = field
  const unit = element['x-unit']
  const decimals = element['x-decimals'] ?? (element.type === 'integer' ? 0 : element['x-widget'] === 'money' ? 2 : undefined)
  const value = answer?.value
  const [draft, setDraft] = useState<string>()
  const composing = useRef(false)
  const shown = draft ?? (typeof value === 'number' ? writeEntry(value, decimals) : typeof value === 'string' ? value : '')
  const enter = (text: string): void => {
    const entry = readEntry(text, unit)
    field.commit(entry.kind === 'number' ? entry.value : entry.kind === 'empty' ? undefined : text.trim())
  }
  const previous = store.previous[name]
  const slip = typeof value === 'number' && typeof previous === 'number' && !readOnly ? slipOf(value, previous, unit === '%') : undefined
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (field.pending) field.confirm()
    focusNext(event.currentTarget)
  }
  const accept = (suggestion: number): void => {
    setDraft(undefined)
    field.commit(suggestion)
  }
  const note = `${control}-note`
  return (
    <Row field={field} note={note} extra={slip ? (
      <p className="ys-src ys-is-warn">{slipWords(slip, unit, t)} <button type="button" className="ys-link" onClick={() => accept(slip.suggestion)}>{fill(t.slipFix, { value: `${writeEntry(slip.suggestion, decimals)}${unit ? ` ${unit}` : ''}` })}</button></p>
    ) : null}>
      <div className="ys-affix">
        <input id={control} className="ys-in ys-num" type="text" inputMode="decimal" autoComplete="off" value={shown} readOnly={readOnly} aria-required={field.required} aria-invalid={field.errors.length > 0} aria-describedby={note}
          onFocus={(event) => {
            if (readOnly) return
            const draft = typeof value === 'number' ? editEntry(value) : shown
            setDraft(draft)
            const input = event.currentTarget
            // The text changes here, not when it is drawn again, so that what is typed at once replaces all of it.
            input.value = draft
            input.select()
            // A click puts the caret somewhere after this. Not once something was typed: the first key must not be replaced by the second.
            requestAnimationFrame(() => input.matches(':focus') && input.value === draft && input.select())
          }}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={(event) => {
            composing.current = false
            enter(event.currentTarget.value)
          }}
          onChange={(event) => {
            setDraft(event.target.value)
            if (!composing.current) enter(event.target.value)
          }}
          onBlur={() => {
            field.leave()
            setDraft(undefined)
          }}
          onKeyDown={key} />
        {unit ? <span className="ys-unit">{unit}</span> : null}
      </div>
    </Row>
  )
}
