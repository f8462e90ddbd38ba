import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { RuleEditor } from '../../designer/rules/RuleEditor.tsx'
import type { Rule } from '../../schemas/index.ts'
import { OnePart } from './OnePart.tsx'

interface Props { rule: Rule; expect?: 'condition' | 'value'; readOnly?: boolean; locale?: 'zh' | 'en'; onChange?: (rule: Rule) => void }

/** One rule of the sample's first point. */
function OneRule({ rule: given, expect = 'condition', onChange, ...shown }: Props) {
  const [rule, setRule] = useState(given)
  return <OnePart {...shown}>{({ point }) => <RuleEditor point={point.id} rule={rule} path="/rule" label="条件" expect={expect} onChange={(next) => { setRule(next); onChange?.(next) }} />}</OnePart>
}

const growing: Rule = { '>=': [{ var: 'budget' }, { var: 'budgetBefore' }] }
const meta = { title: '设计器/规则', component: OneRule, args: { rule: growing } } satisfies Meta<typeof OneRule>
export default meta
type Story = StoryObj<typeof meta>

export const Row: Story = {}
/** All of, any of, nested. */
export const Groups: Story = { args: { rule: { and: [growing, { or: [{ '>=': [{ var: 'lowestGrowth' }, { var: 'params.good' }] }, { '==': [{ var: 'mechanism' }, true] }] }] } } }
/** What rows cannot show stays as it is, byte for byte, beside those they can. */
export const PartlyRows: Story = { args: { rule: { and: [growing, { some: [{ var: 'stages' }, { '<': [{ var: 'growth' }, 0] }] }] } } }
export const Formula: Story = { args: { expect: 'value', rule: { round: [{ '*': [{ '/': [{ var: 'budget' }, { var: 'students' }] }, 10_000] }, 2] } } }
/** No variable has this name; the one meant is offered. */
export const UnknownName: Story = { args: { expect: 'value', rule: { '+': [{ var: 'budgt' }, 1] } } }
export const ReadOnly: Story = { args: { readOnly: true } }
export const English: Story = { args: { locale: 'en' } }
