import { lazy, Suspense, useState } from 'react'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

const JsonCode = lazy(() => import('./JsonCode.tsx').then((loaded) => ({ default: loaded.JsonCode })))

/** A rule as it is stored, checked while it is typed; the stored rule changes only once it reads as one. */
export function JsonLine({ rule, label, onChange }: { rule: Rule; label: string; onChange: (rule: Rule) => void }) {
  const { t, readOnly } = useDesigner()
  const [draft, setDraft] = useState<string>()
  const text = draft ?? JSON.stringify(rule, null, 1)
  const broken = draft !== undefined && read(draft) === undefined
  return (
    <div className="ds-json" aria-invalid={broken}>
      <Suspense fallback={<pre>{text}</pre>}>
        <JsonCode text={text} label={label} readOnly={readOnly} onLeave={() => { if (!broken) setDraft(undefined) }}
          onType={(typed) => {
            setDraft(typed)
            const next = read(typed)
            if (next !== undefined && JSON.stringify(next.rule) !== JSON.stringify(rule)) onChange(next.rule)
          }} />
      </Suspense>
      {broken ? <span className="ds-error" role="alert">{t.jsonBroken}</span> : null}
    </div>
  )
}

function read(text: string): { rule: Rule } | undefined {
  try {
    const rule = JSON.parse(text) as Rule
    return isRule(rule, 0) ? { rule } : undefined
  } catch {
    return undefined
  }
}

const isRule = (value: unknown, depth: number): boolean => {
  if (depth > 60) return false
  if (Array.isArray(value)) return value.every((item) => isRule(item, depth + 1))
  if (typeof value !== 'object' || value === null) return value === null || ['number', 'string', 'boolean'].includes(typeof value)
  const items = Object.values(value)
  return items.length === 1 && items.every((item) => isRule(item, depth + 1))
}
