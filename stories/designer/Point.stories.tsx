import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { Calculations } from '../../designer/point/Calculations.tsx'
import { Cases } from '../../designer/point/Cases.tsx'
import { Checks } from '../../designer/point/Checks.tsx'
import { EvidenceSection } from '../../designer/point/EvidenceSection.tsx'
import { Fields } from '../../designer/point/Fields.tsx'
import { Head } from '../../designer/point/Head.tsx'
import { Parameters } from '../../designer/point/Parameters.tsx'
import type { EvaluationPoint, Framework } from '../../schemas/index.ts'
import { framework } from '../samples/index.ts'
import { OnePart, type OnePartProps } from './OnePart.tsx'

interface Props extends Omit<OnePartProps, 'children'> { part: ComponentType<{ point: EvaluationPoint }> }
const Part = ({ part: Section, ...args }: Props) => <OnePart {...args}>{({ point }) => <Section point={point} />}</OnePart>

const withCase: Framework = JSON.parse(JSON.stringify(framework), (_, value: unknown) => (typeof value === 'object' && value !== null && 'id' in value && value.id === 'approval' && 'rubric' in value
  ? { ...value, examples: [{ name: '优的下沿', answers: { satisfaction: 90 }, expect: { status: 'determined', level: 'a' } }, { name: '以为是优', answers: { satisfaction: 89.9 }, expect: { status: 'determined', level: 'a' } }] } : value)) as Framework

const meta = { title: '设计器/评价要点', component: Part, args: { part: Fields } } satisfies Meta<typeof Part>
export default meta
type Story = StoryObj<typeof meta>

export const Heading: Story = { args: { part: Head } }
export const FieldList: Story = {}
export const NoFields: Story = { args: { document: JSON.parse(JSON.stringify(framework), (key, value: unknown) => (key === 'schema' ? { type: 'object', properties: {} } : key === 'layout' || key === 'calculations' || key === 'checks' ? undefined : key === 'rubric' ? { method: 'narrative' } : value)) as Framework } }
export const CalculationList: Story = { args: { part: Calculations } }
export const CheckList: Story = { args: { part: Checks } }
export const NoChecks: Story = { args: { part: Checks, point: 'approval' } }
export const Evidence: Story = { args: { part: EvidenceSection } }
export const NoEvidence: Story = { args: { part: EvidenceSection, point: 'approval' } }
/** 「优秀线」 was 3 in the edition the draft is based on: it asks why. */
export const ParameterList: Story = { args: { part: Parameters, base: { ...framework, parameters: { ...framework.parameters, excellent: { title: '增长优秀线', value: 3, unit: '%', basis: { kind: 'proposal' } } } } } }
/** One golden case passes, one does not. */
export const CaseList: Story = { args: { part: Cases, point: 'approval', document: withCase } }
export const NoCases: Story = { args: { part: Cases, point: 'approval' } }
export const ReadOnly: Story = { args: { readOnly: true } }
