import { expect, test } from 'vitest'
import { Refusal } from '../../server/errors.ts'
import { work } from '../../server/work/work.ts'
import { framework } from './api/documents.ts'

test('a task in the thread answers, refuses in our own terms, and outlives one that breaks', async () => {
  const hash = await work('publishable', framework)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  await expect(work('publishable', { ...framework, tiers: 3 as never })).rejects.toMatchObject({ code: 'DOCUMENT_INVALID', details: { count: 1 } } satisfies Partial<Refusal>)
  await expect(work('nothing' as 'book', framework, 'zh', '')).rejects.toThrow('TypeError')
  expect(await Promise.all([work('publishable', framework), work('book', framework, 'en', 'n')])).toEqual([hash, expect.stringContaining('<html')])
})
