import type { SubmissionRecord } from '../records.ts'
import type { Store } from '../store/port.ts'

const hour = 60 * 60 * 1000

/** Removes bytes whose upload was never completed by an entry. */
export async function sweepEvidence(store: Store, now = Date.now()): Promise<number> {
  return store.blobs.sweep(await usedEvidence(store), now - hour)
}

/** The hashes of all evidence that is or once was part of a submission: it stays, even if it was taken out later. */
export async function usedEvidence(store: Pick<Store, 'all' | 'chains'>): Promise<Set<string>> {
  const used = new Set<string>()
  for (const { document } of await store.all<SubmissionRecord>('submission', 'all')) for (const { sha256 } of document.evidence) used.add(sha256)
  for await (const { entries } of store.chains()) {
    for (const { action, detail } of entries) {
      if (action.startsWith('evidence.')) used.add((JSON.parse(detail) as { sha256: string }).sha256)
    }
  }
  return used
}
