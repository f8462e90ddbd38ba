import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Submission } from '../../../schemas/index.ts'
import type { Head } from '../../../server/store/port.ts'
import { pdf } from './documents.ts'
import { run, type Answer as Reply, type Client, type Running } from './server.ts'

let server: Running
let id: string
const clients = new Map<string, Client>()
beforeAll(async () => {
  server = await run()
  id = server.submission('east')
  for (const name of ['east-filler', 'east-submitter', 'city-editor', 'expert']) clients.set(name, await server.as(name))
})
afterAll(() => server.end())

const states = ['draft', 'submitted', 'returned', 'accepted', 'closed'] as const
type State = (typeof states)[number]
const answer = (value: unknown): Answer => ({ value, status: 'confirmed', source: 'district', by: 'x', at: '2025-06-01T00:00:00.000Z', revision: 1 })
const file = { id: 'file', name: 'a.pdf', type: 'pdf' as const, bytes: pdf.length, sha256: 'a'.repeat(64), requirements: [], by: 'x', at: '2025-06-01T00:00:00.000Z' }

/** A complete form in a state; `returned` gives back the second point only. */
async function put(state: State): Promise<number> {
  await clients.get('city-editor')?.call('POST', `/cycles/year/${state === 'closed' ? 'close' : 'reopen'}`)
  return server.store.change<Submission, number>({ kind: 'submission', id, scope: 'all' }, (head) => {
    const { document, revision } = head as Head<Submission>
    const next: Submission = {
      ...document, state: state === 'closed' ? 'draft' : state, revision: revision + 1, evidence: [file], judgements: {},
      answers: { pupils: { ...answer(1000), status: 'disputed', source: 'official', official: 1000, claim: 900, reason: '重复计数' }, teachers: answer(80), trained: answer(3) }, points: state === 'returned' ? { training: { state: 'returned', feedback: [] } } : {},
    }
    return { result: next.revision, next: { document: next, state: next.state, by: { id: 'x', name: 'x' }, at: '2025-06-01T00:00:00.000Z', action: 'test' } }
  })
}

const operation = () => randomUUID() as string
const deeds: Record<string, { who: string; method: string; path: string; body: (revision: number) => unknown; may: Partial<Record<State, number>> }> = {
  'saves a value': { who: 'east-filler', method: 'PATCH', path: '', body: () => ({ changes: [{ id: 'teachers', base: 1, value: 90 }] }), may: { draft: 200 } },
  'saves a value of the returned point': { who: 'east-filler', method: 'PATCH', path: '', body: () => ({ changes: [{ id: 'trained', base: 1, value: 4 }] }), may: { draft: 200, returned: 200 } },
  'uploads evidence': { who: 'east-filler', method: 'POST', path: '/evidence?name=b.pdf&requirement=training/plan', body: () => pdf, may: { draft: 201, returned: 201 } },
  'cites evidence': { who: 'east-filler', method: 'PATCH', path: '/evidence/file', body: () => ({ requirements: ['training/plan'] }), may: { draft: 200, returned: 200 } },
  'removes evidence': { who: 'east-filler', method: 'DELETE', path: '/evidence/file', body: () => undefined, may: { draft: 204, returned: 204 } },
  'submits': { who: 'east-submitter', method: 'POST', path: '/submit', body: (revision) => ({ operation: operation(), revision }), may: { draft: 200, returned: 200 } },
  'returns a point': { who: 'city-editor', method: 'POST', path: '/return', body: () => ({ operation: operation(), points: { training: '请补充' } }), may: { submitted: 200 } },
  'accepts': { who: 'city-editor', method: 'POST', path: '/accept', body: () => ({ operation: operation() }), may: { submitted: 200 } },
  'decides a dispute': { who: 'city-editor', method: 'POST', path: '/decide', body: () => ({ operation: operation(), element: 'pupils', revision: 1, upheld: true, reason: '经核' }), may: { submitted: 200 } },
  'judges': { who: 'expert', method: 'POST', path: '/judge', body: (revision) => ({ operation: operation(), point: 'training', revision, level: 'b', reason: '达到' }), may: { submitted: 200 } },
}

describe.each(states)('while it is %s', (state) => {
  test.each(Object.entries(deeds))('one who %s', async (_, { who, method, path, body, may }) => {
    const revision = await put(state)
    const before = await server.store.get<Submission>('submission', id, 'all')
    const reply = await clients.get(who)?.call(method, `/submissions/${id}${path}`, body(revision)) as Reply<{ error?: { code: string } }>
    const after = await server.store.get<Submission>('submission', id, 'all')
    if (may[state] === undefined) {
      expect([reply.status, reply.body.error?.code]).toEqual([409, state === 'closed' ? 'CYCLE_CLOSED' : 'STATE_CONFLICT'])
      expect(after).toEqual(before)
    } else {
      expect([reply.status, reply.body.error]).toEqual([may[state], undefined])
      expect(after?.revision).toBe(revision + 1)
    }
  })
})
