import type { FieldProps } from '@rjsf/utils'
import { useDraft } from './useDraft.ts'
import { focusNext } from './focusNext.ts'
import { readDate } from './readDate.ts'
import { Row } from './Row.tsx'
import { useField } from './useField.ts'

/** A date; also takes a typed or pasted `2025年9月1日`, `2025/9/1`, `20250901`. */
export function DateField({ name }: FieldProps) {
  const field = useField(name)
  const { control, readOnly } = field
  const stored = typeof field.answer?.value === 'string' ? field.answer.value : ''
  const commit = (text: string): void => field.commit(text ? (readDate(text) ?? text) : undefined)
  const draft = useDraft(stored, commit)
  const note = `${control}-note`
  const plain = draft.value === '' || readDate(draft.value) === draft.value
  return (
    <Row field={field} note={note}>
      <span className="ys-date">
        <input id={control} className="ys-in" type={plain ? 'date' : 'text'} readOnly={readOnly} max="9999-12-31" aria-required={field.required} aria-invalid={field.errors.length > 0} aria-describedby={note} {...draft}
          onPaste={(event) => {
            const date = readDate(event.clipboardData.getData('text'))
            if (!date || readOnly) return
            event.preventDefault()
            commit(date)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (field.pending) field.confirm()
            focusNext(event.currentTarget)
          }} />
      </span>
    </Row>
  )
}
