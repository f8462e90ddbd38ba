// @vitest-environment jsdom
import { composeStories } from '@storybook/react-vite'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as choices from '../../stories/runtime/ChoiceFields.stories.tsx'
import * as evidence from '../../stories/runtime/EvidenceField.stories.tsx'
import * as numbers from '../../stories/runtime/NumberField.stories.tsx'
import * as money from '../../stories/runtime/MoneyAndPercent.stories.tsx'
import * as official from '../../stories/runtime/Official.stories.tsx'
import * as tables from '../../stories/runtime/TableField.stories.tsx'
import * as texts from '../../stories/runtime/TextFields.stories.tsx'
import * as verdicts from '../../stories/runtime/Verdict.stories.tsx'
import { Ruler } from '../../runtime/index.ts'

afterEach(cleanup)
const told = () => vi.fn<(value: unknown) => void>()

describe('number', () => {
  const { Empty, Filled, Slip, NotANumber, English } = composeStories(numbers)
  test('takes what is pasted from a document and groups it when left', async () => {
    const onChange = told()
    render(<Empty onChange={onChange} />)
    const field = screen.getByRole('textbox', { name: /教改专项投入/ })
    await userEvent.click(field)
    await userEvent.paste('１８，４６０．５ 万元')
    expect(onChange).toHaveBeenLastCalledWith(18_460.5)
    await userEvent.tab()
    expect((field as HTMLInputElement).value).toBe('18,460.50')
    await userEvent.click(field)
    expect((field as HTMLInputElement).value).toBe('18460.5')
  })
  test('a comma that groups nothing is no number, and the field says so', async () => {
    render(<Empty />)
    const field = screen.getByRole('textbox', { name: /教改专项投入/ })
    await userEvent.type(field, '3，5')
    await userEvent.tab()
    expect(screen.getByText('教改专项投入：应为数字，收到“3，5”。单位是万元，如 18,460.00。')).toBeDefined()
  })
  test('shows no error while one types, and one in words after', async () => {
    render(<Empty />)
    const field = screen.getByRole('textbox', { name: /教改专项投入/ })
    await userEvent.type(field, '三万')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    await userEvent.tab()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('教改专项投入：应为数字，收到“三万”。单位是万元，如 18,460.00。')).toBeDefined()
  })
  test('what was typed before the field was selected stays', () => {
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation(() => 0)
    render(<Empty />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: /教改专项投入/ })
    field.focus()
    fireEvent.change(field, { target: { value: '3' } })
    field.setSelectionRange(1, 1)
    for (const [late] of frames.mock.calls) late(0)
    frames.mockRestore()
    expect(field.selectionStart).toBe(1)
  })
  test('a value that was right shows no error while it is changed either', async () => {
    render(<Filled />)
    const field = screen.getByRole('textbox', { name: /教改专项投入/ })
    fireEvent.change(field, { target: { value: '1.234' } })
    expect(field.getAttribute('aria-invalid')).toBe('false')
    fireEvent.blur(field)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    fireEvent.change(field, { target: { value: '1.23' } })
    expect(field.getAttribute('aria-invalid')).toBe('false')
  })
  test('warns of a slip and mends it with one click', async () => {
    const onChange = told()
    render(<Slip onChange={onChange} />)
    await userEvent.click(screen.getByRole('button', { name: '改为 18,460.00 万元' }))
    expect(onChange).toHaveBeenLastCalledWith(18_460)
  })
  test('a stored text stays as it was typed', () => {
    render(<NotANumber />)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /教改/ }).value).toBe('三万')
  })
  test('speaks English', () => {
    render(<English />)
    expect(screen.getByText(/10,000 times last year/)).toBeDefined()
  })
})

test('money has two decimals, a percentage beyond its limit is named', () => {
  const { Money, TooMuch } = composeStories(money)
  const { unmount } = render(<Money />)
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('386,240.00')
  unmount()
  render(<TooMuch />)
  expect(screen.getByText('覆盖率：不能大于 100，收到 101.5。')).toBeDefined()
})

