// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { fireEvent, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { YardstickForm } from '../../runtime/element.ts'
import { cycle, framework, pageHost, previous, submission } from '../../stories/samples/index.ts'

beforeAll(async () => {
  early.append(before)
  Object.assign(before, { framework, submission, readOnly: true })
  await import('../../runtime/element.ts')
})
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const early = document.createElement('div')
const before = document.createElement('yardstick-form')
function placed(attributes: Record<string, string> = {}): YardstickForm {
  const form = document.createElement('yardstick-form') as YardstickForm
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value)
  document.body.append(form)
  return form
}
const within = <T extends Element>(form: Element, selector: string): T | null => form.shadowRoot?.querySelector<T>(selector) ?? null
const shown = <T extends Element>(form: Element, selector: string): Promise<T> => waitFor(() => {
  const found = within<T>(form, selector)
  if (!found) throw new Error(`no ${selector}: ${form.shadowRoot?.textContent}`)
  return found
}, { timeout: 5000 })

test('what a page sets before the script has run is taken up', async () => {
  document.body.append(early)
  expect((await shown<HTMLTextAreaElement>(before, '#ys-investment-scopeNote')).readOnly).toBe(true)
})

test('the snippet of the README saves what is typed and sends what is uploaded', async () => {
  const host = pageHost(submission, { delay: 0 })
  const [onSave, onUpload] = [vi.fn<typeof host.onSave>(host.onSave), vi.fn<typeof host.onUpload>(host.onUpload)]
  const snippet = /^Object\.assign\(form, .*$/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? ''
  const form = placed()
  runInNewContext(snippet, { form, framework, submission, onSave, onUpload })
  fireEvent.change(await shown(form, '#ys-investment-scopeNote'), { target: { value: '甲' } })
  await waitFor(() => expect(onSave.mock.calls).toEqual([[[expect.objectContaining({ id: 'scopeNote', value: '甲' })]]]), { timeout: 5000 })
  fireEvent.change(await shown(form, '[data-ys-evidence="investment"] input[type=file]'), { target: { files: [new File(['%PDF-1.7'], '标准.pdf')] } })
  fireEvent.click(await shown(form, '.ys-choose button'))
  await waitFor(() => expect(onUpload).toHaveBeenCalledOnce(), { timeout: 5000 })
})

test('every property can be read back and taken away again', async () => {
  const form = placed({ save: '' })
  const [onSave, onChange] = [vi.fn<() => Promise<never>>(), vi.fn<() => void>()]
  Object.assign(form, { framework, submission, cycle, previous, onSave, onChange, submitter: '甲', locale: 'en' })
  expect([form.cycle, form.previous, form.onSave, form.submitter, form.locale]).toEqual([cycle, previous, onSave, '甲', 'en'])
  await shown(form, '.ys[lang=en]')
  const asked = new Promise((resolve) => form.addEventListener('save', resolve))
  form.onSave = undefined
  fireEvent.change(await shown(form, '#ys-investment-scopeNote'), { target: { value: '乙' } })
  await asked
  expect(onSave).not.toHaveBeenCalled()
  await waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 5000 })
})

const answer = (given: object, status = 200): Response => new Response(JSON.stringify(given), { status })

test('a src that cannot be loaded says so in the element and in an event; the next one mends it', async () => {
  vi.stubGlobal('fetch', vi.fn<typeof fetch>((src) => Promise.resolve(src === '/good' ? answer({ framework, submission }) : answer({}, src === '/half' ? 200 : 404))))
  for (const [src, why] of [['/gone', 'HTTP 404'], ['/half', 'framework, submission']] as const) {
    const form = placed()
    const failed = new Promise<CustomEvent<Error>>((resolve) => form.addEventListener('error', (event) => resolve(event as unknown as CustomEvent<Error>)))
    form.setAttribute('src', src)
    expect((await failed).detail.message).toBe(why)
    expect(within(form, '[role=alert]')?.textContent).toBe(`表单没有载入，请稍后刷新页面再试（${why}）。`)
    form.setAttribute('src', '/good')
    await shown(form, '#ys-investment-scopeNote')
    expect(within(form, '.ys-mount > .ys > [role=alert]')).toBeNull()
  }
})

test('of two addresses in a row the last one counts, whichever answers first', async () => {
  const answers = new Map<string, (response: Response) => void>()
  vi.stubGlobal('fetch', vi.fn<typeof fetch>((src) => new Promise((resolve) => void answers.set(src as string, resolve))))
  const form = placed({ src: '/first' })
  const failed = vi.fn<() => void>()
  form.addEventListener('error', failed)
  form.setAttribute('src', '/second')
  answers.get('/second')?.(answer({ framework, submission: { ...submission, id: 'second' } }))
  await shown(form, '#ys-investment-scopeNote')
  answers.get('/first')?.(answer({ framework, submission: { ...submission, id: 'first' }, cycle }))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect([form.submission?.id, form.cycle, failed.mock.calls]).toEqual(['second', undefined, []])
})
