import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { compile } from '../../engine/index.ts'
import type { Outcome, Submission } from '../../schemas/index.ts'
import { outcomeOf } from '../../server/desk.ts'
import { MyResult } from '../../server/web/mine/MyResult.tsx'
import { cycle, framework, submission } from '../../stories/samples/index.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A server that has this submission and this outcome on record. */
function serving(kept: Submission, outcome: Outcome): void {
  const answers: Record<string, unknown> = {
    '/api/v1/submissions?': { items: [{ id: kept.id, cycle: cycle.id, unit: kept.unit, state: kept.state, revision: kept.revision, done: 1, total: 1 }] },
    '/api/v1/cycles': { items: [{ cycle, state: 'open' }] },
    [`/api/v1/submissions/${kept.id}`]: { submission: kept, cycle, framework, state: 'open', quota: { used: 0, limit: 1 } },
    [`/api/v1/submissions/${kept.id}/outcome`]: outcome,
  }
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(new Response(JSON.stringify(answers[url] ?? {}), { status: answers[url] ? 200 : 404 })))
}

test('the levels shown are those on record, with their digest, whoever judged why, and several points open at once', async () => {
  const [point, other] = compile(framework, cycle.profile).compiled!.points
  const accepted: Submission = { ...submission, state: 'accepted', submittedBy: '区提交人', submittedAt: '2025-11-24T06:02:00Z', judgements: { [point!.id]: { level: 'a', reason: '材料翔实。', by: '专家甲', at: '2025-11-25T06:02:00Z' } } }
  const own = outcomeOf({ cycle, compiled: compile(framework, cycle.profile).compiled! }, accepted, undefined, { hash: true })
  const scale = framework.scales[own.nodes[point!.id]!.scale!]!
  const recorded = scale.levels.find(({ id }) => id !== own.nodes[point!.id]!.level)!
  serving(accepted, { ...own, nodes: { ...own.nodes, [point!.id]: { ...own.nodes[point!.id]!, status: 'determined', level: recorded.id, possible: [recorded.id] } } })
  render(<MyResult values={{}} />)
  const line = await screen.findByRole('button', { name: new RegExp(point!.title) })
  expect(within(line).getByText(recorded.label, { exact: false })).toBeDefined()
  expect(screen.getByTitle(own.inputs)).toBeDefined()
  expect(screen.getByText(/区提交人/)).toBeDefined()
  await userEvent.click(line)
  await userEvent.click(screen.getByRole('button', { name: new RegExp(other!.title) }))
  expect(screen.getByText(/材料翔实。/).textContent).toContain('专家甲')
  expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(2)
})