describe('an official value', () => {
  const { Pending, Corrected, DisputedWithEvidence, Upheld } = composeStories(official)
  test('Enter confirms', async () => {
    render(<Pending />)
    screen.getByRole('textbox').focus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('button', { name: '确认' }).getAttribute('aria-pressed')).toBe('true')
  })
  test('correcting opens the value, keeps the official one and asks for a reason', async () => {
    const onChange = told()
    render(<Pending onChange={onChange} />)
    expect(screen.getByRole<HTMLInputElement>('textbox').readOnly).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: '更正' }))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: /中职/ })
    expect(field.readOnly).toBe(false)
    await userEvent.clear(field)
    await userEvent.type(field, '3012')
    expect(onChange).toHaveBeenLastCalledWith(3012)
    expect(screen.getByText('3,120').tagName).toBe('S')
    const reason = screen.getByRole('textbox', { name: '理由' })
    await userEvent.click(reason)
    await userEvent.tab()
    expect(screen.getByText('请写明理由。')).toBeDefined()
  })
  test('confirming again takes the official value back', async () => {
    const onChange = told()
    render(<Corrected onChange={onChange} />)
    await userEvent.click(screen.getByRole('button', { name: '确认' }))
    expect(onChange).toHaveBeenLastCalledWith(3120)
  })
  test('disputing goes to the value one claims, which stands first', async () => {
    render(<Pending />)
    await userEvent.click(screen.getByRole('button', { name: '有异议' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '本区认为应为' })))
  })
  test('what the office decided on a dispute is read beside it, with its reason', () => {
    render(<Upheld />)
    expect(screen.getByText('异议已采纳，按本区的数计算：核对学籍属实（市教育督导办）')).toBeDefined()
    expect(screen.queryByText(/核对前按市级数据计算/)).toBeNull()
  })
  test('files that speak for a dispute are seen by who only reads', () => {
    render(<DisputedWithEvidence readOnly />)
    expect(within(screen.getByText('佐证').closest<HTMLElement>('.ys-speak') as HTMLElement).getByRole('link').textContent).toBe('学籍核对表.xlsx')
    expect([screen.queryByRole('button', { name: '有异议' }), screen.getByText('有异议').className]).toEqual([null, 'ys-stood ys-stood-disputed'])
  })
  test('files that speak for a dispute are chosen, taken away and uploaded in its box', async () => {
    render(<DisputedWithEvidence />)
    const box = screen.getByText('佐证').closest<HTMLElement>('.ys-speak') as HTMLElement
    const cited = () => within(box).queryAllByRole('link').map(({ textContent }) => textContent)
    expect(cited()).toEqual(['学籍核对表.xlsx'])
    await userEvent.click(within(box).getByRole('button', { name: '选择材料' }))
    await userEvent.click(within(box).getByRole('checkbox', { name: /联合办学协议/ }))
    expect(cited()).toEqual(['学籍核对表.xlsx', '联合办学协议.pdf'])
    await userEvent.click(within(box).getByRole('button', { name: '移除 学籍核对表.xlsx' }))
    expect(cited()).toEqual(['联合办学协议.pdf'])
    await userEvent.click(within(box).getByRole('button', { name: '添加到“学籍核对表”' }))
    await userEvent.upload(within(box).getByLabelText('选择文件'), new File(['%PDF-1.7 x'], '核对说明.pdf', { type: 'application/pdf' }))
    await waitFor(() => expect(cited()).toEqual(['联合办学协议.pdf', '核对说明.pdf']))
  })
})

