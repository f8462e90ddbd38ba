import type { Sentence } from '../../engine/index.ts'
import { Icon, type IconName } from './Icon.tsx'

type State = 'met' | 'unmet' | 'unknown' | 'info'

const marks: Record<State, { icon: IconName; tone: string }> = {
  met: { icon: 'check', tone: 'is-ok' }, unmet: { icon: 'close', tone: 'is-error' }, unknown: { icon: 'ring', tone: 'third' }, info: { icon: 'dot', tone: 'third' },
}

/** The engine's explanation, a line each with its state. */
export function Sentences({ of, max = 12 }: { of: readonly Sentence[]; max?: number }) {
  if (!of.length) return null
  return (
    <ul className="sentences">
      {of.slice(0, max).map((sentence, index) => {
        const { icon, tone } = marks[sentence.state ?? 'info']
        return <li key={index}><Icon name={icon} className={`icon-12 ${tone}`} /><span>{sentence.text}</span></li>
      })}
    </ul>
  )
}
