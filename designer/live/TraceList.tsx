import { formatNumber, type Compiled } from '../../engine/index.ts'
import type { EvaluationPoint, Traced } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

/** Every rule of a point with the value it came to; each opens into its parts. */
export function TraceList({ point, compiled, trace }: { point: EvaluationPoint; compiled: Compiled; trace: readonly Traced[] }) {
  const { document, t } = useDesigner()
  const pointer = compiled.point(point.id)?.pointer ?? ''
  const levels = document.scales[point.rubric.scale ?? '']?.levels ?? []
  const nameOf = (path: string): string => {
    const [, part = '', key = '', more = '', last = ''] = path.slice(pointer.length).split('/')
    if (part === 'calculations') return point.calculations?.[key]?.title ?? key
    if (part === 'checks') return point.checks?.[Number(key)]?.message ?? t.checks
    if (part === 'rubric' && key === 'criteria') return levels.find(({ id }) => id === point.rubric.criteria?.[Number(more)]?.level)?.label ?? t.level
    if (part === 'rubric' && (key === 'veto' || key === 'cap' || key === 'floor')) return `${t[key]} ${point.rubric[key]?.[Number(more)]?.title ?? last}`
    if (part === 'rubric' && key === 'bands') return t.from
    return part === 'rubric' ? t.rubric : part === 'visibleIf' ? t.visibleIf : t.evidence
  }
  if (trace.length === 0) return <p className="ds-empty">{t.noTrace}</p>
  return <div className="ds-trace">{trace.map((one) => <Part key={one.path} traced={one} name={nameOf(one.path)} top />)}</div>
}

function Part({ traced, name, top = false }: { traced: Traced; name?: string; top?: boolean }) {
  const { compiled, t, locale } = useDesigner()
  const variable = traced.name === undefined ? undefined : compiled?.scope.variable(traced.name)
  const label = name ?? variable?.title ?? traced.name ?? traced.operator ?? ''
  const line = <><span>{label}</span><output>{shown(traced.value, variable?.unit, t, locale)}</output></>
  if (!traced.parts?.length) return <div className="ds-trace-line">{line}</div>
  return <details open={top && traced.parts.length < 4}><summary className="ds-trace-line">{line}</summary>{traced.parts.map((part, i) => <Part key={i} traced={part} />)}</details>
}

/** A traced value as people read it. */
export function shown(value: unknown, unit: string | undefined, t: { unknown: string; yes: string; no: string }, locale: 'zh' | 'en', decimals?: number): string {
  if (value === null || value === undefined) return t.unknown
  if (typeof value === 'number') return formatNumber(value, { locale, ...(unit !== undefined && { unit }), ...(decimals !== undefined && { decimals }) })
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'object' && item !== null ? '…' : shown(item, undefined, t, locale))).join('、')
  return typeof value === 'string' ? value : '…'
}
