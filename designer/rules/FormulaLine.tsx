import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { complete, formulaMessage, parse, print, type Completion } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

interface Props { point: string; rule: Rule; label: string; problem?: boolean; onChange: (rule: Rule) => void }

/**
 * A rule as the formula office staff write. What is typed is kept as text until it reads as a rule; the stored rule only
 * changes then. A list offers names, columns and functions.
 */
export function FormulaLine({ point, rule, label, problem, onChange }: Props) {
  const { t, locale, vocabulary, readOnly } = useDesigner()
  const words = vocabulary(point)
  const stored = useMemo(() => print(rule, words, locale), [rule, words, locale])
  const [draft, setDraft] = useState<string>()
  const [open, setOpen] = useState<{ from: number; options: readonly Completion[]; at: number }>()
  const box = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const text = draft ?? stored
  const error = draft === undefined ? undefined : parse(draft, words).error

  const type = (value: string, caret: number): void => {
    setDraft(value)
    const found = complete(value, caret, words, locale)
    setOpen(caret > found.from && found.options.length > 0 ? { from: found.from, options: found.options.slice(0, 8), at: 0 } : undefined)
    const read = parse(value, words)
    if (read.error === undefined) onChange(read.rule)
  }
  const choose = (option: Completion): void => {
    if (!open) return
    const caret = box.current?.selectionStart ?? text.length
    const value = text.slice(0, open.from) + option.insert + text.slice(caret)
    const place = open.from + option.insert.length
    flushSync(() => {
      setOpen(undefined)
      type(value, 0)
    })
    box.current?.setSelectionRange(place, place)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !open) return event.preventDefault()
    if (!open) return
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const option = open.options[open.at]
    if (move !== 0) setOpen({ ...open, at: (open.at + move + open.options.length) % open.options.length })
    else if ((event.key === 'Enter' || event.key === 'Tab') && option) choose(option)
    else if (event.key === 'Escape') setOpen(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="ds-formula">
      <textarea ref={box} rows={1} spellCheck={false} disabled={readOnly} className={error || problem ? 'ds-bad' : undefined} aria-label={label} aria-invalid={error !== undefined} role="combobox" aria-expanded={open !== undefined} aria-controls={list}
        aria-activedescendant={open ? `${list}-${open.at}` : undefined} placeholder={t.formulaPlaceholder} value={text}
        onChange={(event) => type(event.target.value, event.target.selectionStart)} onKeyDown={key}
        onBlur={() => { setOpen(undefined); if (!error) setDraft(undefined) }} />
      {open ? (
        <div id={list} role="listbox" className="ds-complete" aria-label={label}>
          {open.options.map((option, index) => (
            <div key={`${option.kind}${option.detail}`} id={`${list}-${index}`} role="option" tabIndex={-1} aria-selected={index === open.at} onMouseDown={(event) => { event.preventDefault(); choose(option) }}>
              <b>{option.label}</b><span>{option.kind === 'function' ? 'ƒ' : option.detail}</span>
            </div>
          ))}
        </div>
      ) : null}
      {error && !open ? <span className="ds-error" role="alert">{formulaMessage(error, locale).replace(/[^？?]$/, `$&${t.stop}`)} {t.formulaBroken}</span> : null}
    </span>
  )
}
