import { formatNumber, levelWords } from '../../engine/index.ts'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { useLive } from '../live/live.ts'
import { lineOf } from './stretches.ts'

/** Conditions on one number drawn to scale: a colour for each level, hatched where none or several hold, last cycle's units as dots. */
export function CriteriaRuler({ point }: { point: EvaluationPoint }) {
  const { document, locale, t, variables } = useDesigner()
  const { impact: { units } } = useLive()
  const line = lineOf(point.rubric, (id) => document.parameters[id]?.value)
  if (!line) return null
  const { path, ends, stretches } = line
  const variable = variables(point.id).find((name) => name.path === path)
  const dots = units.flatMap(({ unit, title, input, after }) => { const value = after.calculations[path] ?? input.answers?.[path]; return typeof value === 'number' ? [{ unit, title, value }] : [] })
  const [low, high] = [Math.min(line.low, ...dots.map(({ value }) => value)), Math.max(line.high, ...dots.map(({ value }) => value))]
  const at = (value: number): number => ((value - low) / (high - low)) * 100
  const say = (value: number): string => formatNumber(Number(value.toPrecision(6)), { locale, ...(variable?.unit !== undefined && { unit: variable.unit }) })
  const levels = document.scales[point.rubric.scale ?? '']?.levels ?? []
  const named = (id: string): string => { const level = levels.find((one) => one.id === id); return level ? levelWords(level) : id }
  const wrong = stretches.filter(({ state }) => state !== 'level')
  return (
    <div className="ds-ruler" role="group" aria-label={t.rulerOf(variable?.title ?? '')}>
      <div className="ds-labelled"><b>{variable?.title}</b>{dots.length > 0 ? <span className="ds-quiet">{t.dotsAre(dots.length)}</span> : null}</div>
      <div className="ds-ruler-track">
        {stretches.map(({ from, to, levels: [level = ''], state }, i) => {
          const [left, right] = [i === 0 ? 0 : at(from), i === stretches.length - 1 ? 100 : at(to)]
          return <span key={from === to ? `=${from}` : from} className={`ds-seg ds-seg-${state === 'level' ? (levels.find(({ id }) => id === level)?.colour ?? 'none') : 'hatch'}`} style={{ left: `${left}%`, width: from === to ? 4 : `${right - left}%` }}>{state === 'level' ? named(level) : null}</span>
        })}
      </div>
      {dots.length > 0 ? <div className="ds-dots">{dots.map(({ unit, title, value }) => <i key={unit} style={{ left: `${at(value)}%` }} title={`${title} ${say(value)}`} />)}</div> : null}
      <div className="ds-ruler-ends">{ends.map((end) => <span key={end} style={{ left: `${at(end)}%` }}>{say(end)}</span>)}</div>
      {wrong.map(({ from, to, levels: several, example }) => {
        const here = dots.filter(({ value }) => value >= from && value <= to).map(({ title }) => title)
        return <p key={`${from} ${to}`} className="ds-error">{several.length > 1 ? t.rulerOverlap(say(example), several.map(named)) : t.rulerGap(say(example))}{here.length > 0 ? t.unitsThere(here) : null}</p>
      })}
    </div>
  )
}
