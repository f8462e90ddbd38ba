// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SubmissionForm, type AnswerChange, type SubmissionFormProps } from '../../runtime/index.ts'
import { cycle, framework, pageHost, previous, submission } from '../../stories/samples/index.ts'

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
