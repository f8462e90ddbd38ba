import type { Meta, StoryObj } from '@storybook/react-vite'
import { OneField } from './OneField.tsx'

const meta = { title: '填报/金额和百分比', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>

export const Money: Story = { args: { element: { type: 'number', title: '本年教育支出', minimum: 0, maximum: 1e8, 'x-unit': '万元', 'x-widget': 'money', 'x-source': 'district' }, answer: { value: 386_240 } } }
export const Percent: Story = { args: { element: { type: 'number', title: '覆盖率', minimum: 0, maximum: 100, 'x-unit': '%', 'x-widget': 'percent', 'x-decimals': 2, 'x-source': 'district' }, answer: { value: 98.91 } } }
export const TooMuch: Story = { args: { element: { type: 'number', title: '覆盖率', minimum: 0, maximum: 100, 'x-unit': '%', 'x-widget': 'percent', 'x-decimals': 2, 'x-source': 'district' }, answer: { value: 101.5 } } }
