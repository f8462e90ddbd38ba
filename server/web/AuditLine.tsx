import type { AuditEntry } from './api.ts'
import { dateTime } from './format.ts'
import { useText } from './language.tsx'
import { auditText, wordsOfAction } from './auditText.ts'

/** Who did what, when, in words. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const t = useText(auditText)
  return (
    <>
      <span className="third small" style={{ display: 'block' }}>{dateTime(entry.at)} · {entry.by.name || t.system}</span>
      <span>{wordsOfAction(entry, t)}</span>
    </>
  )
}
