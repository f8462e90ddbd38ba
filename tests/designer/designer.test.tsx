import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Framework } from '../../schemas/index.ts'
import { framework } from '../../stories/samples/index.ts'
import { draw } from './harness.tsx'
import { withCases } from './withCases.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)
const row = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-id="${id}"]`)!
const codes = (): string[] => [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].map((item) => `${item.getAttribute('aria-level')} ${item.dataset['id']}`)
const press = (id: string, key: string, more: object = {}): void => { fireEvent.keyDown(row(id), { key, ...more }) }
const badge = (line: Element | null): (string | null | undefined)[] => { const own = line?.querySelector('.ds-badge'); return [own?.textContent, own?.getAttribute('aria-label')] }
const open = (id: string): void => { fireEvent.click(row(id)) }

describe('the tree', () => {
  test('arrows move and fold, and say so to a screen reader', () => {
    draw()
    open('resources')
    expect(row('resources').getAttribute('aria-selected')).toBe('true')
    press('resources', 'ArrowLeft')
    expect(row('resources').getAttribute('aria-expanded')).toBe('false')
    expect(row('investment')).toBeNull()
    press('resources', 'ArrowRight')
    press('resources', 'ArrowDown')
    expect(row('funding').getAttribute('aria-selected')).toBe('true')
    press('funding', 'ArrowLeft')
    press('funding', 'ArrowLeft')
    expect(row('resources').getAttribute('aria-selected')).toBe('true')
  })
  test('Alt with an arrow moves, Ctrl+D copies, Delete removes, Ctrl+Z brings back', async () => {
    draw()
    const before = codes()
    open('use')
    press('use', 'ArrowUp', { altKey: true })
    expect(codes().indexOf('3 use')).toBeLessThan(codes().indexOf('3 investment'))
    press('use', 'd', { ctrlKey: true })
    await waitFor(() => expect(codes()).toContain('3 use2'))
    press('use2', 'Delete')
    expect(codes()).not.toContain('3 use2')
    for (let i = 0; i < 3; i++) fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
    expect(codes()).toEqual(before)
    fireEvent.keyDown(window, { key: 'y', ctrlKey: true })
    expect(codes().indexOf('3 use')).toBeLessThan(codes().indexOf('3 investment'))
  })
  test('Tab hangs a node under the one above, Shift+Tab takes it out again', () => {
    draw()
    open('growth')
    press('growth', 'Tab')
    expect(codes()).toContain('2 growth')
    press('growth', 'Tab', { shiftKey: true })
    expect(codes()).toContain('1 growth')
  })
  test('several are chosen with Ctrl or Shift, then weighed, moved and deleted together', async () => {
    draw()
    const before = codes()
    const chosen = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('[role=treeitem][aria-selected=true]')].map(({ dataset }) => dataset['id'])
    open('funding')
    fireEvent.click(row('inspectors'), { ctrlKey: true })
    expect(chosen()).toEqual(['funding', 'inspectors'])
    expect(screen.getByText('已选 2 项')).toBeTruthy()
    fireEvent.change(screen.getByRole('spinbutton', { name: '所选各项的权重' }), { target: { value: '7' } })
    for (const id of ['funding', 'inspectors']) expect(row(id).querySelector('.ds-weight')?.textContent).toBe('7')
    fireEvent.click(row('inspectors'), { ctrlKey: true })
    expect(chosen()).toEqual(['inspectors'])
    open('investment')
    fireEvent.click(row('use'), { shiftKey: true })
    expect(chosen()).toEqual(before.map((code) => code.split(' ')[1]).slice(before.findIndex((code) => code.endsWith(' investment')), before.findIndex((code) => code.endsWith(' use')) + 1))
    press('use', 'Tab', { shiftKey: true })
    expect(codes()).toEqual(expect.arrayContaining(['2 investment', '2 use']))
    press('use', 'Delete')
    expect(codes().some((code) => / (investment|use)$/.test(code))).toBe(false)
    expect(chosen()).toHaveLength(1)
    for (let i = 0; i < 3; i++) fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(codes()).toEqual(before))
    expect(row('funding').querySelector('.ds-weight')?.textContent).not.toBe('7')
  })
  test('Enter edits the title in place; Escape leaves it', async () => {
    const user = userEvent.setup()
    draw()
    open('investment')
    press('investment', 'Enter')
    const box = screen.getByRole('textbox', { name: '改名' })
    await user.clear(box)
    await user.type(box, '新名称{Enter}')
    expect(row('investment').textContent).toContain('新名称')
    press('investment', 'Enter')
    await user.type(screen.getByRole('textbox', { name: '改名' }), '不要{Escape}')
    expect(row('investment').textContent).not.toContain('不要')
  })
  test('typing filters to what fits, by field too, with its ancestors', () => {
    draw()
    fireEvent.change(screen.getByRole('textbox', { name: '查找指标、字段、参数' }), { target: { value: '责任督学' } })
    expect(codes().map((code) => code.split(' ')[1])).toEqual(['growth', 'governance', 'inspectors'])
  })
})

describe('a point', () => {
  test('a shared element is found by name first and is then asked for here too', async () => {
    const user = userEvent.setup()
    const { saved } = draw()
    open('inspectors')
    const shared = Object.entries(framework.elements).find(([id]) => !Object.hasOwn(find(framework, 'inspectors').schema.properties, id))!
    const box = screen.getByRole('combobox', { name: /添加字段/ })
    await user.type(box, shared[1].title)
    const found = await screen.findAllByText(shared[1].title)
    fireEvent.click(found.at(-1)!)
    await waitFor(() => expect(saved.at(-1)).toBeDefined(), { timeout: 20_000 })
    expect(find(saved.at(-1)!, 'inspectors').schema.properties).toHaveProperty(shared[0])
    expect(Object.keys(saved.at(-1)!.elements)).toEqual(Object.keys(framework.elements))
  })
  test('a kind makes a new element and its row', async () => {
    const { saved } = draw()
    open('inspectors')
    fireEvent.click(within(document.querySelector<HTMLElement>('.ds-kinds')!).getByRole('button', { name: '金额' }))
    expect(document.activeElement).toBe(screen.getByDisplayValue('新金额'))
    await waitFor(() => expect(saved.at(-1)).toBeDefined(), { timeout: 20_000 })
    expect(Object.keys(saved.at(-1)!.elements).length).toBe(Object.keys(framework.elements).length + 1)
  })
  test('what was not touched is saved as the same bytes', async () => {
    const { saved } = draw()
    open('inspectors')
    fireEvent.change(screen.getByRole('textbox', { name: '评价要求（来源文件原文）' }), { target: { value: '新的要求' } })
    await waitFor(() => expect(saved.at(-1)).toBeDefined(), { timeout: 20_000 })
    const young = saved.at(-1)!
    expect(find(young, 'inspectors').requirement).toBe('新的要求')
    expect(JSON.stringify({ ...find(young, 'inspectors'), requirement: find(framework, 'inspectors').requirement })).toBe(JSON.stringify(find(framework, 'inspectors')))
    expect(find(young, 'investment')).toBe(find(framework, 'investment'))
  })
})

describe('golden cases', () => {
  const cases = [95, 80, 70, 60].map((satisfaction, i) => ({ name: `满意度 ${satisfaction}`, answers: { satisfaction }, expect: { status: 'determined' as const, level: 'abcd'.charAt(i) } }))
  const expected = (document: Framework): (string | undefined)[] => (find(document, 'approval').examples ?? []).map(({ expect: { level } }) => level)

  test('a case that does not agree stands among the problems and at its point, and nothing says that all is well', async () => {
    draw({ document: withCases(cases.toReversed(), 96) })
    await waitFor(() => expect(badge(row('approval'))).toEqual(['1', '1 个用例不符']), { timeout: 20_000 })
    const problems = document.querySelector<HTMLElement>('.ds-problems')!
    expect(problems.textContent).not.toContain('没有问题')
    fireEvent.click(within(problems).getByText('满意度 95'))
    expect(row('approval').getAttribute('aria-selected')).toBe('true')
    await waitFor(() => expect((document.activeElement?.closest('tr')?.querySelector('input') as HTMLInputElement | null)?.value).toBe('满意度 95'))
    press('approval', 'ArrowLeft')
    expect(badge(document.querySelector('[role=treeitem][aria-selected=true]'))).toEqual(['1', '1 个用例不符'])
  })
  test('the publish page says what holds it back, and leads there', async () => {
    const publishing = { onPublish: () => Promise.resolve(), view: 'publish', onView: () => undefined }
    const asked: string[] = []
    draw({ ...publishing, document: withCases(cases, 96), onView: (view) => asked.push(view) })
    await screen.findByText('还不能发布：1 个用例不符', {}, { timeout: 20_000 })
    fireEvent.click(screen.getByText('满意度 95'))
    expect(asked).toEqual(['edit'])
    cleanup()
    const good = withCases(cases, 90)
    draw({ ...publishing, document: { ...good, aggregation: { method: 'weightedMean', scale: 'nowhere' } } })
    await screen.findByText(/^还不能发布：\d 个错误$/)
    expect(document.querySelectorAll('.ds-errors button').length).toBeGreaterThan(0)
  })
  test('taking the actual result as expected asks first, says what is given up, and can be undone', async () => {
    const user = userEvent.setup()
    const { saved } = draw({ document: withCases(cases, 96), base: withCases(cases, 90) })
    open('approval')
    const accept = await screen.findByRole('button', { name: '以实得为准' }, { timeout: 20_000 })
    await user.click(accept)
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('把用例“满意度 95”的应得改成现在的实得？')
    expect(dialog.textContent).toContain('应得 A优B良')
    expect(dialog.textContent).toContain('等级“优”：没有用例应得这一等级')
    await user.click(within(dialog).getByRole('button', { name: /取\s?消/ }))
    expect(screen.getByRole('button', { name: '以实得为准' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '以实得为准' }))
    await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2))
    await user.click(screen.getAllByRole('button', { name: '改为实得' }).at(-1)!)
    await waitFor(() => expect(expected(saved.at(-1)!)).toEqual(['b', 'b', 'c', 'd']), { timeout: 20_000 })
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(expected(saved.at(-1)!)).toEqual(['a', 'b', 'c', 'd']), { timeout: 20_000 })
  })
})

describe('views', () => {
  test('without a host a page leads back to editing', async () => {
    draw()
    fireEvent.click(screen.getByText('对比'))
    expect(row('approval')).toBeNull()
    fireEvent.click(await screen.findByText('返回编辑'))
    expect(row('approval')).not.toBeNull()
  })
  test('a host that keeps the page in an address decides which is shown', () => {
    const asked: string[] = []
    draw({ view: 'compare', onView: (view) => asked.push(view) })
    expect(screen.getByText('与所依据的 2025 版对比。')).toBeTruthy()
    fireEvent.click(screen.getByText('JSON'))
    expect(screen.getByText('与所依据的 2025 版对比。')).toBeTruthy()
    fireEvent.click(screen.getByText('返回编辑'))
    expect(asked).toEqual(['json', 'edit'])
    cleanup()
    draw({ view: 'nonsense', onView: () => undefined, node: 'inspectors' })
    expect(row('inspectors').getAttribute('aria-selected')).toBe('true')
    cleanup()
    draw({ view: 'publish', onView: () => undefined, readOnly: true })
    expect(row('approval')).not.toBeNull()
  })
})

describe('saving', () => {
  test('a save that meets a newer version asks about what both changed, and loses neither', async () => {
    const theirs: Framework = { ...framework, indicators: framework.indicators.map((node) => (node.id === 'growth' ? { ...node, title: '对方的名称' } : node)) }
    const saved: Framework[] = []
    let met = false
    draw({ onSave: (document) => {
      if (!met) { met = true; return Promise.resolve({ conflict: { document: theirs, by: '编辑乙' } }) }
      saved.push(document)
      return Promise.resolve({})
    } })
    open('resources')
    fireEvent.change(screen.getByRole('textbox', { name: '名称' }), { target: { value: '我的名称' } })
    const dialog = await screen.findByRole('alertdialog', {}, { timeout: 20_000 })
    expect(dialog.textContent).toContain('编辑乙')
    await act(async () => { fireEvent.click(within(dialog).getByRole('button', { name: /按选择合并/ })); await Promise.resolve() })
    await waitFor(() => expect(saved.at(-1)?.indicators.map(({ title }) => title)).toEqual(['我的名称', '对方的名称']), { timeout: 20_000 })
  })
  test('a read-only edition offers no way to change it', () => {
    draw({ readOnly: true })
    open('investment')
    expect(screen.queryByRole('combobox', { name: /添加字段/ })).toBeNull()
    press('investment', 'Delete')
    expect(row('investment')).not.toBeNull()
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
  })
})

function find(document: Framework, id: string) {
  const walk = (nodes: Framework['indicators']): NonNullable<Framework['indicators'][number]['evaluationPoints']> => nodes.flatMap((node) => [...walk(node.children ?? []), ...(node.evaluationPoints ?? [])])
  const point = walk(document.indicators).find((one) => one.id === id)
  if (!point) throw new Error(`no ${id}`)
  return point
}
