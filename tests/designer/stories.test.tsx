import './jsdomLacks.ts'
import { composeStories } from '@storybook/react-vite'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as pages from '../../stories/designer/Pages.stories.tsx'
import * as points from '../../stories/designer/Point.stories.tsx'
import * as rubrics from '../../stories/designer/Rubric.stories.tsx'
import * as rules from '../../stories/designer/Rules.stories.tsx'
import * as trees from '../../stories/designer/Tree.stories.tsx'
import type { Framework, Rule } from '../../schemas/index.ts'

vi.setConfig({ testTimeout: 60_000 })
const complaints = vi.spyOn(console, 'error')
beforeEach(() => { complaints.mockClear() })
afterEach(cleanup)

const named = <T,>(file: string, stories: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(stories).map(([name, story]) => [`${file} ${name}`, story]))

describe('every part stands alone, says something, and complains of nothing', () => {
  const stories = { ...named('树', composeStories(trees)), ...named('规则', composeStories(rules)), ...named('量规', composeStories(rubrics)), ...named('要点', composeStories(points)), ...named('页', composeStories(pages)) }
  const all = Object.entries(stories).map(([name, Story]) => ({ name, Story: Story as ComponentType }))
  test.each(all)('$name', ({ Story }) => {
    render(<Story />)
    expect(document.body.textContent).not.toBe('')
    expect(document.body.textContent).not.toMatch(/undefined|NaN|\[object/)
    expect(complaints.mock.calls).toEqual([])
  })
})

describe('the tree alone', () => {
  const { Sample } = composeStories(trees)
  test('is walked with the arrows and edited with the keyboard', async () => {
    const onEdit = vi.fn<(document: Framework) => void>()
    render(<Sample onEdit={onEdit} />)
    const row = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-id="${id}"]`)!
    row('investment').focus()
    fireEvent.keyDown(row('investment'), { key: 'ArrowDown' })
    await waitFor(() => expect(document.activeElement?.getAttribute('data-id')).toBe('use'))
    fireEvent.keyDown(row('use'), { key: 'ArrowUp', altKey: true })
    await waitFor(() => expect(onEdit).toHaveBeenCalled())
    expect(onEdit.mock.lastCall?.[0].indicators[0]?.children?.[0]?.evaluationPoints?.map(({ id }) => id)).toEqual(['use', 'investment'])
  })
})

describe('a rule alone', () => {
  const { Row, UnknownName, PartlyRows } = composeStories(rules)
  test('changes where it is changed, and says so in words', async () => {
    const onChange = vi.fn<(rule: Rule) => void>()
    render(<Row onChange={onChange} />)
    expect(document.querySelector('.ds-reading')?.textContent).toContain('本年教育支出 ≥ 上年教育支出')
    fireEvent.mouseDown(screen.getByRole('combobox', { name: /比较|≥/ }))
    fireEvent.click(within(await screen.findByRole('listbox').then((list) => list.parentElement!)).getByText('>'))
    expect(onChange).toHaveBeenLastCalledWith({ '>': [{ var: 'budget' }, { var: 'budgetBefore' }] })
  })
  test('names who is unknown', () => {
    render(<UnknownName />)
    expect(screen.getByRole<HTMLTextAreaElement>('combobox').value).toContain('budgt')
  })
  test('keeps what rows cannot show when rows beside it are removed', () => {
    const onChange = vi.fn<(rule: Rule) => void>()
    render(<PartlyRows onChange={onChange} />)
    fireEvent.click(screen.getAllByRole('button', { name: /删除/ })[0]!)
    expect(JSON.stringify(onChange.mock.lastCall?.[0])).toContain('{"some":[{"var":"stages"},{"<":[{"var":"growth"},0]}]}')
  })
})

test('a golden case that fails shows what came out instead', async () => {
  const { CaseList } = composeStories(points)
  render(<CaseList />)
  await waitFor(() => expect(screen.getAllByText('不符').length).toBe(1))
  expect(screen.getAllByText('通过').length).toBe(1)
})

test('conditions that leave a gap are hatched with a value that has no level', () => {
  const { CriteriaGap, Criteria } = composeStories(rubrics)
  render(<CriteriaGap />)
  const ruler = screen.getByRole('group', { name: '教改投入占比的标尺' })
  expect(ruler.querySelectorAll('.ds-seg-hatch')).toHaveLength(1)
  expect(ruler.textContent).toContain('反例 2.75 %：没有等级。')
  cleanup()
  render(<Criteria />)
  expect(screen.queryByRole('group', { name: /标尺/ })).toBeNull()
})

test('what corresponds to the last edition is confirmed, and only then are values carried over', async () => {
  const { Correspondence } = composeStories(pages)
  const onEdit = vi.fn<(document: Framework) => void>()
  render(<Correspondence onEdit={onEdit} />)
  const carried = within(screen.getByRole('region', { name: '上一年度的数据会怎样' }))
  expect(carried.getByText('本年教育支出').closest('tr')?.textContent).toContain('不带入')
  fireEvent.click(screen.getByRole('button', { name: '确认 本年教育支出 本年教育支出' }))
  await waitFor(() => expect(onEdit.mock.lastCall?.[0].succession).toEqual({ elements: [{ before: 'budget', after: 'spending', relation: 'equal' }] }))
  expect(carried.getByText('本年教育支出').closest('tr')?.textContent).toContain('改名带入')
  fireEvent.click(screen.getByRole('button', { name: '全部确认' }))
  await waitFor(() => expect(onEdit.mock.lastCall?.[0].succession?.points).toEqual([{ before: 'use', after: 'usage', relation: 'equal' }]))
  expect(screen.queryByRole('button', { name: /确认/ })).toBeNull()
})

test('publishing asks why each changed parameter was changed, and what for', async () => {
  const { Publishing } = composeStories(pages)
  render(<Publishing />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: /发布 2025 版/ })
  fireEvent.change(screen.getByRole('textbox', { name: '发布说明' }), { target: { value: '提高优秀线' } })
  expect(document.querySelector('.ds-changes')?.textContent).toContain('值 5 % → 6 %')
  expect(await screen.findByText('请说明每个改动的参数为什么改')).toBeDefined()
  expect(button.disabled).toBe(true)
  fireEvent.change(screen.getByRole('textbox', { name: '增长优秀线 调整理由' }), { target: { value: '各区多数已超过 5 %' } })
  await waitFor(() => expect(button.disabled).toBe(false))
})

test('an open result tells what it still can become and what to supply first', async () => {
  const { Live } = composeStories(pages)
  render(<Live />)
  fireEvent.click(screen.getByRole('tab', { name: '追踪' }))
  fireEvent.click(await screen.findByRole('button', { name: '先补什么' }))
  const first = screen.getByRole('region', { name: '先补什么' })
  expect(within(first).getAllByText(/良|合格/).length).toBeGreaterThan(0)
  expect(within(first).getAllByRole('listitem').length).toBeGreaterThan(0)
  expect(first.textContent).not.toMatch(/[a-z]{3,}[A-Z]?/)
})

test('an indicator shows what it is made of, and a share follows a weight', async () => {
  const { OneIndicator } = composeStories(pages)
  render(<OneIndicator />)
  const weights = screen.getAllByRole<HTMLInputElement>('spinbutton', { name: /.+ 权重$/ })
  expect(weights.length).toBeGreaterThan(0)
  const before = document.querySelector('.ds-table tfoot')?.textContent
  fireEvent.change(weights[0]!, { target: { value: String(Number(weights[0]!.value) + 7) } })
  await waitFor(() => expect(document.querySelector('.ds-table tfoot')?.textContent).not.toBe(before))
})

test('the library is read by names: no id in sight', () => {
  const { ElementsAndScales } = composeStories(pages)
  render(<ElementsAndScales />)
  expect(screen.getByDisplayValue('满意度指数')).toBeDefined()
  expect(document.body.textContent).not.toMatch(/satisfaction|budgetBefore/)
})

test('the impact names the unit whose level moves, what it moved because of, and shows the matrix', async () => {
  const { Impact } = composeStories(pages)
  render(<Impact />)
  fireEvent.click(screen.getByRole('tab', { name: /影响/ }))
  await screen.findByText(/用“.+” 1 个区的答卷，按草稿重算；沿用该次任务/)
  const panel = screen.getByRole('tabpanel', { name: /影响/ })
  await waitFor(() => expect(panel.textContent).toContain('因为改了：2.2.1 提高人民群众'))
  expect(panel.textContent).toContain('区07')
  fireEvent.click(within(panel).getByRole('button', { name: '各区各指标的变化' }))
  const matrix = await screen.findByRole('region', { name: '影响' })
  expect(within(matrix).getByRole('columnheader', { name: '区07' })).toBeDefined()
  expect(within(matrix).getAllByText(/^因为改了：2\.2\.1/).length).toBeGreaterThan(0)
})

test('of two editors, the version chosen is the one kept', () => {
  const { TwoEditors } = composeStories(pages)
  render(<TwoEditors />)
  fireEvent.click(screen.getByRole('radio', { name: '对方的' }))
  fireEvent.click(screen.getByRole('button', { name: '按选择合并' }))
  expect(screen.queryByRole('radio')).toBeNull()
})
