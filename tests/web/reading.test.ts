import { expect, test } from 'vitest'
import { readingOf } from '../../server/web/review/reading.ts'
import type { OpenSubmission } from '../../server/web/api.ts'
import { cycle, framework, submission } from '../../stories/samples/index.ts'

test('a computed column of a table comes row by row, as the form shows it', () => {
  const { column } = readingOf({ framework, cycle, submission } as unknown as OpenSubmission)
  const perStudent = column('investment', 'stages', 'perStudent')
  expect(perStudent).toHaveLength(5)
  expect(perStudent[1]).toBeCloseTo(140_242.43 / 43_260 * 10_000, 6)
  expect(column('investment', 'stages', 'students')).toEqual([])
})
