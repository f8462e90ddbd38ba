import { formatNumber } from '../../../engine/index.ts'
import type { Cycle, EvaluationPoint, Framework, Node } from '../../../schemas/index.ts'
import { useLanguage, useText } from '../language.tsx'
import { levelOf } from '../Level.tsx'
import { distribution, median, type Row } from './rows.ts'
import { Stack } from './Stack.tsx'
import { text } from './text.ts'

interface Props { framework: Framework; cycle: Cycle; point: EvaluationPoint; rows: readonly Row[]; unit: Row; before: Node | undefined }

/** Where all units are: on the ruler of the point's bands, or as one bar where levels do not come from a number. */
export function Distribution({ framework, cycle, point, rows, unit, before }: Props) {
  const t = useText(text)
  const { locale } = useLanguage()
  const dots = rows.flatMap((row) => { const value = row.nodes[point.id]?.value; return typeof value === 'number' ? [{ row, value }] : [] })
  const bands = bandsOf(framework, cycle, point)
  if (!bands || dots.length < 2) {
    const of = distribution(framework, rows, point.id)
    const count = of.levels.reduce((sum, { count: own }) => sum + own, of.open + of.failed)
    return count ? <><h3>{t.unitsDistribution(count)}</h3><Stack framework={framework} of={of} /></> : null
  }
  const edges = bands.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const all = [...dots.map(({ value }) => value), ...edges, ...(typeof before?.value === 'number' ? [before.value] : [])]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const pad = (most - least || 1) * .08
  const x = (value: number) => 8 + ((value - least + pad) / (most - least + 2 * pad)) * 292
  const middle = median(dots.map(({ value }) => value))
  const own = unit.nodes[point.id]?.value
  const number = (value: number) => formatNumber(value, { locale, decimals: Math.abs(value) >= 1000 ? 0 : 2 })
  const aside = (at: number) => (x(at) > 230 ? 'end' : x(at) < 80 ? 'start' : 'middle')
  return (
    <>
      <h3>{t.unitsDistribution(dots.length)}</h3>
      <svg className="ruler-figure" viewBox="0 0 308 92" width="308" height="92" role="img" aria-label={`${t.unitsDistribution(dots.length)}${t.comma}${t.medianIs} ${middle === undefined ? '—' : number(middle)}${t.comma}${unit.unit.title} ${own === undefined ? '—' : number(own)}`}>
        {bands.map((band, index) => {
          const [from, to] = [band.from === undefined ? 8 : x(band.from), bands[index + 1]?.from === undefined ? 300 : x(bands[index + 1]?.from ?? 0)]
          const level = levelOf(framework, point.rubric.scale, band.level)
          return <g key={band.level}><rect className={`ruler-${level?.colour ?? 'none'}`} x={from} y={34} width={Math.max(to - from, 0)} height={14} />{to - from > 14 ? <text x={(from + to) / 2} y={45} textAnchor="middle">{level?.mark ?? level?.label}</text> : null}</g>
        })}
        {dots.filter(({ row }) => row !== unit).map(({ row, value }) => <circle key={row.unit.id} className="ruler-other" cx={x(value)} cy={60} r={3}><title>{`${row.unit.title} ${number(value)}`}</title></circle>)}
        {middle === undefined ? null : <><path className="track-median" d={`M${x(middle)} 30v22`} /><text x={x(middle)} y={24} textAnchor={aside(middle)}>{t.medianIs} {number(middle)}</text></>}
        {typeof before?.value === 'number' ? <><path className="ruler-lead" d={`M${x(before.value)} 14v41`} /><circle className="track-before" cx={x(before.value)} cy={60} r={4} /><text x={x(before.value)} y={11} textAnchor={aside(before.value)}>{t.lastYear} {number(before.value)}</text></> : null}
        {own === undefined ? null : <circle className="track-own" cx={x(own)} cy={60} r={5} />}
        {edges.map((edge) => <text key={edge} x={x(edge)} y={84} textAnchor="middle">{formatNumber(edge, { locale })}</text>)}
      </svg>
    </>
  )
}

/** The bands with their lower ends as numbers; nothing if the rubric has none or an end is not a plain number or parameter. */
function bandsOf(framework: Framework, cycle: Cycle, point: EvaluationPoint): { level: string; from: number | undefined }[] | undefined {
  if (point.rubric.method !== 'bands' || !point.rubric.bands) return undefined
  const bands = point.rubric.bands.map(({ level, from }) => ({ level, from: endOf(framework, cycle, from) }))
  return bands.slice(1).every(({ from }) => from !== undefined) ? bands : undefined
}

function endOf(framework: Framework, cycle: Cycle, from: unknown): number | undefined {
  if (typeof from === 'number') return from
  const name = from && typeof from === 'object' && 'var' in from && typeof from.var === 'string' ? from.var : ''
  const id = name.startsWith('params.') ? name.slice(7) : ''
  const value = cycle.profile.parameters?.[id]?.value ?? framework.parameters[id]?.value
  return typeof value === 'number' ? value : undefined
}
