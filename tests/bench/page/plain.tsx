import { memo, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { fieldsOf, options, sections, values, type FieldDefinition } from './fields.ts'

/** The yardstick of the measure: the same 300 fields written by hand in React, every field memoised, a section's state its own. */
const Field = memo(function Field({ field, value, onChange }: { field: FieldDefinition; value: string | number | boolean | undefined; onChange: (id: string, value: string | boolean) => void }) {
  const { id, title, kind } = field
  const unit = { amount: '万元', before: '万元', more: '万元', count: '人', share: '%' }[kind as string]
  const control = kind === 'choice' ? (
    <select id={id} value={String(value ?? '')} onChange={(event) => onChange(id, event.target.value)}>{options.map((option) => <option key={option.const} value={option.const}>{option.title}</option>)}</select>
  ) : kind === 'yes' ? (
    <span role="radiogroup" aria-label={title}>
      <label><input type="radio" name={id} checked={value === true} onChange={() => onChange(id, true)} />是</label>
      <label><input type="radio" name={id} checked={value === false} onChange={() => onChange(id, false)} />否</label>
    </span>
  ) : kind === 'note' ? <textarea id={id} value={String(value ?? '')} onChange={(event) => onChange(id, event.target.value)} />
    : <input id={id} type="text" inputMode={kind === 'text' ? 'text' : 'decimal'} value={String(value ?? '')} onChange={(event) => onChange(id, event.target.value)} />
  return <div className="row"><label htmlFor={id}>{title}</label>{control}{unit ? <span>{unit}</span> : null}</div>
})

function level(growth: number, issued: boolean): string {
  const found = growth >= 5 ? 'A 优' : growth >= 3 ? 'B 良' : growth >= 0 ? 'C 合格' : growth < 0 ? 'D 待改进' : '尚不能确定'
  return !issued && /^[AB]/.test(found) ? 'C 合格' : found
}

const Section = memo(function Section({ section }: { section: number }) {
  const fields = fieldsOf(section)
  const [state, setState] = useState<Record<string, string | number | boolean | undefined>>(() => Object.fromEntries(fields.map(({ id }) => [id, values[id] as string | number | boolean])))
  const change = useCallback((id: string, value: string | boolean) => setState((before) => ({ ...before, [id]: value })), [])
  const growth = (Number(state[`amount${section}`]) / Number(state[`before${section}`]) - 1) * 100
  return (
    <section>
      <h2>{Math.floor(section / 6) + 1}.{(section % 6) + 1} 评价要点 {section + 1}</h2>
      {fields.map((field) => <Field key={field.id} field={field} value={state[field.id]} onChange={change} />)}
      <p>增长率 {growth.toFixed(2)} % · {level(growth, state[`yes${section}`] === true)}</p>
    </section>
  )
})

const App = () => <main>{Array.from({ length: sections }, (_, section) => <Section key={section} section={section} />)}</main>

const place = document.createElement('div')
document.body.append(place)
createRoot(place).render(<App />)
