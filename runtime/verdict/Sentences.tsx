import type { Sentence } from '../../engine/index.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { useStore } from '../store/hooks.ts'
import { shownNumber } from './figures.ts'
import { Figure } from './Figure.tsx'

const marks: Record<NonNullable<Sentence['state']>, { icon: IconName; tone: 'ok' | 'warn' | 'error' | 'quiet' }> = {
  met: { icon: 'check', tone: 'ok' }, unmet: { icon: 'close', tone: 'error' }, unknown: { icon: 'clock', tone: 'warn' }, info: { icon: 'dot', tone: 'quiet' },
}

/** Lines of an explanation, each with its state; the computed figure in a line opens its trace. */
export function Sentences({ of, point }: { of: readonly Sentence[]; point: string }) {
  return (
    <ul className="ys-why">
      {of.map((sentence, index) => {
        const mark = marks[sentence.state ?? 'info']
        return <li key={index}><Icon name={mark.icon} tone={mark.tone} /><span><Words sentence={sentence} point={point} /></span></li>
      })}
    </ul>
  )
}

/** A sentence whose number, where it is a calculation's, can be opened. */
export function Words({ sentence, point }: { sentence: Sentence; point: string }) {
  const store = useStore()
  const { text } = sentence
  for (const [id, calculation] of Object.entries(store.lens.document(point)?.calculations ?? {})) {
    const shown = text.includes(calculation.title) ? shownNumber(store, id, calculation) : undefined
    const at = shown === undefined ? -1 : text.indexOf(shown, text.indexOf(calculation.title))
    if (shown !== undefined && at >= 0) return <>{text.slice(0, at)}<Figure point={point} calculation={id}>{shown}</Figure>{text.slice(at + shown.length)}</>
  }
  return text
}
