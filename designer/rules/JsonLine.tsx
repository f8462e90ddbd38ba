import { Input } from 'antd'
import { useState } from 'react'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

/** A rule as it is stored, checked while it is typed; the stored rule changes only once it reads as one. */
export function JsonLine({ rule, label, onChange }: { rule: Rule; label: string; onChange: (rule: Rule) => void }) {
  const { t } = useDesigner()
  const [draft, setDraft] = useState<string>()
  const text = draft ?? JSON.stringify(rule, null, 1)
  const broken = draft !== undefined && read(draft) === undefined
  return (
    <span className="ds-json">
      <Input.TextArea aria-label={label} aria-invalid={broken} autoSize={{ minRows: 1, maxRows: 16 }} spellCheck={false} value={text} {...(broken && { status: 'error' as const })}
        onChange={(event) => {
          setDraft(event.target.value)
          const next = read(event.target.value)
          if (next !== undefined) onChange(next.rule)
        }}
        onBlur={() => { if (!broken) setDraft(undefined) }} />
      {broken ? <span className="ds-error" role="alert">{t.jsonBroken}</span> : null}
    </span>
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
