import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { pointOf } from '../../designer/edits/nodes.ts'
import type { EvaluationPoint, Framework, Indicator, Rule } from '../../schemas/index.ts'
import { framework } from '../../stories/samples/index.ts'
import { draw } from './harness.tsx'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)

const points = (nodes: readonly Indicator[]): EvaluationPoint[] => nodes.flatMap((node) => [...points(node.children ?? []), ...(node.evaluationPoints ?? [])])
const calculated = points(framework.indicators).find(({ calculations }) => calculations !== undefined)!
const [calculation = ''] = Object.keys(calculated.calculations ?? {})
/** A rule with a part rows cannot show. */
const odd: Rule = { some: [[1, 2], { '>': [{ var: '' }, 1] }] }
const withCheck = (rule: Rule): Framework => JSON.parse(JSON.stringify(framework), (_, value: unknown) => (typeof value === 'object' && value !== null && 'id' in value && value.id === calculated.id && 'rubric' in value ? { ...value, checks: [{ id: 'one', severity: 'error', message: '', rule }] } : value)) as Framework
const open = (): void => { fireEvent.click(document.querySelector(`[data-id="${calculated.id}"]`)!) }
const section = (name: string): HTMLElement => screen.getByRole('region', { name })
const ruleIn = (document: Framework): Rule | undefined => pointOf(document, calculated.id)?.calculations?.[calculation]?.rule

describe('a formula', () => {
  test('says what it cannot read while typing, and keeps the stored rule until it can', async () => {
    const { saved } = draw()
    open()
    const line = within(section('计算')).getAllByRole<HTMLTextAreaElement>('combobox')[0]!
    fireEvent.change(line, { target: { value: '1 + 没有这个名称吧' } })
    fireEvent.blur(line)
    expect(within(section('计算')).getByRole('alert').textContent).toContain('没有“没有这个名称吧”这个名称')
    expect(line.value).toBe('1 + 没有这个名称吧')
    fireEvent.change(line, { target: { value: '1 + 2' } })
    await waitFor(() => expect(saved.at(-1) && ruleIn(saved.at(-1)!)).toEqual({ '+': [1, 2] }), { timeout: 20_000 })
    expect(saved.map(ruleIn)).not.toContainEqual(undefined)
  })
  test('offers names and functions, and takes one with Enter', async () => {
    draw()
    open()
    const line = within(section('计算')).getAllByRole<HTMLTextAreaElement>('combobox')[0]!
    line.focus()
    fireEvent.change(line, { target: { value: '四舍', selectionStart: 2 } })
    const options = within(section('计算')).getAllByRole('option')
    expect(options[0]!.textContent).toContain('四舍五入')
    fireEvent.keyDown(line, { key: 'Enter' })
    await act(() => Promise.resolve())
    expect(line.value).toBe('四舍五入(')
    expect(within(section('计算')).queryByRole('option')).toBeNull()
  })
})

describe('rows', () => {
  test('what rows cannot show is kept, byte for byte, while its neighbours change', async () => {
    const { saved } = draw({ document: withCheck({ and: [odd, { '>=': [1, 2] }] }) })
    open()
    fireEvent.click(within(section('校验')).getByText('任一（或）'))
    await waitFor(() => expect(saved.at(-1)).toBeDefined(), { timeout: 20_000 })
    expect(pointOf(saved.at(-1)!, calculated.id)?.checks?.[0]?.rule).toEqual({ or: [odd, { '>=': [1, 2] }] })
  })
  test('Ctrl+Z brings the rule back', async () => {
    const { saved } = draw({ document: withCheck({ and: [odd, { '>=': [1, 2] }] }) })
    open()
    fireEvent.click(within(section('校验')).getByText('任一（或）'))
    await waitFor(() => expect(saved.length).toBe(1), { timeout: 20_000 })
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(saved.length).toBe(2), { timeout: 20_000 })
    expect(JSON.stringify(pointOf(saved[1]!, calculated.id)?.checks?.[0]?.rule)).toBe(JSON.stringify({ and: [odd, { '>=': [1, 2] }] }))
  })
})
