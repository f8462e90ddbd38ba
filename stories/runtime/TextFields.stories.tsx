import type { Meta, StoryObj } from '@storybook/react-vite'
import { OneField } from './OneField.tsx'

const meta = { title: '填报/文本和日期', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>

export const Text: Story = { args: { element: { type: 'string', title: '分管负责人', maxLength: 20, 'x-source': 'district' }, answer: { value: '王某' } } }
export const LongText: Story = { args: { element: { type: 'string', title: '口径变动说明', maxLength: 1500, 'x-widget': 'longText', 'x-source': 'district' }, answer: { value: '2025 年起中职学生数按学籍统计，不含联合办学高职段。' } } }
export const TooLong: Story = { args: { element: { type: 'string', title: '简称', maxLength: 4, 'x-source': 'district' }, answer: { value: '责任督学挂牌督导' } } }
export const Date: Story = { args: { element: { type: 'string', format: 'date', title: '审计日期', 'x-source': 'district' }, answer: { value: '2025-09-01' } } }
export const BadDate: Story = { args: { element: { type: 'string', format: 'date', title: '审计日期', 'x-source': 'district' }, answer: { value: '去年九月' } } }
export const ReadOnly: Story = { args: { element: { type: 'string', title: '分管负责人', 'x-source': 'district' }, answer: { value: '王某' }, readOnly: true } }