describe('text and date', () => {
  const { LongText, TooLong, Date: DateStory, BadDate } = composeStories(texts)
  test('counts characters, says what is too long', () => {
    const { unmount } = render(<LongText />)
    expect(screen.getByText(/28 \/ 1500 字/)).toBeDefined()
    unmount()
    render(<TooLong />)
    expect(screen.getByText('简称：最多 4 个字，现有 8 个。')).toBeDefined()
  })
  test('a pasted Chinese date is read, nonsense is kept and named', () => {
    const onChange = told()
    const { unmount, container } = render(<DateStory onChange={onChange} />)
    const field = container.querySelector('input[type="date"]')
    if (!field) throw new Error('no date field')
    fireEvent.paste(field, { clipboardData: { getData: () => '2025年3月7日' } })
    expect(onChange).toHaveBeenLastCalledWith('2025-03-07')
    unmount()
    render(<BadDate />)
    expect(screen.getByText(/应为日期，如 2025-09-01，收到“去年九月”/)).toBeDefined()
  })
})

describe('choices', () => {
  const { Select, YesNo, MultiChoice } = composeStories(choices)
  test('select, yes/no and several', async () => {
    const onChange = told()
    const first = render(<Select onChange={onChange} />)
    await userEvent.selectOptions(screen.getByRole('combobox'), '有保留意见')
    expect(onChange).toHaveBeenLastCalledWith('qualified')
    first.unmount()
    const second = render(<YesNo onChange={onChange} />)
    await userEvent.click(screen.getByRole('radio', { name: '否' }))
    expect(onChange).toHaveBeenLastCalledWith(false)
    second.unmount()
    render(<MultiChoice onChange={onChange} />)
    await userEvent.click(screen.getByRole('checkbox', { name: '教师培训' }))
    expect(onChange).toHaveBeenLastCalledWith(['teachers', 'labs'])
  })
})

describe('table', () => {
  const { Fixed, Free, Long } = composeStories(tables)
  test('an error stands in the cell and in one line below', () => {
    render(<Fixed />)
    expect(screen.getByRole('textbox', { name: '中职 实际拨付' }).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('中职 · 实际拨付：应为数字，收到“四万”。单位是元，如 39,600。')).toBeDefined()
    expect(screen.getByText('缺数据')).toBeDefined()
  })
  test('arrows and Enter move, rows are duplicated, deleted and brought back', async () => {
    const onChange = told()
    render(<Free onChange={onChange} />)
    const cell = screen.getByRole('textbox', { name: '第一小学 责任督学数' })
    cell.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('实验中学 责任督学数')
    await userEvent.click(screen.getByRole('button', { name: '复制第 1 行“第一小学”' }))
    expect(onChange.mock.lastCall?.[0]).toHaveLength(3)
    await userEvent.click(screen.getByRole('button', { name: '删除第 2 行“第一小学”' }))
    expect(onChange.mock.lastCall?.[0]).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(onChange.mock.lastCall?.[0]).toHaveLength(3)
    expect(within(screen.getByRole('table')).getByText('合计')).toBeDefined()
  })
  test('Enter in the last row gives one blank row, Enter there goes on; only what is filled in becomes a row', async () => {
    const onChange = told()
    render(<Free onChange={onChange} />)
    screen.getByRole('textbox', { name: '实验中学 学校' }).focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('第 3 行 学校'))
    await userEvent.keyboard('{Enter}{Enter}{Enter}')
    expect(screen.getAllByRole('textbox', { name: /学校$/ })).toHaveLength(3)
    expect(onChange).not.toHaveBeenCalled()
    await userEvent.type(screen.getByRole('textbox', { name: '第 3 行 学校' }), '三小')
    expect(onChange.mock.lastCall?.[0]).toMatchObject([{}, {}, { name: '三小' }])
    await userEvent.clear(screen.getByRole('textbox', { name: '三小 学校' }))
    expect(onChange.mock.lastCall?.[0]).toHaveLength(2)
  })
  test('Ctrl+Z takes back the last deed of the table, and what is typed after it is not taken with it', async () => {
    const onChange = told()
    render(<Free onChange={onChange} />)
    await userEvent.click(screen.getByRole('button', { name: '删除第 2 行“实验中学”' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('删除第 1 行“第一小学”'))
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(onChange.mock.lastCall?.[0]).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: '删除第 2 行“实验中学”' }))
    await userEvent.type(screen.getByRole('textbox', { name: '第一小学 责任督学数' }), '7')
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
  })
  test('what was done last is said in the language chosen later, too', async () => {
    const { rerender } = render(<Free onChange={told()} />)
    await userEvent.click(screen.getByRole('button', { name: '删除第 2 行“实验中学”' }))
    rerender(<Free onChange={told()} locale="en" />)
    expect(screen.getByText(/^Row 2 “实验中学” deleted/)).toBeDefined()
  })
  test('an empty table opens a row to paste into where the clipboard cannot be read', async () => {
    render(<Free onChange={told()} />)
    for (const name of ['删除第 2 行“实验中学”', '删除第 1 行“第一小学”']) await userEvent.click(screen.getByRole('button', { name }))
    await userEvent.click(screen.getByRole('button', { name: '从 Excel 粘贴' }))
    const cell = await screen.findByRole('textbox', { name: '第 1 行 学校' })
    await waitFor(() => expect(document.activeElement).toBe(cell))
    expect(screen.getByText('在 Excel 中复制后，在格子里按 Ctrl+V。')).toBeDefined()
  })
  test('typing in a long table changes one row and keeps the others', () => {
    const onChange = told()
    const { container } = render(<Long onChange={onChange} />)
    const cell = container.querySelector('[data-cell="2/3"]')
    if (!cell) throw new Error('no cell')
    fireEvent.change(cell, { target: { value: '129' } })
    const rows = onChange.mock.lastCall?.[0] as { visits: number }[]
    expect([rows.length, rows[2]?.visits, rows[3]?.visits]).toEqual([400, 129, 13])
  }, 20_000)
})

