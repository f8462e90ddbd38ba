import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { SubmissionForm, type AnswerChange, type SaveResult } from '../../runtime/index.ts'
import { createStore } from '../../runtime/store/store.ts'
import type { Answer, Evidence, Framework, Submission } from '../../schemas/index.ts'

afterEach(cleanup)
const framework: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {}, elements: {}, aggregation: { method: 'lowest', scale: 's' },
  indicators: [{
    id: 'top', code: '1', title: '指标', evaluationPoints: [{
      id: 'p1', code: '1.1', title: '点', requirement: '示例。', rubric: { method: 'narrative' }, evidence: [{ id: 'report', title: '报表', accept: ['pdf'], min: 1 }],
      schema: { type: 'object', properties: { num: { type: 'integer', title: '人数' }, schools: { type: 'array', title: '学校', items: { type: 'object', properties: { s: { type: 'string', title: '校名' }, n: { type: 'integer', title: '学生' } } } } } },
    }],
  }],
}
const own = (value: unknown, revision = 1): Answer => ({ value, status: 'confirmed', source: 'district', revision })
const base: Submission = { format: 'yardstick/submission@1', id: 's', cycle: 'c', unit: 'u', state: 'draft', revision: 5, points: {}, judgements: {}, evidence: [], answers: { num: own(1), schools: own([{ s: '一小', n: 1 }, { s: '二小', n: 2 }]) } }

function open() {
  let now = base
  const onSave = vi.fn((changes: AnswerChange[]): Promise<SaveResult> => Promise.resolve({ revision: now.revision + 1, answers: Object.fromEntries(changes.map((change) => [change.id, own(change.value, change.base + 1)])), conflicts: [] }))
  render(<SubmissionForm framework={framework} submission={base} onSave={onSave} onRefresh={(revision) => Promise.resolve(now.revision > revision ? now : undefined)} />)
  return {
    onSave,
    others: async (revision: number, answers: Submission['answers']): Promise<void> => {
      now = { ...base, revision, answers: { ...base.answers, ...answers } }
      await act(async () => {
        window.dispatchEvent(new Event('focus'))
        await new Promise((resolve) => { setTimeout(resolve, 50) })
      })
    },
  }
}

test('what others wrote does not come in under the caret: the next key is a conflict, not an overwriting', async () => {
  const { onSave, others } = open()
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: /人数/ })
  await userEvent.click(box)
  await others(6, { num: own(900, 2) })
  await userEvent.keyboard('{End}2')
  await waitFor(() => expect(onSave).toHaveBeenCalled(), { timeout: 4000 })
  expect(onSave.mock.calls[0]?.[0]).toMatchObject([{ id: 'num', base: 1, value: 12 }])
})

test('once the field is left it comes in', async () => {
  const { others } = open()
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: /人数/ })
  await userEvent.click(box)
  await others(6, { num: own(900, 2) })
  expect(box.value).toBe('1')
  box.blur()
  await others(6, { num: own(900, 2) })
  expect(box.value).toBe('900')
})

test('a row is not brought back over what others wrote since', async () => {
  const { onSave, others } = open()
  await userEvent.click(screen.getByRole('button', { name: /删除第 2 行/ }))
  expect(screen.getByRole('button', { name: '撤销' })).toBeTruthy()
  await waitFor(() => expect(onSave).toHaveBeenCalledTimes(1), { timeout: 4000 })
  ;(document.activeElement as HTMLElement).blur()
  await others(8, { schools: own([{ s: '一小', n: 1000 }, { s: '三小', n: 3 }], 3) })
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
})

test('an older picture takes nothing back', () => {
  const store = createStore({ framework, submission: { ...base, revision: 1 } })
  if (!('compiled' in store)) throw new Error('does not compile')
  const heard = store.heard()
  store.type('num', 5)
  store.stored({ num: own(5, 2) }, () => false, 4)
  store.attach({ id: 'e1', name: 'a.pdf', type: 'pdf', bytes: 1, sha256: 'a'.repeat(64), requirements: ['p1/report'] } satisfies Evidence)
  expect(store.heard()).toBe(heard + 2)
  store.adopt({ ...base, revision: 3, answers: { num: own(1) } }, () => false)
  expect(store.answer('num')?.value).toBe(5)
})
