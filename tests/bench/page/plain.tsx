import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { fieldsOf, options, sections, values, type FieldDefinition } from './fields.ts'

/**
 * The yardstick of the measure: the same form written by hand in React by somebody who knows these 36 sections. It shows what ours
 * shows of them and checks what ours checks: marks, units, grouped numbers, messages, what is left to do, the sum and the level with its reason, autosave.
 */
type Value = string | number | boolean | undefined
type Values = Readonly<Record<string, Value>>

const units: Partial<Record<FieldDefinition['kind'], string>> = { amount: '万元', before: '万元', more: '万元', count: '人', share: '%' }
const limits: Partial<Record<FieldDefinition['kind'], { maximum: number; decimals: number }>> = { amount: { maximum: 1e9, decimals: 2 }, before: { maximum: 1e9, decimals: 2 }, more: { maximum: 1e9, decimals: 2 }, count: { maximum: 1e7, decimals: 0 }, share: { maximum: 100, decimals: 2 } }
const lengths: Partial<Record<FieldDefinition['kind'], number>> = { text: 100, note: 1000 }
const formats = [new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 }), new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })]
const number = (value: number, decimals: number): string => formats[decimals ? 1 : 0]?.format(value) ?? ''
const codeOf = (section: number): string => `${Math.floor(section / 6) + 1}.${(section % 6) + 1}`

function problem({ kind, title }: FieldDefinition, value: Value): string | undefined {
  const limit = limits[kind]
  if (value === undefined || value === '') return undefined
  if (lengths[kind] && String(value).length > (lengths[kind] ?? 0)) return `${title}：最多 ${lengths[kind]} 字`
  if (!limit) return undefined
  if (typeof value !== 'number') return `${title}：“${String(value)}”不是数字`
  if (value < 0) return `${title}：不小于 0`
  if (value > limit.maximum) return `${title}：不大于 ${limit.maximum}`
  return (String(value).split('.')[1] ?? '').length > limit.decimals ? `${title}：最多 ${limit.decimals} 位小数` : undefined
}

const NumberInput = ({ field: { id, kind }, value, invalid, onChange }: { field: FieldDefinition; value: Value; invalid: boolean; onChange: (value: Value) => void }) => {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? (typeof value === 'number' ? number(value, limits[kind]?.decimals ?? 2) : String(value ?? ''))
  return (
    <>
      <input id={id} className="num" type="text" inputMode="decimal" autoComplete="off" value={shown} aria-required aria-invalid={invalid} aria-describedby={`${id}-note`} onFocus={() => setDraft(String(value ?? ''))} onBlur={() => setDraft(undefined)}
        onChange={({ target }) => {
          setDraft(target.value)
          const text = target.value.replaceAll(',', '').trim()
          onChange(text === '' ? undefined : /^-?\d+(\.\d*)?$/.test(text) ? Number(text) : text)
        }} />
      <span className="unit">{units[kind]}</span>
    </>
  )
}

const Field = memo(function Field({ section, field, value, onChange }: { section: number; field: FieldDefinition; value: Value; onChange: (section: number, id: string, value: Value) => void }) {
  const { id, title, kind } = field
  const message = problem(field, value)
  const change = (next: Value): void => onChange(section, id, next)
  const text = { 'aria-invalid': message !== undefined, 'aria-describedby': `${id}-note`, value: String(value ?? '') }
  const control = kind === 'choice' ? <select id={id} {...text} aria-required onChange={({ target }) => change(target.value || undefined)}><option value="">请选择</option>{options.map((option) => <option key={option.const} value={option.const}>{option.title}</option>)}</select>
    : kind === 'yes' ? (
      <span role="radiogroup" aria-labelledby={`${id}-label`} aria-required>
        <label><input type="radio" name={id} checked={value === true} onChange={() => change(true)} />是</label>
        <label><input type="radio" name={id} checked={value === false} onChange={() => change(false)} />否</label>
      </span>
    ) : kind === 'note' ? <><textarea id={id} {...text} rows={3} onChange={({ target }) => change(target.value)} /><span className="count">{text.value.length} / 1000</span></>
      : kind === 'text' ? <input id={id} type="text" {...text} aria-required onChange={({ target }) => change(target.value)} /> : <NumberInput field={field} value={value} invalid={message !== undefined} onChange={change} />
  return (
    <div className="field">
      <div className="label">{kind === 'yes' ? <span id={`${id}-label`}>{title}<b aria-hidden>*</b></span> : <label htmlFor={id}>{title}{kind === 'note' ? null : <b aria-hidden>*</b>}</label>}</div>
      <div className="value">{control}</div>
      <div className="lines" id={`${id}-note`}>{message === undefined ? null : <p className="error">{message}</p>}</div>
    </div>
  )
})

const levels = [{ id: 'd', name: 'D 待改进' }, { id: 'c', name: 'C 合格', from: 0 }, { id: 'b', name: 'B 良', from: 3 }, { id: 'a', name: 'A 优', from: 5 }]

interface Verdict {
  growth: number | undefined
  each: number | undefined
  level: number | undefined
  capped: boolean
  done: number
  total: number
  missing: FieldDefinition[]
  wrong: string[]
}

/** Verdicts of sections that were not typed into. */
const known = new WeakMap<Values, Verdict>()

