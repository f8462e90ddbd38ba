import type { Meta, StoryObj } from '@storybook/react-vite'
import { compile, evaluate, inputOf } from '../../engine/index.ts'
import { LevelChip, OutcomePanel, PointForm, Ruler, segmentsOf } from '../../runtime/index.ts'
import { framework, previous, submission } from '../samples/index.ts'

const meta = { title: '填报/判定' } satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

const scale = framework.scales['four']
const { compiled } = compile(framework)
const point = compiled?.points[0]
const node = { possible: [], issues: [] }

export const Levels: Story = { render: () => (
  <p style={{ padding: 16, display: 'flex', gap: 8, flexWrap: 'wrap' }}>
    {scale?.levels.map(({ id }) => <LevelChip key={id} scale={scale} level={id} />)}
    <LevelChip scale={scale} node={{ ...node, status: 'undetermined', possible: ['b', 'c'] }} />
    <LevelChip scale={scale} node={{ ...node, status: 'undetermined', awaiting: true, possible: ['b', 'c'] }} />
    <LevelChip scale={scale} node={{ ...node, status: 'failed' }} />
    <LevelChip scale={scale} node={{ ...node, status: 'notApplicable' }} />
    <LevelChip scale={framework.scales['pass']} level="met" />
    <LevelChip scale={scale} level="a" large />
  </p>
) }
export const Rulers: Story = { render: () => <div style={{ padding: 16, width: 320, display: 'grid', gap: 24 }}>{[[3.32, -0.26], [9, undefined], [-4, -4], [3.1, 3.4]].map(([value, official], index) => <Ruler key={index} segments={(compiled && point && segmentsOf(compiled, point.point)) ?? []} scale={scale} value={value} official={official} unit="%" decimals={2} />)}</div> }
export const Outcome: Story = { render: () => <div style={{ padding: 16, maxWidth: 720 }}>{compiled ? <OutcomePanel compiled={compiled} outcome={evaluate(compiled, inputOf(submission, { previous }))} /> : null}</div> }
export const Point: Story = { render: () => <div style={{ padding: 16, width: 404 }}><PointForm framework={framework} point="investment" submission={submission} previous={previous} /></div> }
