import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { Tree } from '../../designer/tree/Tree.tsx'
import { OnePart, type OnePartProps } from './OnePart.tsx'
import { framework } from '../samples/index.ts'

const draw = ({ onSelect, ...args }: Omit<OnePartProps, 'children'>) => <Selecting {...args} {...(onSelect && { onSelect })} />

/** Selecting is the page's business; here it is the story's. */
function Selecting({ onSelect, ...args }: Omit<OnePartProps, 'children'>) {
  const [selected, setSelected] = useState('investment')
  return <OnePart {...args} onSelect={(id) => { setSelected(id); onSelect?.(id) }}>{() => <Tree selected={selected} changed={new Set(['use'])} />}</OnePart>
}

const meta = { title: '设计器/指标树', component: OnePart, render: draw, args: { children: () => null } } satisfies Meta<typeof OnePart>
export default meta
type Story = StoryObj<typeof meta>

/** Arrows, Enter, Tab and Shift+Tab, Alt+↑/↓, Ctrl+D, Delete; drag with a line where it drops; a dot where something changed. */
export const Sample: Story = {}
export const Problems: Story = { args: { document: JSON.parse(JSON.stringify(framework).replaceAll('"var":"budgetGrowth"', '"var":"budgetGrwth"')) as typeof framework } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const Empty: Story = { args: { document: { ...framework, indicators: [{ id: 'top', code: '1', title: '新的指标', evaluationPoints: framework.indicators[0]?.children?.[0]?.evaluationPoints?.slice(0, 1) ?? [] }] } } }
