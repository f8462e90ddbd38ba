import { expect, test } from 'vitest'
import type { CycleSummary } from '../../server/web/api.ts'
import { currentOf } from '../../server/web/cycles/current.ts'

const cycle = (id: string, year: number, state: 'open' | 'closed', submitted = 0): CycleSummary => ({
  cycle: { format: 'yardstick/cycle@1', id, title: id, framework: { id: 'sample', edition: '2025' }, year, profile: {}, units: [] }, state, progress: { notStarted: 2 - submitted, draft: 0, submitted, returned: 0, accepted: 0 },
})
const chosen = (...items: CycleSummary[]) => currentOf(items)?.cycle.id

test('the cycle shown unasked is the latest in which there is something to see', () => {
  expect(chosen(cycle('fresh', 2026, 'open'), cycle('running', 2025, 'open', 1), cycle('last', 2024, 'closed', 2))).toBe('running')
  expect(chosen(cycle('last', 2024, 'closed', 2), cycle('running', 2025, 'open', 1))).toBe('running')
  expect(chosen(cycle('fresh', 2026, 'open'), cycle('older', 2024, 'closed', 2), cycle('last', 2025, 'closed', 2))).toBe('last')
  expect(chosen(cycle('older', 2025, 'open'), cycle('fresh', 2026, 'open'))).toBe('fresh')
  expect(chosen()).toBeUndefined()
})
