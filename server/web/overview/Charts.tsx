import { Select } from 'antd'
import { useState } from 'react'
import { levelWords } from '../../../engine/index.ts'
import type { Framework, Indicator, Outcome } from '../../../schemas/index.ts'
import type { UnitOutcome } from '../api.ts'
import { useText } from '../language.tsx'
import { pointsUnder } from './columns.ts'
import { distribution, idOf, middleOf, rank, type Row } from './rows.ts'
import { Stack } from './Stack.tsx'
import { text } from './text.ts'

interface Props { framework: Framework; selected: ReadonlySet<string>; rows: readonly Row[]; unit: Row | undefined; before: readonly UnitOutcome[] }

/** Below the matrix: levels per second-level indicator, and one unit against the median and its own last year. */
export function Charts({ framework, selected, rows, unit: opened, before: earlier }: Props) {
  const t = useText(text)
  const [chosen, setChosen] = useState<string>()
  const unit = opened ?? rows.find((row) => row.unit.id === chosen) ?? rows.find(({ outcome }) => outcome)
  const before = earlier.find((one) => idOf(one.unit) === unit?.unit.id)?.outcome
  const lines = linesOf(framework, selected)
  if (!rows.some(({ outcome }) => outcome)) return <p className="third" style={{ marginTop: 16 }}>{t.nobodyStarted}</p>
  return (
    <div className="charts">
      <section>
        <h2>{t.chartLevels}</h2>
        <p className="third small">{t.chartLevelsWords}</p>
        <table className="chart"><caption className="sr">{t.chartLevels}</caption><tbody>
          {lines.map((line) => <tr key={line.id}><th scope="row" title={line.title}><span className="third">{line.code}</span> {line.title}</th><td><Stack framework={framework} of={distribution(framework, rows, line.id)} /></td></tr>)}
        </tbody></table>
      </section>
      <section>
        <div className="row"><h2 className="grow">{unit ? t.chartUnit(unit.unit.title) : t.chartUnit(t.unit)}</h2>
          {opened ? null : <Select size="small" variant="borderless" aria-label={t.unitsChosen} value={unit?.unit.id ?? null} options={rows.map((row) => ({ value: row.unit.id, label: row.unit.title }))} onChange={(id) => setChosen(id ?? undefined)} popupMatchSelectWidth={false} />}</div>
        {unit ? <>
          <p className="third small chart-legend"><span><i className="mark-own" />{unit.unit.title}</span><span><i className="mark-before" />{t.lastYear}</span><span><i className="mark-median" />{t.mediansOf}</span><span><i className="mark-range" />{t.range}</span></p>
          <table className="chart"><caption className="sr">{t.chartUnit(unit.unit.title)}</caption><tbody>
            {lines.map((line) => <tr key={line.id}><th scope="row" title={line.title}><span className="third">{line.code}</span> {line.title}</th><td><Track framework={framework} id={line.id} rows={rows} unit={unit} before={before} /></td></tr>)}
          </tbody><Axis framework={framework} rows={rows} lines={lines} /></table>
        </> : <p className="third small">{t.chartUnitWords}</p>}
      </section>
    </div>
  )
}

/** The names of the levels under the tracks, where all lines share one scale. */
function Axis({ framework, rows, lines }: { framework: Framework; rows: readonly Row[]; lines: readonly { id: string }[] }) {
  const scales = new Set(lines.flatMap(({ id }) => rows.flatMap((row) => row.nodes[id]?.scale ?? [])))
  const scale = scales.size === 1 ? framework.scales[[...scales][0] ?? ''] : undefined
  if (!scale) return null
  return <tfoot aria-hidden="true"><tr><td>&nbsp;</td><td><span className="chart-axis">{scale.levels.toReversed().map((level) => <span key={level.id}>{levelWords(level)}</span>)}</span></td></tr></tfoot>
}

/** A unit's place between the worst and the best level, beside the median and last year. */
function Track({ framework, id, rows, unit, before }: { framework: Framework; id: string; rows: readonly Row[]; unit: Row; before: Outcome | undefined }) {
  const t = useText(text)
  const middle = middleOf(framework, rows, id)
  const own = rank(framework, unit.nodes[id])
  const last = rank(framework, before?.nodes[id])
  const scale = unit.nodes[id]?.scale ?? rows.map((row) => row.nodes[id]?.scale).find(Boolean)
  const levels = scale ? (framework.scales[scale]?.levels ?? []) : []
  const x = (value: number) => 8 + value * 344
  const open = unit.nodes[id]?.status === 'undetermined'
  const range = open ? (unit.nodes[id]?.possible ?? []).map((level) => levels.findIndex((one) => one.id === level)).map((place) => 1 - place / Math.max(levels.length - 1, 1)) : []
  return (
    <svg className="track" viewBox="0 0 360 20" role="img" aria-label={`${unit.unit.title} ${percent(own)}${t.comma}${t.medianIs} ${percent(middle)}${t.comma}${t.lastYear} ${percent(last)}`}>
      <path className="track-axis" d="M8 10h344" />
      {levels.map((level, index) => <path key={level.id} className="track-axis" d={`M${x(1 - index / Math.max(levels.length - 1, 1))} 6.5v7`} />)}
      {middle === undefined ? null : <path className="track-median" d={`M${x(middle)} 2.5v15`} />}
      {last === undefined ? null : <circle className="track-before" cx={x(last)} cy={10} r={4} />}
      {range.length > 1 ? <path className="track-range" d={`M${x(Math.min(...range))} 10H${x(Math.max(...range))}`} /> : null}
      {range.map((place) => <circle key={place} className="track-open" cx={x(place)} cy={10} r={4} />)}
      {own === undefined || open ? null : <circle className="track-own" cx={x(own)} cy={10} r={4.5} />}
    </svg>
  )
}

/** The second level where there is one, else the first; only groups that have a selected point. */
function linesOf(framework: Framework, selected: ReadonlySet<string>): { id: string; code: string; title: string }[] {
  const has = (node: Indicator) => pointsUnder(node).some(({ id }) => selected.has(id))
  return framework.indicators.filter(has).flatMap((root) => {
    const children = (root.children ?? []).filter(has)
    return children.length ? children : [root]
  })
}

function percent(value: number | undefined): string {
  return value === undefined ? '—' : `${Math.round(value * 100)}`
}
