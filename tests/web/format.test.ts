import { expect, test } from 'vitest'
import { bytes, date, dateTime, daysLeft, fullTime, shortHash, today } from '../../server/web/format.ts'

const now = new Date('2026-11-25T16:30:00Z')

test('times are Shanghai times, with the year only when it is another', () => {
  expect(dateTime('2026-11-25T16:05:00Z', now)).toBe('11-26 00:05')
  expect(dateTime('2025-12-31T15:59:00Z', now)).toBe('2025-12-31 23:59')
  expect([date('2026-11-30', now), date('2025-11-30', now), date('2026-11-30T20:00:00Z', now)]).toEqual(['11-30', '2025-11-30', '12-01'])
  expect([fullTime('2026-11-25T16:05:00Z'), fullTime(undefined)]).toEqual(['2026-11-26 00:05', ''])
  expect(today(now)).toBe('2026-11-26')
})

test('days left are counted in Shanghai', () => {
  expect(['2026-11-30', '2026-11-26', '2026-11-25'].map((day) => daysLeft(day, now))).toEqual([4, 0, -1])
})

test('sizes and hashes are short', () => {
  expect([bytes(12), bytes(2048), bytes(3_984_588)]).toEqual(['12 B', '2 KB', '3.8 MB'])
  expect(shortHash('c41e09ab7d52ffff')).toBe('c41e 09ab 7d52')
})