function verdictOf(section: number, state: Values): Verdict {
  const read = (kind: string): number | undefined => (typeof state[`${kind}${section}`] === 'number' ? (state[`${kind}${section}`] as number) : undefined)
  const [amount, before, count] = [read('amount'), read('before'), read('count')]
  const growth = amount === undefined || !before ? undefined : (amount / before - 1) * 100
  const reached = growth === undefined ? undefined : levels.findLastIndex(({ from }) => from === undefined || growth >= from)
  const capped = state[`yes${section}`] === false && reached !== undefined && reached > 1
  const fields = fieldsOf(section).filter(({ kind }) => kind !== 'note')
  const missing = fields.filter(({ id }) => state[id] === undefined || state[id] === '')
  const wrong = fieldsOf(section).flatMap((field) => problem(field, state[field.id]) ?? [])
  const verdict = { growth, each: amount === undefined || !count ? undefined : (amount * 10_000) / count, level: capped ? 1 : reached, capped, done: fields.length - missing.length, total: fields.length, missing, wrong }
  known.set(state, verdict)
  return verdict
}

const Section = memo(function Section({ section, state, onChange }: { section: number; state: Values; onChange: (section: number, id: string, value: Value) => void }) {
  return (
    <article id={`section${section}`} aria-labelledby={`title${section}`}>
      <p className="crumb">{Math.floor(section / 6) + 1} 一级指标 {Math.floor(section / 6) + 1}</p>
      <h2 id={`title${section}`} tabIndex={-1}>{codeOf(section)} 评价要点 {section + 1}</h2>
      <details><summary>评价要点原文</summary><p>逐年只增不减。</p></details>
      {fieldsOf(section).map((field) => <Field key={field.id} section={section} field={field} value={state[field.id]} onChange={onChange} />)}
    </article>
  )
})

const Outline = memo(function Outline({ verdicts, current }: { verdicts: readonly Verdict[]; current: number }) {
  const left = verdicts.reduce((sum, { missing, wrong }) => sum + missing.length + wrong.length, 0)
  return (
    <nav aria-label="目录">
      <p><b>待办 {left}</b></p>
      <ul>{verdicts.map(({ done, total }, section) => <Entry key={section} section={section} current={current === section} done={done} total={total} />)}</ul>
    </nav>
  )
})

const Entry = memo(function Entry({ section, current, done, total }: { section: number; current: boolean; done: number; total: number }) {
  return <li><a href={`#section${section}`} aria-current={current}><span>{done === total ? '✓' : '○'}</span><span>{codeOf(section)}</span><span>评价要点 {section + 1}</span><span>{done}/{total}</span></a></li>
})

const Panel = memo(function Panel({ section, verdict: { growth, each, level, capped, missing, wrong } }: { section: number; verdict: Verdict }) {
  const [low, high] = [Math.min(0, growth ?? 0) - 2, Math.max(5, growth ?? 5) + 2]
  const place = (at: number): number => ((at - low) / (high - low)) * 100
  const next = level === undefined ? undefined : levels[level + 1]
  return (
    <aside aria-label="结果">
      <p>{codeOf(section)} 结果</p>
      <p className="level" aria-live="polite">{level === undefined ? '尚不能确定' : levels[level]?.name}</p>
      <div role="img" aria-label="等级区间">
        {levels.map(({ id, name, from }, index) => <i key={id} style={{ width: `${place(levels[index + 1]?.from ?? high) - place(from ?? low)}%` }}>{name[0]}</i>)}
        {growth === undefined ? null : <span style={{ left: `${place(growth)}%` }}>{number(growth, 2)} %</span>}
      </div>
      <h3>为什么</h3>
      {growth === undefined ? null : <p>增长率 {number(growth, 2)} %，达到 {levels.findLast(({ from }) => from === undefined || growth >= from)?.from ?? '—'} %。</p>}
      {each === undefined ? null : <p>人均 {number(each, 2)} 元</p>}
      {capped ? <p>没有印发，最高 C 合格。</p> : null}
      {missing.length + wrong.length ? <ul>{missing.map(({ id, title }) => <li key={id}>{title}：未填写</li>)}{wrong.map((text) => <li key={text}>{text}</li>)}</ul> : null}
      {next && growth !== undefined && next.from !== undefined ? <p>达到 {next.name}，还差 {number(Math.max(0, next.from - growth), 2)} 个百分点。</p> : null}
    </aside>
  )
})

/** Which section stands at the top of the view. */
function useCurrent(): number {
  const [current, setCurrent] = useState(0)
  useEffect(() => {
    const visible = new Set<number>()
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) visible[isIntersecting ? 'add' : 'delete'](Number(target.id.slice(7)))
      if (visible.size) setCurrent(Math.min(...visible))
    })
    for (const article of document.querySelectorAll('article')) observer.observe(article)
    return () => observer.disconnect()
  }, [])
  return current
}

function App() {
  const [state, setState] = useState<readonly Values[]>(() => Array.from({ length: sections }, (_, section) => Object.fromEntries(fieldsOf(section).map(({ id }) => [id, values[id] as Value]))))
  const [save, setSave] = useState('已保存')
  const pending = useRef(new Map<string, Value>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = useCallback((section: number, id: string, value: Value) => {
    setState((before) => before.with(section, { ...before[section], [id]: value }))
    pending.current.set(id, value)
    setSave('有改动待保存')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void Promise.resolve(JSON.stringify([...pending.current])).then(() => {
      pending.current.clear()
      setSave('已保存')
    }), 800)
  }, [])
  const verdicts = useMemo(() => state.map((each, section) => known.get(each) ?? verdictOf(section, each)), [state])
  const current = useCurrent()
  return (
    <div className="page">
      <header><h1>三百个字段</h1><span role="status">{save}</span><button type="button">提交（还差 {verdicts.reduce((sum, { missing }) => sum + missing.length, 0)} 项）</button></header>
      <Outline verdicts={verdicts} current={current} />
      <main>{state.map((each, section) => <Section key={section} section={section} state={each} onChange={change} />)}</main>
      <Panel section={current} verdict={verdicts[current] as Verdict} />
    </div>
  )
}

const place = document.createElement('div')
document.body.append(place)
createRoot(place).render(<App />)
