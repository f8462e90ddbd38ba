// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { outcomeOf } from '../../server/desk.ts'
import { compile } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'
import { SubmissionForm, type AnswerChange, type SubmissionFormProps } from '../../runtime/index.ts'
import { cycle, empty, framework, pageHost, previous, submission } from '../../stories/samples/index.ts'

afterEach(cleanup)

const given: SubmissionFormProps = { framework, submission, cycle, previous }
const form = (more: Partial<SubmissionFormProps> = {}) => <SubmissionForm {...given} {...more} />

test('another language, a lock and its opening keep what was saved, with its revisions', async () => {
  const host = pageHost(submission, { delay: 0 })
  const sent: AnswerChange[][] = []
  const onSave = (changes: AnswerChange[]) => {
    sent.push(changes)
    return host.onSave(changes)
  }
  const { rerender, container } = render(form({ onSave }))
  const field = (): HTMLTextAreaElement => container.querySelector('#ys-investment-scopeNote')!
  const write = async (text: string): Promise<void> => {
    await userEvent.clear(field())
    await userEvent.type(field(), text)
    await waitFor(() => expect(container.querySelector('[data-save]')?.getAttribute('data-save')).toBe('saved'), { timeout: 5000 })
  }
  await write('甲')
  rerender(form({ onSave, locale: 'en' }))
  expect(field().value).toBe('甲')
  expect(screen.getByText(/^To do \d/)).toBeDefined()
  expect(container.querySelector('.ys-verdict')?.textContent).not.toMatch(/封顶|还差|收到文本/)
  rerender(form({ onSave, locale: 'en', readOnly: true }))
  expect([field().value, field().readOnly]).toEqual(['甲', true])
  rerender(form({ onSave }))
  expect([field().value, field().readOnly]).toEqual(['甲', false])
  await write('乙')
  expect(sent.flat().map(({ value, base }) => [value, base])).toEqual([['甲', 1], ['乙', 2]])
  expect(container.querySelector('.ys-save-warn')).toBeNull()
})

test.each([['with', previous], ['without', undefined]])('the digest before submitting is the one the server keeps, %s last year', async (_, before) => {
  const host = pageHost(submission, { delay: 0 })
  const { container } = render(<SubmissionForm {...{ framework, submission, cycle }} {...(before ? { previous: before } : {})} onSave={host.onSave} onSubmit={host.onSubmit} />)
  await userEvent.type(container.querySelector('#ys-investment-scopeNote')!, '甲')
  await waitFor(() => expect(container.querySelector('[data-save]')?.getAttribute('data-save')).toBe('saved'), { timeout: 5000 })
  await userEvent.click(screen.getByRole('button', { name: /^提交/ }))
  const { compiled } = compile(framework, cycle.profile)
  const { inputs } = outcomeOf({ cycle, compiled: compiled! }, { ...submission, answers: host.answers }, before, { hash: true })
  const shown = screen.getByTitle(inputs)
  expect(shown.firstChild?.textContent?.replaceAll(' ', '')).toBe(inputs.slice(0, 12))
})

test('what the server did not take cannot be handed in unnoticed', async () => {
  const small: Framework = {
    format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {}, elements: {},
    indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [{ id: 'words', code: '1.1', title: '文字', requirement: '示例。', rubric: { method: 'narrative' }, schema: { type: 'object', properties: { text: { type: 'string', title: '说明' } } } }] }],
  }
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const onSave = () => Promise.reject(Object.assign(new Error('年度任务已关闭。'), { status: 409 }))
  render(<SubmissionForm framework={small} submission={{ ...empty, unit: 'u' }} onSave={onSave} onSubmit={onSubmit} />)
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '甲')
  expect(await screen.findByText('没有存上：年度任务已关闭。', {}, { timeout: 5000 })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
  expect((await screen.findByRole('alert')).textContent).toBe('没有提交成功：还有 1 处修改没有保存，保存后才能提交。')
  expect(onSubmit).not.toHaveBeenCalled()
})
