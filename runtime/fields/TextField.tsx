import type { FieldProps } from '@rjsf/utils'
import { fill, useText } from '../text.ts'
import { focusNext } from './focusNext.ts'
import { Row } from './Row.tsx'
import { useDraft } from './useDraft.ts'
import { useField } from './useField.ts'

/** One line of text. */
export function TextField({ name }: FieldProps) {
  const field = useField(name)
  const { control, readOnly, element } = field
  const draft = useDraft(typeof field.answer?.value === 'string' ? field.answer.value : '', (text) => field.commit(text || undefined))
  const note = `${control}-note`
  return (
    <Row field={field} note={note}>
      <input id={control} className="ys-in" type="text" readOnly={readOnly} aria-required={field.required} aria-invalid={field.errors.length > 0} aria-describedby={note} {...draft} maxLength={(element.maxLength ?? 500) + 200}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (field.pending) field.confirm()
          focusNext(event.currentTarget)
        }} />
    </Row>
  )
}

/** Several lines of text that grow with what is written. */
export function LongTextField({ name }: FieldProps) {
  const field = useField(name)
  const t = useText()
  const { control, readOnly, element } = field
  const text = typeof field.answer?.value === 'string' ? field.answer.value : ''
  const draft = useDraft(text, (now) => field.commit(now || undefined))
  const note = `${control}-note`
  const rows = Math.min(12, Math.max(2, draft.value.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 38), 0)))
  const hint = <p className="ys-src">{[field.required ? '' : t.optional, element.maxLength ? fill(t.countOf, { n: Array.from(draft.value).length, max: element.maxLength }) : ''].filter(Boolean).join(' · ')}</p>
  return (
    <Row field={field} note={note} hint={hint}>
      <textarea id={control} className="ys-in" rows={rows} readOnly={readOnly} aria-required={field.required} aria-invalid={field.errors.length > 0} aria-describedby={note} {...draft} />
    </Row>
  )
}
