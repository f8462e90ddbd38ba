import { countedIn, formatNumber, wordsOf, type Compiled } from '../../engine/index.ts'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint, Node, Rule, Traced } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { ruleAt } from '../rules/place.ts'
import { SupplyFirst } from './SupplyFirst.tsx'

/** Where a point's level comes from: its calculations, the levels tried, then checks and evidence; each opens into its parts. */
export function TraceList({ point, compiled, node }: { point: EvaluationPoint; compiled: Compiled; node: Node | undefined }) {
  const { document, t } = useDesigner()
  const pointer = compiled.point(point.id)?.pointer ?? ''
  const scale = document.scales[point.rubric.scale ?? '']
  const trace = node?.trace ?? []
  const under = (part: string): readonly Traced[] => trace.filter(({ path }) => path.startsWith(`${pointer}/${part}`))
  if (!node || trace.length === 0) return <p className="ds-empty">{t.noTrace}</p>
  const rubric = under('rubric')
  const others = trace.filter(({ path }) => !path.startsWith(`${pointer}/calculations`) && !path.startsWith(`${pointer}/rubric`))
  const section = (title: string, body: React.ReactNode): React.ReactNode => <section><h4>{title}</h4>{body}</section>
  return (
    <div className="ds-trace">
      <div className="ds-trace-verdict"><span>{t.result}</span><LevelChip scale={scale} node={node} /></div>
      {node.status === 'undetermined' ? <SupplyFirst point={point} compiled={compiled} /> : null}
      {rubric.length > 0 ? section(t.rubric, rubric.map((one) => <RubricPart key={one.path} point={point} traced={one} />)) : null}
      {under('calculations').length > 0 ? section(t.calculations, under('calculations').map((one) => {
        const calculation = point.calculations?.[one.path.split('/').at(-2) ?? '']
        return <Part key={one.path} point={point} traced={one} {...(calculation && { name: calculation.title, unit: calculation.unit, decimals: calculation.decimals })} top />
      })) : null}
      {others.length > 0 ? section(`${t.checks} · ${t.evidence}`, others.map((one) => <Part key={one.path} point={point} traced={one} {...nameOf(point, one.path, pointer)} />)) : null}
    </div>
  )
}

/** What a check or an evidence rule is called. */
function nameOf(point: EvaluationPoint, path: string, pointer: string): { name?: string } {
  const [, part = '', index = ''] = path.slice(pointer.length).split('/')
  const name = part === 'checks' ? point.checks?.[Number(index)]?.message : part === 'evidence' ? point.evidence?.[Number(index)]?.title : undefined
  return name === undefined ? {} : { name }
}

/** A level that was tried, or a limit, with whether it applies. */
function RubricPart({ point, traced }: { point: EvaluationPoint; traced: Traced }) {
  const { document, t } = useDesigner()
  const scale = document.scales[point.rubric.scale ?? '']
  const [kind = '', index = ''] = traced.path.split('/rubric/')[1]?.split('/') ?? []
  const limit = kind === 'veto' || kind === 'cap' || kind === 'floor' ? point.rubric[kind]?.[Number(index)] : undefined
  const level = limit?.level ?? (kind === 'criteria' ? point.rubric.criteria?.[Number(index)]?.level : kind === 'bands' ? point.rubric.bands?.[Number(index)]?.level : undefined)
  const chip = level === undefined ? null : <span className="ds-trace-level">{limit ? t[kind as 'veto' | 'cap' | 'floor'] : null} <LevelChip scale={scale} level={level} />{kind === 'bands' ? t.from : null}</span>
  return <Part point={point} traced={traced} before={chip} {...(limit?.title && { name: limit.title })} />
}

interface PartProps { point: EvaluationPoint; traced: Traced; name?: string | undefined; unit?: string | undefined; decimals?: number | undefined; before?: React.ReactNode; top?: boolean }

function Part({ point, traced, name, unit, decimals, before, top = false }: PartProps) {
  const { compiled, t, locale, titleOf } = useDesigner()
  const variable = traced.name === undefined ? undefined : compiled?.scope.variable(traced.name)
  const rule = compiled && traced.operator !== undefined && traced.operator !== 'var' ? ruleAt(compiled.framework, traced.path) : undefined
  const counted = rule === undefined ? undefined : countedIn(rule as Rule, titleOf(point.id), locale)
  const label = name ?? variable?.title ?? (rule === undefined ? (traced.name ?? traced.operator ?? '') : counted?.map(({ head }) => head).join('') ?? wordsOf(rule as Rule, titleOf(point.id), locale))
  const state = typeof traced.value === 'boolean' && traced.name === undefined ? (traced.value ? t.holds : t.holdsNot) : shown(traced.value, unit ?? variable?.unit, t, locale, decimals)
  const line = <>{before}<span>{label}</span><output className={(traced.value as unknown) === true ? 'ds-c-ok' : undefined}>{state}</output></>
  // Conditions that are counted stand in a list, which is nothing to show by itself.
  const parts = (traced.parts ?? []).flatMap((part) => (part.operator === '[]' ? (part.parts ?? []) : [part])).filter((part) => part.operator !== undefined || part.name !== undefined)
  if (parts.length === 0) return <div className="ds-trace-line">{line}</div>
  return <details open={counted !== undefined || (top && parts.length < 3)}><summary className="ds-trace-line">{line}</summary>{parts.map((part, i) => <Part key={i} point={point} traced={part} />)}</details>
}

/** A traced value as people read it. */
export function shown(value: unknown, unit: string | undefined, t: { unknown: string; yes: string; no: string; rows: (n: number) => string; listed: string }, locale: 'zh' | 'en', decimals?: number): string {
  if (value === null || value === undefined) return t.unknown
  if (typeof value === 'number') return formatNumber(decimals === undefined ? Number(value.toPrecision(8)) : value, { locale, ...(unit !== undefined && { unit }), ...(decimals !== undefined && { decimals }) })
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.length === 0 || value.some((item) => typeof item === 'object' && item !== null) ? t.rows(value.length) : value.map((item) => shown(item, undefined, t, locale, decimals)).join(t.listed)
  return typeof value === 'string' ? value : '…'
}
