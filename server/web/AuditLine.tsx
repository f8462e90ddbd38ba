import type { AuditEntry } from './api.ts'
import { dateTime } from './format.ts'
import { useText } from './language.tsx'
import { auditText, isRepeated, wordsOfAction } from './auditText.ts'

/** Who did what, when, in words. */
export function AuditLine({ entry, count = 1 }: { entry: AuditEntry; count?: number }) {
  const t = useText(auditText)
  return (
    <>
      <span className="third small" style={{ display: 'block' }}>{dateTime(entry.at)} · {entry.by || t.system}</span>
      <span>{wordsOfAction(entry, t, count)}{isRepeated(entry, count) ? <span className="third">{t.times(count)}</span> : null}</span>
    </>
  )
}
