import { useEffect, useRef } from 'react'
import { formatNumber, variablesOf, wordsOf } from '../../engine/index.ts'
import { Icon } from '../Icon.tsx'
import { useSlice, useStore } from '../store/hooks.ts'
import type { Store } from '../store/contract.ts'
import { useText } from '../text.ts'
import { numberStyle, readsOf } from './figures.ts'

/** Where a computed figure comes from: the rule in words and every input with value and source; an input that is computed opens in turn. */
export function FigureTrace({ point, calculation, onOpen }: { point: string; calculation: string; onOpen: (calculation: string) => void }) {
  const store = useStore()
  const t = useText()
  useSlice('summary', (each) => each.tick())
  const asked = store.lens.document(point)?.calculations?.[calculation]
  if (!asked) return <p className="ys-quiet">{t.traceNone}</p>
  const variables = variablesOf(store.compiled, point)
  const reads = readsOf(asked.rule)
  const rows = reads.map((path) => ({ path, variable: variables.find((each) => each.path === path) })).filter(({ variable }) => variable !== undefined)
  return (
    <>
      <p className="ys-trace-value"><span>{asked.title}</span><b>{wordsOfValue(store, store.calculation(calculation), asked.unit, asked.decimals, t.traceUnknown)}</b></p>
      {asked.description ? <p className="ys-quiet ys-small">{asked.description}</p> : null}
      <p className="ys-trace-rule"><span className="ys-quiet">{t.traceRule} </span>{wordsOf(asked.rule, namesOf(store, point), store.locale)}</p>
      {rows.length ? (
        <ul className="ys-trace-in" aria-label={t.traceInputs}>
          {rows.map(({ path, variable }) => {
            const computed = store.lens.document(point)?.calculations?.[path]
            const value = wordsOfValue(store, valueAt(store, path), variable?.unit, computed?.decimals ?? store.field(path)?.schema['x-decimals'], t.traceUnknown)
            const cells = cellsOf(store, point, path, reads, t.traceUnknown)
            if (cells.length) return <li key={path} className="ys-trace-cells"><span>{variable?.title ?? path}<small>{sourceWords(store, path, variable?.kind, t)}</small></span><ul>{cells.map((cell) => <li key={cell.name}><span>{cell.name}</span><span className="ys-num">{cell.value}</span></li>)}</ul></li>
            return (
              <li key={path}>
                <span>{variable?.title ?? path}<small>{sourceWords(store, path, variable?.kind, t)}</small></span>
                {computed ? <button type="button" className="ys-fig" onClick={() => onOpen(path)}>{value}</button> : <span className="ys-num">{value}</span>}
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}

/** Where a table's computed cell comes from: the column's rule in words and the row's own values. */
function CellTrace({ point, field, column, row }: { point: string; field: string; column: string; row: number }) {
  const store = useStore()
  const t = useText()
  const answer = useSlice(`answer:${field}`, (each) => each.answer(field))
  const columns = store.field(field)?.schema.items?.properties ?? {}
  const element = columns[column]
  const rule = element?.['x-calculation']
  if (!element || rule === undefined) return <p className="ys-quiet">{t.traceNone}</p>
  const list = store.calculation(store.lens.column(point, field, column) ?? '')
  const values = (Array.isArray(answer?.value) ? answer.value[row] : undefined) as Record<string, unknown> | undefined
  const outer = namesOf(store, point)
  return (
    <>
      <p className="ys-trace-value"><span>{element.title}</span><b>{wordsOfValue(store, Array.isArray(list) ? list[row] : undefined, element['x-unit'], element['x-decimals'], t.traceUnknown)}</b></p>
      <p className="ys-trace-rule"><span className="ys-quiet">{t.traceRule} </span>{wordsOf(rule, (path) => columns[path]?.title ?? outer(path), store.locale)}</p>
      <ul className="ys-trace-in" aria-label={t.traceInputs}>
        {readsOf(rule).map((path) => {
          const other = columns[path]
          const computed = other?.['x-calculation'] === undefined ? undefined : store.calculation(store.lens.column(point, field, path) ?? '')
          const value = other ? (Array.isArray(computed) ? computed[row] : values?.[path]) : valueAt(store, path)
          return <li key={path}><span>{other?.title ?? outer(path) ?? path}</span><span className="ys-num">{wordsOfValue(store, value, other?.['x-unit'], other?.['x-decimals'], t.traceUnknown)}</span></li>
        })}
      </ul>
    </>
  )
}

/** The trace of the figure last opened, floating beside it. */
export function TracePopover() {
  const store = useStore()
  const t = useText()
  const trace = useSlice('view', ({ view }) => view.trace)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!trace) return
    box.current?.focus()
    const away = (event: Event): void => {
      if (box.current && !event.composedPath().includes(box.current)) store.setView({ trace: undefined })
    }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [trace, store])
  if (!trace) return null
  const close = (): void => {
    store.setView({ trace: undefined })
    trace.from.focus()
  }
  const width = 336
  const left = Math.max(8, Math.min(trace.at.left - 24, window.innerWidth - width - 16))
  const up = trace.at.bottom > window.innerHeight * 0.6
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the dialog
    <div ref={box} className="ys-pop" role="dialog" aria-label={t.trace} tabIndex={-1} style={{ left, width: Math.min(width, window.innerWidth - 16), ...(up ? { bottom: window.innerHeight - trace.at.top + 6 } : { top: trace.at.bottom + 6 }) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}>
      <p className="ys-pop-head"><span>{t.trace}</span><button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={t.close} onClick={close}><Icon name="close" /></button></p>
      {trace.cell ? <CellTrace point={trace.point} {...trace.cell} /> : <FigureTrace point={trace.point} calculation={trace.calculation ?? ''} onOpen={(calculation) => store.setView({ trace: { ...trace, calculation } })} />}
    </div>
  )
}

function valueAt(store: Store, path: string): unknown {
  const [root, rest] = path.split('.') as [string, string?]
  if (rest === undefined) return store.answer(path)?.value ?? store.calculation(path)
  if (root === 'params') return store.compiled.profile?.parameters?.[rest]?.value ?? store.framework.parameters[rest]?.value
  if (root === 'previous') return store.previous[rest]
  if (root === 'unit') return rest === 'id' ? store.unit?.id : store.unit?.attributes?.[rest]
  if (root === 'cycle') return rest === 'year' ? store.cycle?.year : undefined
  return undefined
}

function wordsOfValue(store: Store, value: unknown, unit: string | undefined, decimals: number | undefined, unknown: string): string {
  if (typeof value === 'number') return formatNumber(value, numberStyle(store, unit, decimals))
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number') ? value.map((each) => formatNumber(each, numberStyle(store, undefined, decimals))).join(' · ') : `${value.length}`
  return typeof value === 'string' && value !== '' ? value : unknown
}

function sourceWords(store: Store, path: string, kind: string | undefined, t: ReturnType<typeof useText>): string {
  if (kind === 'parameter') {
    const basis = store.framework.parameters[path.slice('params.'.length)]?.basis
    return [t.kindParameter, basis?.document, basis?.clause].filter(Boolean).join(' · ')
  }
  if (kind === 'element') return { official: t.sourceOfficial, district: t.sourceDistrict, rollup: t.sourceRollup, survey: t.sourceSurvey }[store.answer(path)?.source ?? store.field(path)?.schema['x-source'] ?? 'district']
  return { calculation: t.kindCalculation, previous: t.kindPrevious, unit: t.kindUnit, cycle: t.kindCycle, evidence: t.kindEvidence }[kind ?? ''] ?? ''
}

/** Titles for the names rules use, columns of tables included. */
export function namesOf(store: Store, point: string): (path: string) => string | undefined {
  const titles = new Map(variablesOf(store.compiled, point).map(({ path, title }) => [path, title]))
  return (path) => {
    const [table = '', column] = path.split('.')
    const found = column === undefined ? undefined : store.field(table)?.schema.items?.properties?.[column]
    return titles.get(path) ?? found?.title
  }
}

/** The cells of a table that a rule looks at, a line for each row. */
function cellsOf(store: Store, point: string, field: string, reads: readonly string[], unknown: string): { name: string; value: string }[] {
  const element = store.field(field)?.schema
  const columns = element?.items?.properties ?? {}
  const column = reads.find((path) => path in columns)
  const rows = store.answer(field)?.value
  const shown = column === undefined ? undefined : columns[column]
  if (!element || column === undefined || !shown || !Array.isArray(rows)) return []
  const computed = store.calculation(store.lens.column(point, field, column) ?? '')
  const key = element['x-key']
  return (rows as Record<string, unknown>[]).slice(0, 12).map((row, index) => ({
    name: key !== undefined && typeof row[key] === 'string' ? row[key] : String(index + 1),
    value: wordsOfValue(store, Array.isArray(computed) ? computed[index] : row[column], shown['x-unit'], shown['x-decimals'], unknown),
  }))
}
