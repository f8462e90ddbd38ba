import type { Meta, StoryObj } from '@storybook/react-vite'
import { Designer } from '../../designer/index.ts'
import shipped from '../../schemas/shanghai/framework.json'
import type { Framework } from '../../schemas/index.ts'
import { framework, submission } from '../samples/index.ts'
import { Site } from './Site.tsx'

/** The same framework with a threshold that golden cases do not agree with, and a rule that names nothing. */
const broken: Framework = JSON.parse(JSON.stringify(framework).replaceAll('"var":"budgetGrowth"', '"var":"budgetGrwth"')) as Framework
const blank: Framework = { ...framework, id: 'blank', title: '新的指标体系', elements: {}, parameters: {}, indicators: [] }
const saving = { onSave: () => Promise.resolve({}), onPublish: () => Promise.resolve() }

const meta = {
  title: '设计器/设计器', component: Designer,
  args: { document: framework, base: framework, samples: [{ label: '示例区', submission }], ...saving },
  decorators: [(Story) => <Site><div className="story-designer"><Story /></div></Site>],
} satisfies Meta<typeof Designer>
export default meta
type Story = StoryObj<typeof meta>

export const Sample: Story = {}
export const Shanghai: Story = { args: { document: shipped as unknown as Framework, base: shipped as unknown as Framework, samples: [] } }
export const Problems: Story = { args: { document: broken } }
/** The first edition of a framework: nothing in it yet. */
export const Blank: Story = { args: { document: blank, samples: [] } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const English: Story = { args: { locale: 'en' } }
/** The server is away: changes stay on the page and are tried again. */
export const NotSaved: Story = { args: { onSave: () => Promise.reject(new Error('503')) } }
/** Someone else saved in the meantime: any change shows both versions. */
export const Conflict: Story = { args: { onSave: () => Promise.resolve({ conflict: { document: { ...framework, title: '对方改过的体系' }, by: '编辑乙' } }) } }
