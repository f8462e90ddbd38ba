import { renderHook } from '@testing-library/react'
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
test('who leaves without a change saves nothing', () => {
  const save = saver()
  renderHook(() => useSave(framework, save)).unmount()
  expect(save).not.toHaveBeenCalled()
})
