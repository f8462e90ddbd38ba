import type { Meta, StoryObj } from '@storybook/react-vite'
import { SubmissionForm } from '../../runtime/index.ts'
import { cycle, empty, framework, pageHost, previous, returned, submission } from '../samples/index.ts'

const meta = {
  title: '填报/整张表单', component: SubmissionForm,
  args: { framework, cycle, previous, submission, submitter: '提交人甲', ...pageHost(submission) },
  decorators: [(Story) => <div style={{ height: '100vh' }}><Story /></div>],
} satisfies Meta<typeof SubmissionForm>
export default meta
type Story = StoryObj<typeof meta>

export const Half: Story = {}
export const Dark: Story = { args: { theme: 'dark' } }
export const Empty: Story = { args: { submission: empty, ...pageHost(empty) } }
export const Returned: Story = { args: { submission: returned } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const English: Story = { args: { locale: 'en' } }
/** The session ended while typing: the changes wait on this device. */
export const SignedOut: Story = { args: { onSave: () => Promise.reject(Object.assign(new Error('401'), { status: 401 })) } }
