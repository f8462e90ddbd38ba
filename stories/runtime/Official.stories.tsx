import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Element } from '../../schemas/index.ts'
import { pageHost, submission } from '../samples/index.ts'
import { OneField } from './OneField.tsx'

const meta = { title: '填报/市级数据', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>

const element: Element = { type: 'integer', title: '中职全日制在校学生数', minimum: 1, maximum: 1_000_000, 'x-unit': '人', 'x-source': 'official', 'x-provider': '市教委发展规划处', 'x-previous': true }
const official = { source: 'official', official: 3120, by: '填报员', at: '2025-11-24T02:00:00Z' } as const

export const Pending: Story = { args: { element, answer: { ...official, value: 3120, status: 'proposed' }, previous: 3240 } }
export const Confirmed: Story = { args: { element, answer: { ...official, value: 3120, status: 'confirmed' }, previous: 3240 } }
export const Corrected: Story = { args: { element, answer: { ...official, value: 3012, status: 'corrected', reason: '按学籍应为 3,012 人。' }, previous: 3240 } }
export const Disputed: Story = { args: { element, answer: { ...official, value: 3120, status: 'disputed', claim: 3012, reason: '含联合办学高职段 108 人。' }, previous: 3240 } }
/** The office took the unit's figure. */
export const Upheld: Story = { args: { element, answer: { ...official, value: 3012, status: 'disputed', claim: 3012, reason: '含联合办学高职段 108 人。', decision: { upheld: true, reason: '核对学籍属实', by: '市教育督导办' } }, previous: 3240, readOnly: true } }
const { onUpload, onDownload } = pageHost(submission)
/** Files speak for the dispute: one is chosen, another can be, a new one goes to a requirement of the point. */
export const DisputedWithEvidence: Story = {
  args: {
    element, answer: { ...official, value: 3120, status: 'disputed', claim: 3012, reason: '含联合办学高职段 108 人。', evidence: ['roster1'] }, previous: 3240, onUpload, onDownload,
    evidence: [{ id: 'roster', title: '学籍核对表', accept: ['pdf', 'xlsx'], min: 1 }],
    files: [
      { id: 'roster1', name: '学籍核对表.xlsx', type: 'xlsx', bytes: 40_960, sha256: 'a'.repeat(64), requirements: ['one1/roster'] },
      { id: 'agreement1', name: '联合办学协议.pdf', type: 'pdf', bytes: 409_600, sha256: 'b'.repeat(64), requirements: ['elsewhere/agreement'] },
    ],
  },
}
