import { memo } from 'react'
import { formatNumber, levelWords } from '../../engine/index.ts'
import type { Scale } from '../../schemas/index.ts'
import { fill, textOf, useLocale } from '../text.ts'
import type { Locale } from '../types.ts'
import type { Segment } from './bands.ts'
import { levelIn } from './levels.ts'

/** The bands of a rubric on one number line, with up to two marks. */
export interface RulerProps {
  segments: readonly Segment[]
  scale: Scale | undefined
  /** The value that counts: a solid mark. */
  value?: number | undefined
  /** The value as officially given: a dotted mark. */
  official?: number | undefined
  unit?: string | undefined
  decimals?: number | undefined
  locale?: Locale
}

/** The bands of a rubric to scale, with a mark where the unit stands. */
export const Ruler = memo(function Ruler({ segments, scale, value, official, unit, decimals, locale }: RulerProps) {
  const around = useLocale()
  const language = locale ?? around
  const t = textOf(language)
  const ends = segments.map(({ from }) => from).filter((from) => from !== undefined)
  const marks = [value, official].filter((mark) => mark !== undefined)
  const { low, high } = domain(ends, marks)
  const place = (at: number): number => Math.min(100, Math.max(0, ((at - low) / (high - low)) * 100))
  const number = (at: number): string => formatNumber(at, { ...(decimals === undefined ? {} : { decimals }), ...(unit ? { unit } : {}), locale: language })
  const plain = (at: number): string => formatNumber(at, { ...(unit ? { unit } : {}), locale: language })
  const words = segments.map(({ level, from }, index) => {
    const found = levelIn(scale, level)
    const name = found ? levelWords(found) : level
    const to = segments[index + 1]?.from
    return fill(to === undefined ? t.segmentAbove : from === undefined ? t.segmentBelow : t.segmentBetween, { level: name, from: from === undefined ? '' : plain(from), to: to === undefined ? '' : plain(to) })
  })
  const spoken = [value === undefined ? '' : fill(t.markCurrent, { value: number(value) }), official === undefined || official === value ? '' : fill(t.markOfficial, { value: number(official) })].filter(Boolean)
  const crowded = value !== undefined && official !== undefined && Math.abs(place(value) - place(official)) < 34
  return (
    <div className={`ys-ruler${crowded ? ' ys-ruler-two' : ''}`} role="img" aria-label={fill(t.ruler, { segments: words.join(t.listed), marks: spoken.join(t.listed) })}>
      <div className="ys-ruler-bar">
        {segments.map(({ level, from }, index) => {
          const start = index === 0 ? low : (from ?? low)
          const end = segments[index + 1]?.from ?? high
          const found = levelIn(scale, level)
          return <i key={`${level}${index}`} className={`ys-seg-${found?.colour ?? 'none'}`} style={{ width: `${place(end) - place(start)}%` }} title={words[index]}>{found?.mark ?? found?.label ?? level}</i>
        })}
      </div>
      {official !== undefined && official !== value ? <Mark at={place(official)} kind="official" text={fill(t.markOfficial, { value: number(official) })} below={crowded} /> : null}
      {value === undefined ? null : <Mark at={place(value)} kind="current" text={number(value)} />}
      <div className="ys-ruler-ends">{apart(ends, marks, place).map((end) => <span key={end} style={{ left: `${place(end)}%` }}>{plain(end)}</span>)}</div>
    </div>
  )
})

/** The ends there is room to write: none on a mark's number or on the one before. */
function apart(ends: readonly number[], marks: readonly number[], place: (at: number) => number): number[] {
  const shown: number[] = []
  for (const end of ends) if ([...marks, ...shown].every((other) => Math.abs(place(other) - place(end)) >= 14)) shown.push(end)
  return shown
}

function Mark({ at, kind, text, below }: { at: number; kind: 'current' | 'official'; text: string; below?: boolean }) {
  const side = at < 18 ? 'start' : at > 82 ? 'end' : 'mid'
  return (
    <>
      <i className={`ys-mark ys-mark-${kind}`} style={{ left: `${at}%` }} />
      <span className={`ys-mark-text ys-mark-${side} ys-mark-${kind}${below ? ' ys-mark-low' : ''}`} style={{ left: `${at}%` }}>{text}</span>
    </>
  )
}

/** Room for every end and mark, with an open segment on both sides. */
export function domain(ends: readonly number[], marks: readonly number[]): { low: number; high: number } {
  const all = [...ends, ...marks]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const span = high - low || Math.abs(high) || 1
  const pad = span / Math.max(2, ends.length)
  return { low: low - pad, high: high + pad }
}
