import type { Meta, StoryObj } from '@storybook/react-vite'
import { RubricSection } from '../../designer/point/RubricSection.tsx'
import { ScaleDrawer } from '../../designer/point/ScaleDrawer.tsx'
import { cycle, previous, submission } from '../samples/index.ts'
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
export const Judged: Story = { args: { point: 'inspectors' } }
export const Narrative: Story = { args: { point: 'features' } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const Scale: Story = { render: (args: Omit<OnePartProps, 'children'>) => <OnePart {...args}>{() => <ScaleDrawer id="four" onClose={() => undefined} />}</OnePart> }
