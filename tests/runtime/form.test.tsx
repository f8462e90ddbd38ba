// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { outcomeOf } from '../../server/desk.ts'
import { compile } from '../../engine/index.ts'
import type { Evidence, Framework, Submission } from '../../schemas/index.ts'
import { SubmissionForm, type AnswerChange, type SubmissionFormProps } from '../../runtime/index.ts'
import { cycle, empty, framework, pageHost, previous, submission } from '../../stories/samples/index.ts'

// The page scrolls to where one is sent; there is nothing to scroll here.
Element.prototype.scrollIntoView = () => undefined
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const given: SubmissionFormProps = { framework, submission, cycle, previous }
const form = (more: Partial<SubmissionFormProps> = {}) => <SubmissionForm {...given} {...more} />

const oneText: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {}, elements: {},
  indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [{ id: 'words', code: '1.1', title: '文字', requirement: '示例。', rubric: { method: 'narrative' }, schema: { type: 'object', properties: { text: { type: 'string', title: '说明' } } } }] }],
}

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
  const onSubmit = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const onSave = () => Promise.reject(Object.assign(new Error('年度任务已关闭。'), { status: 409 }))
  render(<SubmissionForm framework={oneText} submission={{ ...empty, unit: 'u' }} onSave={onSave} onSubmit={onSubmit} />)
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '甲')
  expect(await screen.findByText('没有存上：年度任务已关闭。', {}, { timeout: 5000 })).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
  expect((await screen.findByRole('alert')).textContent).toBe('没有提交成功：还有 1 处修改没有保存，保存后才能提交。')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('a file on its way arrives although the page moves on, and leaving the form ends it', async () => {
  const sent: { signal: AbortSignal; progress: (sent: number, total: number) => void; done: (evidence: Evidence) => void; fail: (why: Error) => void }[] = []
  const onUpload: SubmissionFormProps['onUpload'] = (_file, _requirement, progress, signal) => new Promise((done, fail) => void sent.push({ signal, progress, done, fail }))
  const { container, unmount } = render(form({ onUpload, onSave: pageHost(submission).onSave, onSubmit: () => Promise.resolve() }))
  const input = (): HTMLInputElement => container.querySelector('[data-ys-evidence="investment"] input[type=file]')!
  const send = async (name: string): Promise<void> => {
    fireEvent.change(input(), { target: { files: [new File(['%PDF-1.7 and more'], name)] } })
    await userEvent.click(container.querySelectorAll('.ys-choose button')[1]!)
  }
  await userEvent.click(screen.getByRole('button', { name: '逐项' }))
  await send('标准.pdf')
  await waitFor(() => expect(sent).toHaveLength(1))
  await userEvent.click(screen.getByRole('button', { name: /^1.1.2 / }))
  expect(container.querySelector('[data-ys-evidence="investment"]')).toBeNull()
  expect(sent[0]?.signal.aborted).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: /^提交/ }))
  expect(screen.getByText('还有 1 份佐证材料正在上传，传完后才能提交。')).toBeDefined()
  act(() => sent[0]?.progress(8, 17))
  await act(() => Promise.resolve(sent[0]?.done({ id: 'e9', name: '标准.pdf', type: 'pdf', bytes: 17, sha256: 'c'.repeat(64), requirements: ['investment/document'] })))
  expect(screen.queryByText(/正在上传/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /^← / }))
  await userEvent.click(screen.getByRole('button', { name: '1.1.1' }))
  expect(screen.getByText('标准.pdf')).toBeDefined()
  await send('报表.pdf')
  await waitFor(() => expect(sent).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: /^提交/ }))
  await act(() => Promise.resolve(sent[1]?.fail(new Error('太慢'))))
  await userEvent.click(screen.getByRole('button', { name: '有 1 份佐证材料没有传上，去查看' }))
  expect(await screen.findByText(/太慢/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  await waitFor(() => expect(sent).toHaveLength(3))
  unmount()
  expect(sent[2]?.signal.aborted).toBe(true)
})

const words = (text: string, revision: number): Submission['answers'][string] => ({ value: text, status: 'confirmed', source: 'district', revision, by: '区填报员', at: '2025-11-24T06:02:00Z' })

