import { useEffect, useRef, useState, type ChangeEvent, type CompositionEvent, type FocusEvent, type KeyboardEvent } from 'react'
import type { Element } from '../../schemas/index.ts'
import { editEntry } from '../entry.ts'
import { useText } from '../text.ts'
import { cellValue, isProse } from './tableRows.ts'

interface Props {
  cell: string
  column: Element
  value: unknown
  text: string
  was: string | undefined
  label: string
  error: string | undefined
  errorLine: string
  onValue: (value: unknown) => void
}

/** A cell one types into; choices and yes/no are lists. */
export function TableCell({ cell, column, value, text, was, label, error, errorLine, onValue }: Props) {
  const t = useText()
  const number = column.type === 'number' || column.type === 'integer'
  const prose = isProse(column)
  // Words break into lines and the row grows with them.
  const Control = (prose ? 'textarea' : 'input') as 'input'
  const [draft, setDraft] = useState<string>()
  const composing = useRef(false)
  const before = useRef<unknown>(undefined)
  useEffect(() => setDraft((now) => (now === undefined ? now : cellValue(column, now) === value || composing.current ? now : undefined)), [value, column])
  const wrong = error !== undefined && draft === undefined
  const shared = { 'data-cell': cell, 'aria-label': label, 'aria-invalid': wrong, ...(wrong ? { 'aria-describedby': errorLine } : {}) }
  const options = column.type === 'boolean' ? [{ const: 'yes', title: t.yes }, { const: 'no', title: t.no }] : column.oneOf
  if (options) {
    const chosen = value === true ? 'yes' : value === false ? 'no' : typeof value === 'string' ? value : ''
    return (
      <td className={`ys-cell${wrong ? ' ys-cell-bad' : ''}`}>
        <select {...shared} className="ys-cell-in" value={chosen} onChange={({ target }) => onValue(target.value === '' ? undefined : column.type === 'boolean' ? target.value === 'yes' : target.value)}>
          <option value="">{' '}</option>
          {chosen && !options.some((option) => option.const === chosen) ? <option value={chosen}>{chosen}</option> : null}
          {options.map((option) => <option key={option.const} value={option.const}>{option.title}</option>)}
        </select>
      </td>
    )
  }
  return (
    <td className={`ys-cell${number ? ' ys-num' : ''}${wrong ? ' ys-cell-bad' : ''}${was === undefined ? '' : ' ys-cell-cor'}`}>
      {was === undefined ? null : <span className="ys-was"><span className="ys-sr">{t.was}</span>{was || t.dash}</span>}
      <Control {...shared} className="ys-cell-in" {...(prose ? { rows: 1 } : { type: 'text', inputMode: number ? 'decimal' : 'text' })} autoComplete="off" value={draft ?? text}
        onFocus={(event: FocusEvent<HTMLInputElement>) => {
          before.current = value
          const plain = typeof value === 'number' ? editEntry(value) : text
          setDraft(plain)
          const input = event.currentTarget
          input.value = plain
          input.select()
          requestAnimationFrame(() => input.matches(':focus') && input.value === plain && input.select())
        }}
        onBlur={() => setDraft(undefined)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
          composing.current = false
          onValue(cellValue(column, currentTarget.value))
        }}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => {
          setDraft(target.value)
          if (!composing.current) onValue(cellValue(column, target.value))
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return
          onValue(before.current)
          setDraft(undefined)
        }} />
    </td>
  )
}
