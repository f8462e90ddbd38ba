import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Submission } from '../../../schemas/index.ts'
import { accountOf, run, type Client, type Running } from './server.ts'

/** The last minute: every unit saves and hands in at once, and everybody clicks more than once. */
const units = Array.from({ length: 16 }, (_, index) => ({ id: `unit${index + 1}`, title: `单位${index + 1}` }))
let server: Running
beforeAll(async () => { server = await run({ cycle: { units } }) })
afterAll(() => server.end())

interface Saved { answers: Record<string, { revision: number; value: unknown }> }

async function fill(client: Client, id: string, field: string, kept: Map<string, { revision: number; value: unknown }>): Promise<void> {
  for (let turn = 1, base = 0; turn <= 6; turn++) {
    const answer = await client.call<Saved & { error?: { code: string } }>('PATCH', `/submissions/${id}`, { changes: [{ id: field, base, value: turn }] })
    if (answer.status === 409) return expect(answer.body.error?.code).toBe('STATE_CONFLICT')
    expect(answer.status).toBe(200)
    const stored = answer.body.answers[field]
    if (stored) kept.set(field, stored)
    base = stored?.revision ?? base
  }
}

/** Hands in with three clicks at once, again on the newest version when somebody saved meanwhile; the answers of the clicks that did it. */
async function handIn(client: Client, id: string): Promise<string[]> {
  const operation = randomUUID()
  for (let tries = 0; tries < 40; tries++) {
    const { body } = await client.call<{ submission: Submission }>('GET', `/submissions/${id}`)
    const clicks = await Promise.all(Array.from({ length: 3 }, () => client.call('POST', `/submissions/${id}/submit`, { operation, revision: body.submission.revision })))
    if (clicks.some(({ status }) => status === 200)) return clicks.map((answer) => JSON.stringify(answer.body))
    for (const { status, body: refused } of clicks) expect([status, refused.error.code]).toEqual([409, 'REVISION_CONFLICT'])
  }
  throw new Error('never handed in')
}

test('what was acknowledged is in what was handed in, once', async () => {
  const crew = await Promise.all(units.map(async ({ id }) => ({ filler: await server.as(accountOf('district-filler', id)), submitter: await server.as(accountOf('district-submitter', id)), id: server.submission(id), kept: new Map<string, { revision: number; value: unknown }>() })))
  await Promise.all(crew.map(({ filler, id }) => filler.call('PATCH', `/submissions/${id}`, { changes: [{ id: 'pupils', base: 0, value: 100 }, { id: 'teachers', base: 0, value: 9 }] })))
  const answers = await Promise.all(crew.map(async ({ filler, submitter, id, kept }) => (await Promise.all([handIn(submitter, id), fill(filler, id, 'trained', kept)]))[0]))
  for (const told of answers) expect([told.length, new Set(told).size]).toEqual([3, 1])
  expect(crew.reduce((sum, { kept }) => sum + kept.size, 0)).toBeGreaterThan(0)
  for (const { id, kept } of crew) {
    const head = await server.store.get<Submission>('submission', id, 'all')
    expect(head?.state).toBe('submitted')
    const entries = await server.store.entries({ limit: 100, target: id })
    expect(entries.filter(({ action }) => action === 'submission.submitted')).toHaveLength(1)
    for (const [field, { revision, value }] of kept) expect(head?.document.answers[field]).toMatchObject({ revision, value })
  }
  const { body } = await (await server.as('city-admin')).call<{ ok: boolean }>('GET', '/audit/verify')
  expect(body.ok).toBe(true)
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([])
})
