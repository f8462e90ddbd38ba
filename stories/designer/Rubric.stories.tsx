import type { Meta, StoryObj } from '@storybook/react-vite'
import { setNode } from '../../designer/edits/setNode.ts'
import { RubricSection } from '../../designer/point/RubricSection.tsx'
import { ScaleDrawer } from '../../designer/point/ScaleDrawer.tsx'
import { cycle, framework, previous, submission } from '../samples/index.ts'
import { OnePart, type OnePartProps } from './OnePart.tsx'

const meta = {
  title: '设计器/量规', component: OnePart, args: { children: () => null },
  render: (args: Omit<OnePartProps, 'children'>) => <OnePart {...args}>{({ point }) => <RubricSection point={point} />}</OnePart>,
} satisfies Meta<typeof OnePart>
export default meta
type Story = StoryObj<typeof meta>

/** A ruler to scale with ends to drag; an end that is a parameter moves the parameter; a veto and two caps above. */
export const Bands: Story = {}
/** Plain numbers as ends, and last cycle's units as dots. */
export const Survey: Story = { args: { point: 'approval', samples: [{ label: '区07', submission, cycle, previous }] } }
export const Criteria: Story = { args: { point: 'use' } }
/** Conditions on one number to scale: between 2.5 and 3 none holds. */
export const CriteriaGap: Story = { args: { point: 'use', samples: [{ label: '区07', submission, cycle, previous }], document: setNode(framework, 'use', { rubric: { scale: 'pass', method: 'criteria', criteria: [{ level: 'met', levelIf: { '>=': [{ var: 'reformRatio' }, 3] } }, { level: 'unmet', levelIf: { '<': [{ var: 'reformRatio' }, 2.5] } }] } }) } }
export const Judged: Story = { args: { point: 'inspectors' } }
export const Narrative: Story = { args: { point: 'features' } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const Scale: Story = { render: (args: Omit<OnePartProps, 'children'>) => <OnePart {...args}>{() => <ScaleDrawer id="four" onClose={() => undefined} />}</OnePart> }
