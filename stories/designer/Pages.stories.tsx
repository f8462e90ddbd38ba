import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { Changes } from '../../designer/Changes.tsx'
import { Conflict } from '../../designer/Conflict.tsx'
import { Compare } from '../../designer/compare/Compare.tsx'
import { IndicatorEditor } from '../../designer/IndicatorEditor.tsx'
import { Library } from '../../designer/library/Library.tsx'
import { LivePanel } from '../../designer/live/LivePanel.tsx'
import { Problems } from '../../designer/Problems.tsx'
import { Publish } from '../../designer/Publish.tsx'
import { diff } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'
import { cycle, framework, previous, submission } from '../samples/index.ts'
import { OnePart, type Shown } from './OnePart.tsx'

interface Props { point?: string; draw?: (shown: Shown) => ReactNode; document?: Framework; base?: Framework; readOnly?: boolean; locale?: 'zh' | 'en'; sampled?: boolean; onEdit?: (document: Framework) => void; onSelect?: (id: string, place?: string) => void }
const samples = [{ label: '区07', submission, cycle, previous }]
/** The library, or what is drawn instead. */
const Page = ({ draw = () => <Library />, sampled = false, ...args }: Props) => <OnePart {...args} {...(sampled && { samples })}>{draw}</OnePart>

const raised: Framework = { ...framework, parameters: { ...framework.parameters, excellent: { ...framework.parameters['excellent']!, value: 6 } } }
const theirs: Framework = { ...framework, title: '对方改过的体系', parameters: { ...framework.parameters, excellent: { ...framework.parameters['excellent']!, value: 7 } } }
/** The survey's line for 良 above what the unit got last year. */
const stricter = JSON.parse(JSON.stringify(framework).replaceAll('{"level":"b","from":80}', '{"level":"b","from":88}')) as Framework
/** One point and one element under other ids, as when an indicator is written anew. */
const renamed = JSON.parse(JSON.stringify(framework).replaceAll('"use"', '"usage"').replaceAll('"budget"', '"spending"').replaceAll('#/elements/budget"', '#/elements/spending"')) as Framework
const broken = JSON.parse(JSON.stringify(framework).replaceAll('"var":"budgetGrowth"', '"var":"budgetGrwth"')) as Framework

const meta = { title: '设计器/各页', component: Page } satisfies Meta<typeof Page>
export default meta
type Story = StoryObj<typeof meta>

export const ElementsAndScales: Story = {}
export const OneIndicator: Story = { args: { draw: ({ document }) => (document.indicators[0] ? <IndicatorEditor indicator={document.indicators[0]} /> : null) } }
/** The district's form with sample answers, the trace, the golden cases and last cycle's units under the draft. */
export const Live: Story = { args: { sampled: true, document: raised, base: framework, draw: ({ point }) => <LivePanel point={point} samples={samples} /> } }
/** The unit falls from 良 to 合格. */
export const Impact: Story = { args: { sampled: true, point: 'approval', document: stricter, base: framework, draw: ({ point }) => <LivePanel point={point} samples={samples} /> } }
export const ProblemList: Story = { args: { document: broken, draw: () => <Problems running={false} selected="investment" open onOpen={() => undefined} /> } }
export const WhatChanged: Story = { args: { document: raised, base: framework, draw: ({ document }) => <Changes changes={diff(framework, document)} before={framework} after={document} /> } }
export const NothingChanged: Story = { args: { draw: () => <Changes changes={[]} before={framework} after={framework} /> } }
/** What corresponds to what is confirmed here, and the unit's values follow. */
export const Correspondence: Story = { args: { document: renamed, base: framework, sampled: true, draw: () => <Compare samples={samples} /> } }
export const Publishing: Story = { args: { document: raised, base: framework, sampled: true, draw: ({ cases, running }) => <Publish cases={cases} busy={running} onBack={() => undefined} onPublish={() => Promise.resolve()} /> } }
export const PublishRefused: Story = { args: { document: broken, base: framework, draw: ({ cases, running }) => <Publish cases={cases} busy={running} onBack={() => undefined} onPublish={() => Promise.reject(new Error('草稿已有更新的版本，请刷新后再发布。'))} /> } }
/** Both changed one parameter in different ways. */
export const TwoEditors: Story = { args: { document: raised, draw: ({ edit }) => <Conflict ancestor={framework} theirs={theirs} by="编辑乙" onMerged={(merged) => edit(() => merged)} /> } }
