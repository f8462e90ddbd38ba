import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Element } from '../../schemas/index.ts'
import { OneField } from './OneField.tsx'

const meta = { title: '填报/数值', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>

const element: Element = { type: 'number', title: '教改专项投入', minimum: 0, maximum: 1e10, examples: [18_460], 'x-unit': '万元', 'x-decimals': 2, 'x-source': 'district', 'x-previous': true }

export const Empty: Story = { args: { element, required: true, previous: 17_920 } }
export const Filled: Story = { args: { element, answer: { value: 18_460 }, previous: 17_920 } }
/** Ten thousand times last year's value: the warning says what probably happened. */
export const Slip: Story = { args: { element, answer: { value: 184_600_000 }, previous: 17_920 } }
export const NotANumber: Story = { args: { element, answer: { value: '三万' } } }
export const English: Story = { args: { element, answer: { value: 184_600_000 }, previous: 17_920, locale: 'en' } }
export const Dark: Story = { args: { element, answer: { value: 18_460 }, theme: 'dark' } }