test('what is handed in is what stands on the page: another’s change is shown before, and one that comes too late is refused', async () => {
  const ready: Submission = { ...empty, unit: 'u', revision: 5, answers: { text: words('甲', 1) } }
  let now = ready
  const onRefresh = vi.fn<NonNullable<SubmissionFormProps['onRefresh']>>((revision) => Promise.resolve(now.revision > revision ? now : undefined))
  const onSubmit = vi.fn<NonNullable<SubmissionFormProps['onSubmit']>>((_, revision) => (revision === now.revision ? Promise.resolve() : Promise.reject(Object.assign(new Error('他人已保存了更新的版本。'), { status: 409 }))))
  render(<SubmissionForm framework={oneText} submission={ready} onSave={pageHost(ready).onSave} onSubmit={onSubmit} onRefresh={onRefresh} />)
  now = { ...now, revision: 6, answers: { text: words('乙', 2) } }
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  expect((await screen.findByText('你打开表单以后，他人改了这些要点，请核对：')).parentElement?.textContent).toContain('1.1 文字')
  now = { ...now, revision: 7, answers: { text: words('丙', 3) } }
  await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
  expect((await screen.findByRole('alert')).textContent).toBe('没有提交：在你核对时，他人又改了内容。现已载入，请再核对一遍，然后提交。')
  expect(onSubmit.mock.lastCall).toEqual([undefined, 6])
  await userEvent.click(screen.getByRole('button', { name: '返回填报' }))
  expect(screen.getByRole('textbox', { name: /^说明/ })).toHaveProperty('value', '丙')
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
  await screen.findByText('已提交')
  expect(onSubmit.mock.lastCall).toEqual([undefined, 7])
})

test('one’s own saves are seen; one that jumps over another’s is not', async () => {
  const ready: Submission = { ...empty, unit: 'u', revision: 5, answers: { text: words('甲', 1) } }
  const onSubmit = vi.fn<NonNullable<SubmissionFormProps['onSubmit']>>(() => Promise.resolve())
  let revision = 5
  const onSave: SubmissionFormProps['onSave'] = ([change]) => Promise.resolve({ revision, answers: { text: words(String(change?.value), (change?.base ?? 0) + 1) }, conflicts: [] })
  for (const [step, seen] of [[1, 6], [2, 5]] as const) {
    revision = 5 + step
    const { container, unmount } = render(<SubmissionForm framework={oneText} submission={ready} onSave={onSave} onSubmit={onSubmit} />)
    await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '乙')
    await waitFor(() => expect(container.querySelector('[data-save]')?.getAttribute('data-save')).toBe('saved'), { timeout: 5000 })
    await userEvent.click(screen.getByRole('button', { name: '提交' }))
    await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
    await screen.findByText('已提交')
    expect(onSubmit.mock.lastCall?.[1]).toBe(seen)
    unmount()
  }
})

test('a form locked while somebody typed names what was not saved and does not show it as handed in', async () => {
  const ready: Submission = { ...empty, unit: 'u', revision: 5, answers: { text: words('甲', 1) } }
  const onSave = () => Promise.reject(Object.assign(new Error('当前状态下不能进行此操作。'), { status: 409 }))
  function Host() {
    const [now, setNow] = useState(ready)
    return <SubmissionForm framework={oneText} submission={now} readOnly={now.state === 'submitted'} queue="late" onSave={onSave} onRefresh={() => {
      setNow({ ...ready, state: 'submitted', revision: 6 })
      return Promise.resolve(undefined)
    }} />
  }
  render(<Host />)
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '乙')
  expect(await screen.findByText('这份表单锁定前，本机有 1 处修改没有存上，不在表单里：', {}, { timeout: 5000 })).toBeDefined()
  expect(screen.getByText('说明：甲乙')).toBeDefined()
  expect(screen.getByRole('textbox', { name: /^说明/ })).toHaveProperty('value', '甲')
  await userEvent.click(screen.getByRole('button', { name: '知道了，不再保留' }))
  expect(screen.queryByText('说明：甲乙')).toBeNull()
})

