import { isOver } from '../../engine/index.ts'
import type { Cycle } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import type { CycleRecord } from '../records.ts'
import type { Store } from '../store/port.ts'
import { demandVisible, looks } from '../validate.ts'

/** Refuses what nobody means to open: a name that is taken, however it is spaced, or not seen whole, or days that are over or out of order. */
export async function demandSensible(store: Store, { id, title, units, deadlines: { submission, review } = {} }: Cycle, now: Date): Promise<void> {
  demandVisible('/title', title)
  for (const [index, unit] of units.entries()) demandVisible(`/units/${index}/title`, unit.title)
  const taken = (await store.all<CycleRecord>('cycle', 'all')).some(({ document }) => document.cycle.id !== id && looks(document.cycle.title) === looks(title))
  if (taken) throw new Refusal('TITLE_TAKEN', { place: '/title', title })
  if (isOver(submission, now)) throw new Refusal('DEADLINE_OVER', { place: '/deadlines/submission', deadline: submission })
  if (review !== undefined && (isOver(review, now) || (submission !== undefined && review < submission))) throw new Refusal('DEADLINE_ORDER', { place: '/deadlines/review', deadline: review })
}
