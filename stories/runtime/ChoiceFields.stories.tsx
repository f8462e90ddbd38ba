import type { Meta, StoryObj } from '@storybook/react-vite'
import { OneField } from './OneField.tsx'

const meta = { title: '填报/选择', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>

const oneOf = [{ const: 'clean', title: '无保留意见' }, { const: 'qualified', title: '有保留意见' }, { const: 'none', title: '未审计' }]

export const Select: Story = { args: { element: { type: 'string', title: '审计结论', oneOf, 'x-source': 'district' }, required: true } }
export const Radio: Story = { args: { element: { type: 'string', title: '审计结论', oneOf, 'x-widget': 'radio', 'x-source': 'district' }, answer: { value: 'clean' } } }
export const YesNo: Story = { args: { element: { type: 'boolean', title: '动态调整机制文件已印发', 'x-source': 'district' } } }
export const MultiChoice: Story = { args: { element: { type: 'array', title: '主要用途', uniqueItems: true, items: { type: 'string', oneOf: [{ const: 'teachers', title: '教师培训' }, { const: 'labs', title: '实验室建设' }, { const: 'digital', title: '数字化' }] }, 'x-source': 'district' }, answer: { value: ['labs'] } } }