describe('evidence', () => {
  const { Some, None, ReadOnly } = composeStories(evidence)
  test('shows what is there and what is wanted', () => {
    render(<Some />)
    expect(screen.getByText('1 / 2 已齐 ·', { exact: false })).toBeDefined()
    expect(screen.getByRole('link', { name: '决算报表.pdf' })).toBeDefined()
  })
  test('a file is sent and attached to the requirement that is chosen', async () => {
    const { container } = render(<None />)
    const input = container.querySelector<HTMLInputElement>('input[type=file]')
    if (!input) throw new Error('no file input')
    await userEvent.upload(input, new File(['%PDF-1.7'], '标准.pdf', { type: 'application/pdf' }))
    await userEvent.click(screen.getByRole('button', { name: '生均经费标准及动态调整文件' }))
    expect(await screen.findByRole('button', { name: '移除 标准.pdf' })).toBeDefined()
  })
  test('without a host that uploads there is nothing to press', () => {
    render(<ReadOnly />)
    expect(screen.queryByRole('button', { name: '选择文件' })).toBeNull()
  })
})

test('level chips say letter and word, possible sets and the absence of a verdict', () => {
  const { Levels } = composeStories(verdicts)
  const { container } = render(<Levels />)
  expect([...container.querySelectorAll('.ys-lv')].map((chip) => chip.textContent)).toEqual(['A优', 'B良', 'C合格', 'D待改进', '尚不能确定：B 或 C', '待评定：B 或 C', '判不出', '— 不适用', '✓达标', 'A优'])
})

test('a ruler writes the ends there is room for, none over another', () => {
  const places = (value: number): number[] => {
    const { container } = render(<Ruler segments={[{ level: 'd' }, { level: 'c', from: 0 }, { level: 'b', from: 3 }, { level: 'a', from: 5 }]} scale={undefined} value={value} />)
    const found = [...container.querySelectorAll<HTMLElement>('.ys-ruler-ends span')].map(({ style }) => Number.parseFloat(style.left))
    cleanup()
    return found
  }
  expect(places(-1)).toHaveLength(2)
  expect(places(-44)).toHaveLength(1)
})
