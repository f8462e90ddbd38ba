import type { Framework } from '../../../schemas/index.ts'
import { useText } from '../language.tsx'
import { levelOf } from '../Level.tsx'
import { text as site } from '../text.ts'
import type { distribution } from './rows.ts'

/** How many units have each level, as one bar; small in the matrix, with letters and counts in a chart. */
export function Stack({ framework, of, small }: { framework: Framework; of: ReturnType<typeof distribution>; small?: boolean }) {
  const s = useText(site)
  const parts = [
    ...of.levels.map(({ level, count }) => {
      const found = levelOf(framework, of.scale, level)
      return { key: level, count, tone: found?.colour ?? 'none', name: found?.mark ?? found?.label ?? level }
    }),
    { key: '?', count: of.open, tone: 'open', name: s.open },
    { key: '!', count: of.failed, tone: 'failed', name: s.failed },
  ].filter(({ count }) => count)
  if (!parts.length) return null
  const label = parts.map(({ name, count }) => `${name} ${count}`).join(s.listed)
  return (
    <span className={small ? 'stack stack-small' : 'stack'} role="img" aria-label={label} title={label}>
      {parts.map(({ key, count, tone, name }) => <i key={key} className={`stack-${tone}`} style={{ flexGrow: count }}>{small ? null : `${name} ${count}`}</i>)}
    </span>
  )
}
