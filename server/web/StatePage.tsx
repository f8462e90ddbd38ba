import type { ReactNode } from 'react'
import { useText } from './language.tsx'
import { Link } from './router.tsx'
import { text } from './text.ts'

/** What happened, is my content safe, what next. */
export function StatePage({ title, words, children, home }: { title: string; words: ReactNode; children?: ReactNode; home?: boolean }) {
  const t = useText(text)
  return (
    <main id="main" className="state">
      <h1>{title}</h1>
      <p>{words}</p>
      <div className="row wrap">{children}{home ? <Link to="/">{t.goHome}</Link> : null}</div>
    </main>
  )
}
