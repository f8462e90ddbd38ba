import { useState } from 'react'
import type { Evidence } from '../../../schemas/index.ts'
import type { OpenSubmission } from '../api.ts'

/** How much evidence the unit keeps, as files come and go on this page. */
export function useQuota({ submission, quota }: OpenSubmission): { used: number; added: (evidence: Evidence) => Evidence; removed: (id: string) => void } {
  const [sizes, setSizes] = useState<ReadonlyMap<string, number>>(() => new Map(submission.evidence.map(({ id, bytes }) => [id, bytes])))
  const elsewhere = quota.used - submission.evidence.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    used: elsewhere + [...sizes.values()].reduce((sum, size) => sum + size, 0),
    added: (evidence) => { setSizes((now) => new Map(now).set(evidence.id, evidence.bytes)); return evidence },
    removed: (id) => setSizes((now) => { const rest = new Map(now); rest.delete(id); return rest }),
  }
}
