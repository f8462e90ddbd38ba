import type { Sentence } from '../../engine/index.ts'
import { Icon, type IconName } from './Icon.tsx'

type State = 'met' | 'unmet' | 'unknown' | 'info'

const marks: Record<State, { icon: IconName; tone: string }> = {
  met: { icon: 'check', tone: 'is-ok' }, unmet: { icon: 'close', tone: 'is-error' }, unknown: { icon: 'ring', tone: 'third' }, info: { icon: 'dot', tone: 'third' },
}

const limit: { icon: IconName; tone: string } = { icon: 'flag', tone: 'is-warn' }

/** The engine's explanation, a line each with its state; limits that apply are marked as such, being neither good nor bad. */
export function Sentences({ of, max = 12, limits = false }: { of: readonly Sentence[]; max?: number; limits?: boolean }) {
  if (!of.length) return null
  return (
    <ul className="sentences">
      {of.slice(0, max).map((sentence, index) => {
        const { icon, tone } = limits ? limit : marks[sentence.state ?? 'info']
        return <li key={index}><Icon name={icon} className={`icon-12 ${tone}`} /><span>{sentence.text}</span></li>
      })}
    </ul>
  )
}
