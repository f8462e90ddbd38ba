import { expect, test } from 'vitest'
import { civilDay, civilTime, daysUntil, isOver } from '../../engine/index.ts'

test('an instant is read at UTC+8, wherever the reader is', () => {
  expect(civilTime(new Date('2026-11-25T16:00:00Z'))).toBe('2026-11-26T00:00:00')
  expect(civilTime(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31T23:59:59')
  expect(civilTime(new Date(NaN))).toBe('')
  expect(civilDay(new Date('2026-02-27T16:00:00Z'), 1)).toBe('2026-03-01')
})
test.each([['2026-11-30T15:59:59Z', 0], ['2026-11-30T16:00:00Z', -1], ['2026-11-29T16:00:00Z', 0], ['2026-11-29T15:59:59Z', 1]])('at %s, %i days are left of 2026-11-30', (now, days) => {
  expect(daysUntil('2026-11-30', new Date(now))).toBe(days)
  expect(isOver('2026-11-30', new Date(now))).toBe(days < 0)
})