test('a returned point nobody touched stands on the submit page with what was said, and needs a word', async () => {
  const at = '2025-11-20T00:00:00Z'
  const back: Submission = { ...empty, unit: 'u', state: 'returned', answers: { text: { ...words('甲', 1), at: '2025-11-19T00:00:00Z' } }, points: { words: { state: 'returned', feedback: [{ text: '请补充。', by: '专家', at }] } } }
  const onSubmit = vi.fn<NonNullable<SubmissionFormProps['onSubmit']>>(() => Promise.resolve())
  render(<SubmissionForm framework={oneText} submission={back} onSave={pageHost(back).onSave} onSubmit={onSubmit} />)
  await userEvent.click(screen.getByRole('button', { name: '重新提交' }))
  expect(screen.getByText('退回后没有改动。退回意见：请补充。', { exact: false })).toBeDefined()
  expect(screen.getByRole('button', { name: '确认提交' })).toHaveProperty('disabled', true)
  await userEvent.type(screen.getByRole('textbox', { name: /^说明/ }), '已核对，无须改动。')
  await userEvent.click(screen.getByRole('button', { name: '确认提交' }))
  await screen.findByText('已提交')
  expect(onSubmit.mock.lastCall?.[0]).toBe('已核对，无须改动。')
})

test('among many uploaded files one looks for a name or a point', async () => {
  const evidence = Array.from({ length: 10 }, (_, i): Evidence => ({ id: `f${i}`, name: `材料${i}.pdf`, type: 'pdf', bytes: 9, sha256: 'c'.repeat(64), requirements: [i ? 'investment/accounts' : 'use/audit'] }))
  render(form({ submission: { ...submission, evidence }, ...pageHost(submission) }))
  await userEvent.click(screen.getAllByRole('button', { name: '从已上传中选' })[0]!)
  const library = screen.getByRole('group', { name: '本单位已上传的材料' })
  expect(within(library).getAllByRole('listitem')).toHaveLength(10)
  await userEvent.type(within(library).getByRole('searchbox'), '材料7')
  expect(within(library).getAllByRole('listitem')).toHaveLength(1)
  await userEvent.type(within(library).getByRole('searchbox'), 'x')
  expect(within(library).getByText('没有找到“材料7x”')).toBeDefined()
})

test('the search names the fields that were looked for and Enter goes to the first', async () => {
  vi.stubGlobal('CSS', { escape: (name: string) => name })
  const { container } = render(form())
  const search = screen.getByRole('searchbox', { name: '查找要点或字段' })
  await userEvent.type(search, '审计结论')
  const outline = within(screen.getByRole('navigation', { name: '大纲' }))
  expect(outline.getByRole('button', { name: '审计结论' })).toBeDefined()
  await userEvent.type(search, '{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(container.querySelector('#ys-use-auditResult')))
  vi.unstubAllGlobals()
})

test('a file chosen offline is sent when the network is back, once, and not after it was taken away', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const onUpload = vi.fn<NonNullable<SubmissionFormProps['onUpload']>>((file, requirement) => Promise.resolve({ id: file.name, name: file.name, type: 'pdf', bytes: 9, sha256: 'b'.repeat(64), requirements: [requirement] }))
  const { container } = render(form({ onUpload, onSave: pageHost(submission).onSave }))
  const requirement = container.querySelector('[data-ys-requirement]')!
  for (const name of ['甲.pdf', '乙.pdf']) {
    fireEvent.drop(requirement, { dataTransfer: { files: [new File(['%PDF-1.4\n'], name)], types: ['Files'] } })
    await screen.findByText(name)
  }
  await waitFor(() => expect(screen.getAllByText('离线，连上网后自动上传。')).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: '移除 乙.pdf' }))
  online.mockRestore()
  fireEvent(window, new Event('online'))
  await waitFor(() => expect(onUpload).toHaveBeenCalledTimes(1))
  fireEvent(window, new Event('online'))
  expect(onUpload.mock.calls.map(([file]) => file.name)).toEqual(['甲.pdf'])
  await waitFor(() => expect(screen.queryByText('离线，连上网后自动上传。')).toBeNull())
})
