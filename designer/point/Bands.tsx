import { Button, InputNumber, Segmented, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { LevelChip } from '../../runtime/index.ts'
import type { Band, EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { setParameter } from '../edits/parameters.ts'
import { merged } from '../edits/setNode.ts'
import { NameSelect } from '../rules/Operand.tsx'
import { operandOf } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { useLive } from '../live/live.ts'
import type { SetRubric } from './setRubric.ts'

interface Props { point: EvaluationPoint; pointer: string; onChange: SetRubric }

/** Bands on a ruler to scale, with ends to drag, and the exact numbers below. An end that is a parameter moves the parameter. */
export function Bands({ point, pointer, onChange }: Props) {
  const { document, edit, t, readOnly } = useDesigner()
  const { rubric } = point
  const bands = rubric.bands ?? []
  const scale = document.scales[rubric.scale ?? '']
  const levels = scale?.levels ?? []
  const ends = bands.map(({ from }) => endOf(from, (id) => document.parameters[id]?.value))
  const setEnd = (index: number, value: number, group: string): void => {
    const from = bands[index]?.from
    const shape = from === undefined ? undefined : operandOf(from)
    if (shape?.kind === 'name' && shape.path.startsWith('params.')) edit((old) => setParameter(old, shape.path.slice('params.'.length), { value }), group)
    else setBand(index, { from: value }, group)
  }
  const setBand = (index: number, patch: Partial<Band>, group?: string): void => onChange(({ bands: list = [] }) => ({ bands: list.map((band, i) => (i === index ? merged(band, patch) : band)) }), group)
  return (
    <div className="ds-bands">
      <div className="ds-labelled"><b>{t.bandValue}</b><RuleEditor point={point.id} rule={rubric.value ?? null} path={`${pointer}/value`} label={t.value} expect="value" onChange={(value) => onChange({ value }, 'value')} /></div>
      <DragRuler bands={bands} ends={ends} point={point} onMove={(index, value) => setEnd(index, value, `end${index}`)} />
      <table className="ds-table">
        <thead><tr><th>{t.level}</th><th colSpan={2}>{t.from}</th><th aria-label={t.remove} /></tr></thead>
        <tbody>
          {bands.map((band, index) => ({ band, index })).toReversed().map(({ band, index }) => {
            const shape = band.from === undefined ? undefined : operandOf(band.from)
            return (
              <tr key={index} data-path={`${pointer}/bands/${index}`}>
                <td><Select size="small" variant="borderless" aria-label={t.level} popupMatchSelectWidth={false} value={band.level} onChange={(level) => setBand(index, { level })} options={levels.map(({ id, label }) => ({ value: id, label }))} labelRender={() => <LevelChip scale={scale} level={band.level} />} /></td>
                <td>{index === 0 ? <span className="ds-quiet">{t.noFrom}</span> : (
                  <span className="ds-endcell">{rubric.includes === 'upper' ? '>' : '≥'} <InputNumber controls={false} size="small" aria-label={`${t.from} ${index}`} value={ends[index] ?? null} onChange={(value) => { if (value !== null) setEnd(index, value, `end${index}`) }} />
                    <NameSelect point={point.id} only={['parameter']} path={shape?.kind === 'name' ? shape.path : undefined} onChange={(path) => setBand(index, { from: { var: path } })} /></span>
                )}</td>
                <td>{index > 0 && ends[index] !== undefined && ends[index - 1] !== undefined && (ends[index] ?? 0) <= (ends[index - 1] ?? 0) ? <span className="ds-error">{t.ascending}</span> : null}</td>
                <td>{readOnly || bands.length < 2 ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => onChange(({ bands: list = [] }) => ({ bands: removeBand(list, index) }))} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="ds-rubric-foot">
        <Segmented size="small" value={rubric.includes ?? 'lower'} options={[{ value: 'lower', label: t.lower }, { value: 'upper', label: t.upper }]} onChange={(value) => onChange({ includes: value as 'lower' | 'upper' })} />
        {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => onChange(({ bands: list = [] }) => ({ bands: [...list, { level: levels[0]?.id ?? '', ...(list.length > 0 && { from: (ends.at(-1) ?? 0) + 10 }) }] }))}>{t.addBand}</Button>}
      </div>
    </div>
  )
}

/** The number an end stands at: a literal or a parameter. */
function endOf(from: Band['from'], parameter: (id: string) => unknown): number | undefined {
  if (from === undefined) return undefined
  const shape = operandOf(from)
  if (shape.kind === 'number') return shape.value
  const value = shape.kind === 'name' && shape.path.startsWith('params.') ? parameter(shape.path.slice('params.'.length)) : undefined
  return typeof value === 'number' ? value : undefined
}

/** The lowest band never has an end, whichever band is taken out. */
function removeBand(bands: readonly Band[], index: number): Band[] {
  return bands.toSpliced(index, 1).map((band, i) => (i === 0 ? { level: band.level } : band))
}

function DragRuler({ bands, ends, point, onMove }: { bands: readonly Band[]; ends: readonly (number | undefined)[]; point: EvaluationPoint; onMove: (index: number, value: number) => void }) {
  const { document, t, readOnly } = useDesigner()
  const live = useLive()
  const track = useRef<HTMLDivElement>(null)
  const scale = document.scales[point.rubric.scale ?? '']
  const known = ends.filter((end) => end !== undefined)
  if (known.length === 0) return null
  const value = live.node(point.id)?.value
  const dots = live.impact.units.flatMap(({ unit, title, after }) => { const dot = after.nodes[point.id]?.value; return dot === undefined ? [] : [{ unit, title, value: dot }] })
  const marks = [...known, ...(value === undefined ? [] : [value]), ...dots.map(({ value: dot }) => dot)]
  const [min, max] = [Math.min(...marks), Math.max(...marks)]
  const pad = (max - min || Math.abs(max) || 1) / 3
  const [low, high] = [min - pad, max + pad]
  const at = (number: number): number => ((number - low) / (high - low)) * 100
  const step = 10 ** Math.floor(Math.log10((high - low) / 100))
  const move = (index: number, clientX: number): void => {
    const box = track.current?.getBoundingClientRect()
    if (!box) return
    const raw = low + ((clientX - box.left) / box.width) * (high - low)
    onMove(index, Number((Math.round(raw / step) * step).toFixed(9)))
  }
  return (
    <div className="ds-ruler">
      <div className="ds-ruler-track" ref={track}>
        {bands.map((band, index) => {
          const from = index === 0 ? low : (ends[index] ?? low)
          const to = ends[index + 1] ?? high
          const level = scale?.levels.find(({ id }) => id === band.level)
          return to > from ? <span key={index} className={`ds-seg ds-seg-${level?.colour ?? 'none'}`} style={{ left: `${at(from)}%`, width: `${at(to) - at(from)}%` }}>{level?.mark} {level?.label}</span> : null
        })}
        {ends.map((end, index) => end === undefined ? null : (
          <button key={index} type="button" role="slider" className="ds-handle" style={{ left: `${at(end)}%` }} aria-label={`${t.from} ${index}`} aria-valuenow={end} disabled={readOnly}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => { if (event.currentTarget.hasPointerCapture(event.pointerId)) move(index, event.clientX) }}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? step : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -step : 0
              if (by !== 0) { event.preventDefault(); onMove(index, Number((end + by).toFixed(9))) }
            }} />
        ))}
        {value === undefined ? null : <i className="ds-mark" style={{ left: `${at(value)}%` }} title={String(value)} />}
      </div>
      {dots.length > 0 ? <div className="ds-dots">{dots.map(({ unit, title, value: dot }) => <i key={unit} style={{ left: `${at(dot)}%` }} title={`${title} ${dot}`} />)}</div> : null}
      <div className="ds-ruler-ends">{ends.map((end, index) => end === undefined ? null : <span key={index} style={{ left: `${at(end)}%` }}>{end}</span>)}</div>
    </div>
  )
}
