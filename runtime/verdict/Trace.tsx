import { useState } from 'react'
import { formatNumber, variablesOf, type Compiled } from '../../engine/index.ts'
import type { Traced } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { LocaleContext, textOf } from '../text.ts'
import type { Locale } from '../types.ts'

/** The values of every part of a point’s rules, as an evaluation with `trace` gives them. */
export interface TraceProps {
  compiled: Compiled
  point: string
  /** From a node of an outcome evaluated with a trace. */
  trace: readonly Traced[]
  locale?: Locale
}

/** Every rule of a point with the value of each part, unfolding to the numbers people entered. */
export function Trace({ compiled, point, trace, locale = 'zh' }: TraceProps) {
  const names = new Map(variablesOf(compiled, point).map((variable) => [variable.path, variable]))
  return (
    <LocaleContext.Provider value={locale}>
      <ul className="ys-trace" role="tree">{trace.map((part, index) => <Part key={`${part.path}${index}`} part={part} names={names} locale={locale} depth={0} />)}</ul>
    </LocaleContext.Provider>
  )
}

function Part({ part, names, locale, depth }: { part: Traced; names: ReadonlyMap<string, ReturnType<typeof variablesOf>[number]>; locale: Locale; depth: number }) {
  const [open, setOpen] = useState(depth < 1)
  const t = textOf(locale)
  const parts = (part.parts ?? []).filter(({ operator }) => operator !== undefined)
  const variable = part.name === undefined ? undefined : names.get(part.name)
  const named = /\/calculations\/([^/]+)$/.exec(part.path)?.[1]
  const title = variable?.title ?? part.name ?? (named === undefined ? undefined : names.get(named)?.title) ?? lastOf(part.path)
  const value = part.value as unknown
  const unit = variable?.unit ?? (named === undefined ? undefined : names.get(named)?.unit)
  const shown = value === null || value === undefined ? t.traceUnknown : typeof value === 'number' ? formatNumber(value, { ...(unit ? { unit } : {}), locale }) : typeof value === 'boolean' ? (value ? '✓' : '✗') : Array.isArray(value) ? `[${value.length}]` : typeof value === 'string' ? value : JSON.stringify(value).slice(0, 60)
  return (
    <li role="treeitem" aria-expanded={parts.length ? open : undefined} aria-selected={false}>
      <span className="ys-trace-line">
        {parts.length ? <button type="button" className="ys-trace-open" aria-label={title} onClick={() => setOpen(!open)}><Icon name={open ? 'down' : 'right'} small /></button> : <i />}
        <span className={variable ? undefined : 'ys-quiet'}>{title}{part.operator && part.operator !== 'var' ? <code>{part.operator}</code> : null}</span>
        <span className={value === null ? 'ys-is-warn' : 'ys-num'}>{shown}</span>
      </span>
      {parts.length && open ? <ul role="group">{parts.map((each, index) => <Part key={`${each.path}${index}`} part={each} names={names} locale={locale} depth={depth + 1} />)}</ul> : null}
    </li>
  )
}

const lastOf = (path: string): string => path.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? path
