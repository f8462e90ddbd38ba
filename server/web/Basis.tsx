import type { Sentence } from '../../engine/index.ts'
import { useText } from './language.tsx'
import { text } from './text.ts'

/** What thresholds rest on, folded away until asked for. */
export function Basis({ of }: { of: readonly Sentence[] }) {
  const t = useText(text)
  if (!of.length) return null
  return (
    <details className="basis">
      <summary>{t.basis} {of.length}</summary>
      <ul>{of.map((sentence, index) => <li key={index}>{sentence.text}</li>)}</ul>
    </details>
  )
}
