import './jsdomLacks.ts'
import { renderHook, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { setNode } from '../../designer/edits/setNode.ts'
import { useImpact, type Sample } from '../../designer/live/impact.ts'
import { profileOn } from '../../designer/live/profileOn.ts'
import { compile, evaluate, inputOf } from '../../engine/index.ts'
import { cycle, framework, submission } from '../../stories/samples/index.ts'
import type { Cycle, Framework } from '../../schemas/index.ts'

/** The overall grade, of two points one of which the cycle leaves out. */
const document: Framework = {
  ...framework, aggregation: { method: 'weightedMean', missing: 'skipAll', scale: 'four', bands: [{ level: 'd' }, { level: 'c', from: 50 }, { level: 'b', from: 65 }, { level: 'a', from: 85 }] },
  parameters: { ...framework.parameters, good: { ...framework.parameters['good']!, value: 3 } },
}
const ours: Cycle = { ...cycle, profile: { points: ['approval', 'investment'], parameters: { good: { value: 4, reason: '当年统一提高' } }, weights: { approval: { value: 7, reason: '当年加重' } } } }
const samples: Sample[] = [{ label: '区07', submission: { ...submission, answers: { ...submission.answers, satisfaction: { value: 92, status: 'confirmed', source: 'survey', by: '调查', at: '2025-03-01T00:00:00Z', revision: 1 } } }, cycle: ours }]

describe('the impact of a draft', () => {
  test('is worked out as the cycle was: its points, its parameters, its weights, so that grades equal those of the overview', async () => {
    const { compiled } = compile(document, {}, { checked: true })
    const { result } = renderHook(() => useImpact(compiled, document, samples))
    await waitFor(() => expect(result.current.busy).toBe(false))
    const [unit] = result.current.units
    const shown = evaluate(compile(document, ours.profile).compiled!, inputOf(samples[0]!.submission, { cycle: ours }))
    expect(Object.keys(unit!.after.nodes)).toEqual(Object.keys(shown.nodes))
    expect(unit!.after.nodes[document.id]).toEqual(shown.nodes[document.id])
    expect(unit!.after.nodes['use']).toBeUndefined()
    expect(unit!.changes).toEqual([])
    expect(result.current.compiled?.points.map(({ id }) => id)).toEqual(['investment', 'approval'])
  })

  test('a profile keeps what the draft still has, and takes the confirmed successor of a point', () => {
    const gone = setNode({ ...document, parameters: {}, succession: { points: [{ before: 'dropped', after: 'use', relation: 'subset' }, { before: 'dropped', after: 'features', relation: 'not_related' }] } }, 'use', {})
    expect(profileOn(gone, { points: ['approval', 'dropped'], parameters: ours.profile.parameters!, weights: { dropped: { value: 1, reason: '' } } })).toEqual({ points: ['approval', 'use'], parameters: {}, weights: {} })
    expect(profileOn(document, {})).toEqual({})
  })
})
