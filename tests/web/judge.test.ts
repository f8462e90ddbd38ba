// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import type { EvaluationPoint, Framework, Submission } from '../../schemas/index.ts'
import { judge } from '../../server/web/review/judge.ts'
import { allPoints } from '../../server/web/overview/columns.ts'
import { framework as sample, submission as filled } from '../../stories/samples/index.ts'

const framework = sample as unknown as Framework
const submission = filled as unknown as Submission
const point = allPoints(framework)[0] as EvaluationPoint
afterEach(() => vi.unstubAllGlobals())

/** A server that has a newer form, and takes a judgement on that one only. */
function holding(now: Submission): () => number[] {
  const judged: number[] = []
  vi.stubGlobal('fetch', (_: string, { method, body }: { method: string; body: string }) => {
    if (method === 'GET') return Promise.resolve(new Response(JSON.stringify({ submission: now })))
    const { revision } = JSON.parse(body) as { revision: number }
    judged.push(revision)
    return Promise.resolve(revision === now.revision ? new Response('{}') : new Response(JSON.stringify({ error: { code: 'REVISION_CONFLICT' } }), { status: 409 }))
  })
  return () => judged
}

test('a judgement stands where only other points have moved', async () => {
  const judged = holding({ ...submission, revision: submission.revision + 1, points: { ...submission.points, another: { state: 'accepted' } } })
  await judge({ framework, submission }, point, 'a', '达到')
  expect(judged()).toEqual([submission.revision, submission.revision + 1])
})

test('it is not sent on a point that was judged, answered or handed in anew meanwhile', async () => {
  const [field = ''] = Object.keys(point.schema.properties)
  const newer: Partial<Submission>[] = [
    { judgements: { [point.id]: { level: 'b', reason: '尚可' } } },
    { answers: { ...submission.answers, [field]: { value: 1, status: 'confirmed', source: 'district', revision: 99 } } },
    { submittedAt: '2030-01-01T00:00:00.000Z' },
  ]
  for (const part of newer) {
    const judged = holding({ ...submission, ...part, revision: submission.revision + 1 })
    await expect(judge({ framework, submission }, point, 'a', '达到')).rejects.toMatchObject({ code: 'REVISION_CONFLICT' })
    expect(judged()).toEqual([submission.revision])
  }
})
