import { act, renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useSave, type SaveResult } from '../../designer/useSave.ts'
import type { Framework } from '../../schemas/index.ts'
import { framework } from '../web/sample.ts'

const saver = () => vi.fn<(document: Framework) => Promise<SaveResult>>(() => Promise.resolve({}))

test('who leaves in the moment after a change keeps the change', () => {
  const save = saver()
  const { rerender, unmount } = renderHook(({ document }) => useSave(document, save), { initialProps: { document: framework } })
  const changed = { ...framework, title: '改过' }
  rerender({ document: changed })
  expect(save).not.toHaveBeenCalled()
  unmount()
  expect(save.mock.calls).toEqual([[changed]])
})
test('a save that fails is tried once before publishing, says why, and nothing counts as saved', async () => {
  const save = vi.fn<(document: Framework) => Promise<SaveResult>>(() => Promise.reject(new Error('草稿太大')))
  const { result, rerender } = renderHook(({ document }) => useSave(document, save), { initialProps: { document: framework } })
  expect(await act(() => result.current.flush())).toBe(true)
  rerender({ document: { ...framework, title: '改过' } })
  expect(await act(() => result.current.flush())).toBe(false)
  expect(save).toHaveBeenCalledTimes(1)
  expect(result.current.save).toMatchObject({ state: 'failed', reason: '草稿太大' })
  save.mockResolvedValue({})
  expect(await act(() => result.current.flush())).toBe(true)
})
test('who leaves without a change saves nothing', () => {
  const save = saver()
  renderHook(() => useSave(framework, save)).unmount()
  expect(save).not.toHaveBeenCalled()
})
