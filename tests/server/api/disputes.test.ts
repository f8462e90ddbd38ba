import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer, Outcome, Submission } from '../../../schemas/index.ts'
import { verify } from '../../../server/store/verify.ts'
import { run, type Client, type Running } from './server.ts'

interface Decided { submission: Submission; outcome: Outcome }
let server: Running
let filler: Client
let editor: Client
let id: string
const own = (value: unknown): Answer => ({ value, status: 'confirmed', source: 'district', revision: 1 })
const disputed: Answer = { value: 1000, official: 1000, claim: 1600, status: 'disputed', source: 'official', reason: '漏计新校', by: '填报员', revision: 2 }

/** A form with a disputed official value, in a state. */
async function put(answer: Answer, state: Submission['state'] = 'submitted'): Promise<void> {
  await server.store.change<Submission, undefined>({ kind: 'submission', id, scope: 'all' }, (head) => {
    const document: Submission = { ...(head?.document as Submission), state, revision: (head?.revision ?? 0) + 1, answers: { pupils: answer, teachers: own(80), trained: own(3) }, points: state === 'returned' ? { ratio: { state: 'returned', feedback: [] } } : {} }
    return { result: undefined, next: { document, state, by: { id: 'test', name: 'test' }, at: '2025-06-01T00:00:00.000Z', action: 'test' } }
  })
}
beforeEach(async () => {
  server = await run()
  ;[filler, editor] = await Promise.all([server.as('east-filler'), server.as('city-editor')])
  id = server.submission('east')
  await put(disputed)
})
afterEach(() => server.end())

const decide = (body: object, who = editor) => who.call<Decided>('POST', `/submissions/${id}/decide`, { operation: randomUUID(), element: 'pupils', revision: 2, upheld: true, reason: '核对学籍属实', ...body })
const code = (answer: { body: unknown }) => (answer.body as { error?: { code: string } }).error?.code
const outcome = async () => (await filler.call<Outcome>('GET', `/submissions/${id}/outcome`)).body
const open = async () => (await filler.call<{ submission: Submission }>('GET', `/submissions/${id}`)).body.submission

test('what is upheld counts with the value of the unit; the official one, the claim and the reasons are kept, and the unit sees them', async () => {
  const { body } = await decide({})
  expect(body.submission.answers['pupils']).toMatchObject({ ...disputed, value: 1600, revision: 3, decision: { upheld: true, reason: '核对学籍属实', by: 'city-editor' } })
  expect(body.outcome.nodes['ratio']).toMatchObject({ value: 5, level: 'c' })
  expect((await outcome()).nodes['ratio']?.value).toBe(5)
  expect((await open()).answers['pupils']?.decision).toMatchObject({ upheld: true, reason: '核对学籍属实' })
})

test('what is not upheld counts with the official one; a decision can be taken again', async () => {
  await decide({})
  const { body } = await decide({ revision: 3, upheld: false, reason: '以系统数为准' })
  expect(body.submission.answers['pupils']).toMatchObject({ ...disputed, revision: 4, decision: { upheld: false, reason: '以系统数为准' } })
  expect(body.outcome.nodes['ratio']).toMatchObject({ value: 8, level: 'b' })
})

test('a list counts the disputes that wait for a decision', async () => {
  const waiting = async () => (await editor.call<{ items: { id: string; disputed?: number }[] }>('GET', '/submissions')).body.items.find((one) => one.id === id)?.disputed
  await put({ ...disputed, revision: 1 }, 'returned')
  await filler.call('PATCH', `/submissions/${id}`, { changes: [{ id: 'pupils', base: 1, value: 1000, status: 'disputed', claim: 1700, reason: '漏计新校' }] })
  expect(await waiting()).toBe(1)
  await put(disputed)
  await decide({ upheld: false })
  expect(await waiting()).toBeUndefined()
})

test('every decision is in the audit, with what was decided', async () => {
  await decide({})
  const [entry] = await server.store.entries({ limit: 1 })
  expect([entry?.action, JSON.parse(entry?.detail ?? '')]).toMatchObject(['submission.disputeDecided', { element: 'pupils', upheld: true }])
  expect(await verify(server.store)).toMatchObject({ ok: true, broken: [] })
})

test('there must be a dispute, a reason, and another value to uphold; only the office decides', async () => {
  expect(code(await decide({ element: 'teachers' }))).toBe('NOT_DISPUTED')
  expect(code(await decide({ element: 'constructor' }))).toBe('NOT_DISPUTED')
  expect((await decide({ reason: ' ' })).status).toBe(400)
  for (const who of ['east-filler', 'east-submitter', 'expert']) expect(code(await decide({}, await server.as(who)))).toBe('FORBIDDEN')
  await put({ ...disputed, claim: 1000 })
  expect(code(await decide({}))).toBe('CLAIM_MISSING')
  expect((await decide({ upheld: false })).status).toBe(200)
})

test('the same dispute said again keeps its decision, with a better reason too; another claim is a new dispute', async () => {
  await put({ ...disputed, value: 1600, decision: { upheld: true, reason: '核对学籍属实' } }, 'returned')
  const say = (claim: number, revision: number, reason = '漏计新校') => filler.call('PATCH', `/submissions/${id}`, { changes: [{ id: 'pupils', base: revision, value: 1000, status: 'disputed', claim, reason }] })
  await say(1600, 2)
  expect((await open()).answers['pupils']).toMatchObject({ value: 1600, revision: 2, decision: { upheld: true } })
  await say(1600, 2, '漏计新校，附学籍')
  expect((await open()).answers['pupils']).toMatchObject({ value: 1600, official: 1000, claim: 1600, reason: '漏计新校，附学籍', revision: 3, decision: { upheld: true, reason: '核对学籍属实' } })
  await say(1700, 3)
  expect((await open()).answers['pupils']).toMatchObject({ value: 1000, official: 1000, claim: 1700, revision: 4 })
  expect((await open()).answers['pupils']?.decision).toBeUndefined()
})

test('a claim is decided as it was seen: not when another has taken its place, nor when somebody has decided meanwhile', async () => {
  await put({ ...disputed, claim: 16000, revision: 3 })
  const answer = await decide({ reason: '1600 属实' })
  expect([answer.status, code(answer)]).toEqual([409, 'REVISION_CONFLICT'])
  expect((await open()).answers['pupils']).toMatchObject({ value: 1000, claim: 16000 })
  const both = await Promise.all([decide({ revision: 3 }), decide({ revision: 3, upheld: false })])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.filter((one) => code(one) === 'REVISION_CONFLICT')).toHaveLength(1)
})

test('the number of an accepted point stays: its dispute is no longer decided', async () => {
  await editor.call('POST', `/submissions/${id}/accept`, { operation: randomUUID(), points: ['ratio'] })
  const answer = await decide({})
  expect([answer.status, code(answer)]).toEqual([409, 'POINT_ACCEPTED'])
  expect((await open()).answers['pupils']?.value).toBe(1000)
})
