import type { Meta, StoryObj } from '@storybook/react-vite'
import { OneField } from './OneField.tsx'
import { framework } from '../samples/index.ts'
import { points } from '../samples/points.ts'

const meta = { title: '填报/表格', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>


const standards = framework.elements['standards']
const roster = points.find(({ id }) => id === 'inspectors')?.schema.properties['schools']
if (!standards || !roster || '$ref' in roster) throw new Error('sample changed')
const paid = [27_000, 26_180, 35_600, 42_500, '四万']
const rows = ['幼儿园', '小学', '初中', '高中', '中职'].map((stage, index) => ({ stage, standard: 27_000 + index * 3000, paid: paid[index] }))

/** Fixed rows, a computed column, one cell that is no number. */
export const Fixed: Story = { args: { element: { ...standards, 'x-source': 'district' }, answer: { value: rows } } }
/** Rows are added, duplicated, deleted and pasted. */
export const Free: Story = { args: { element: roster, answer: { value: [{ name: '第一小学', kind: 'primary', count: 2, visits: 24 }, { name: '实验中学', kind: 'junior', count: 0, visits: 18 }] } } }
export const Empty: Story = { args: { element: roster, required: true } }
/** Four hundred rows stay smooth: those far from view are plain text. */
export const Long: Story = { args: { element: roster, answer: { value: Array.from({ length: 400 }, (_, index) => ({ name: `学校 ${index + 1}`, kind: 'primary', count: 1 + (index % 3), visits: 10 + index })) } } }
