import type { Meta, StoryObj } from '@storybook/react-vite'
import { OneField } from './OneField.tsx'
import { pageHost, submission } from '../samples/index.ts'

const meta = { title: '填报/佐证', component: OneField } satisfies Meta<typeof OneField>
export default meta
type Story = StoryObj<typeof meta>


const evidence: NonNullable<Parameters<typeof OneField>[0]['evidence']> = [
  { id: 'accounts', title: '财政决算报表（盖章）', accept: ['pdf', 'xlsx'], min: 1, max: 3, maxBytes: 52_428_800 },
  { id: 'document', title: '生均经费标准及动态调整文件', description: '两年的标准文件。', accept: ['pdf'], min: 1, maxBytes: 52_428_800 },
  { id: 'other', title: '其他材料', accept: ['pdf', 'jpg', 'png'] },
]
const host = pageHost(submission)
const { onUpload, onCite, onRemoveEvidence, onDownload } = host

export const Some: Story = { args: { evidence, files: [{ id: 'e1', name: '决算报表.pdf', type: 'pdf', bytes: 1_258_291, sha256: 'a'.repeat(64), requirements: ['one1/accounts'] }], onUpload, onCite, onRemoveEvidence, onDownload } }
export const None: Story = { args: { evidence, onUpload, onCite } }
export const ReadOnly: Story = { args: { evidence, files: [{ id: 'e1', name: '决算报表.pdf', type: 'pdf', bytes: 1_258_291, sha256: 'a'.repeat(64), requirements: ['one1/accounts'] }], onDownload } }
