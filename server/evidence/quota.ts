import type { Submission } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import type { Store } from '../store/port.ts'

/** The bytes of evidence a unit keeps in its other submissions. */
export async function keptElsewhere(store: Store, { id, unit }: Pick<Submission, 'id' | 'unit'>): Promise<number> {
  const cards = await store.list('submission', { unit })
  return cards.reduce((sum, card) => sum + (card.id === id ? 0 : Number(card.summary['evidenceBytes'] ?? 0)), 0)
}

export const keptHere = ({ evidence }: Submission): number => evidence.reduce((sum, { bytes }) => sum + bytes, 0)

/** Refuses what would take a unit beyond its share. */
export function demandQuota(used: number, more: number, limit: number): void {
  if (used + more > limit) throw new Refusal('EVIDENCE_QUOTA', { limit, used })
}
