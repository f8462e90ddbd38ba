import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer, EvaluationPoint, Framework, Outcome, Submission } from '../../../schemas/index.ts'
import { createApp } from '../../../server/app.ts'
import { openCycle } from '../../../server/cycle/open.ts'
import { deskOf } from '../../../server/desk.ts'
import type { Store } from '../../../server/store/port.ts'
import { verify } from '../../../server/store/verify.ts'
import { framework, pdf } from './documents.ts'
import { run, send, type Client, type Running } from './server.ts'

interface Saved { revision: number; answers: Record<string, Answer>; conflicts: { id: string; current: Answer }[] }
interface Decided { submission: Submission; outcome: Outcome }
interface Open { submission: Submission; state: string }
const stricter: Framework = structuredClone(framework)
const training = stricter.indicators[0]?.evaluationPoints?.[1] as EvaluationPoint
training.evidence = [{ id: 'plan', title: '计划', accept: ['pdf'], min: 1, max: 3 }]
training.checks = [{ id: 'few', severity: 'warning', rule: { '>': [{ var: 'trained' }, 10] }, message: '参训教师很少。', fields: ['trained'] }]
let server: Running
let filler: Client
let submitter: Client
let editor: Client
let id: string
beforeEach(async () => {
  server = await run()
  ;[filler, submitter, editor] = await Promise.all([server.as('east-filler'), server.as('east-submitter'), server.as('city-editor')])
  id = server.submission('east')
})
afterEach(() => server.end())

const save = (who: Client, changes: unknown[]) => who.call<Saved>('PATCH', `/submissions/${id}`, { changes })
const open = async () => (await filler.call<Open>('GET', `/submissions/${id}`)).body.submission
const fill = () => save(filler, [{ id: 'pupils', base: 0, value: 1000 }, { id: 'teachers', base: 0, value: 80 }, { id: 'trained', base: 0, value: 0 }])
const submit = async (operation = randomUUID() as string, more = {}) => submitter.call<Decided>('POST', `/submissions/${id}/submit`, { operation, revision: (await open()).revision, ...more })
const code = (answer: { body: unknown }) => (answer.body as { error?: { code: string } }).error?.code

describe('saving', () => {
  test('a value is stored with who, when and its own revision', async () => {
    const { status, body } = await save(filler, [{ id: 'teachers', base: 0, value: 80 }])
    expect(status).toBe(200)
    expect(body).toMatchObject({ revision: 2, answers: { teachers: { value: 80, status: 'confirmed', source: 'district', by: 'east-filler', revision: 1 } }, conflicts: [] })
  })
  test('only the value another changed is in conflict, the others are stored', async () => {
    await save(filler, [{ id: 'teachers', base: 0, value: 80 }])
    const { status, body } = await save(submitter, [{ id: 'teachers', base: 0, value: 81 }, { id: 'trained', base: 0, value: 5 }])
    expect(status).toBe(200)
    expect(body.conflicts).toMatchObject([{ id: 'teachers', current: { value: 80, revision: 1 } }])
    expect(body.answers).toMatchObject({ trained: { value: 5 } })
    expect((await open()).answers['teachers']?.value).toBe(80)
  })
  test('progress counts what asks for a value or has one; an optional field left empty is not missing', async () => {
    const counts = async () => (await filler.call<{ items: { done: number; total: number }[] }>('GET', '/submissions')).body.items.map(({ done, total }) => [done, total])
    expect(await counts()).toEqual([[0, 2]])
    await fill()
    expect(await counts()).toEqual([[3, 3]])
  })
  test('the same change sent again is no conflict and no new revision', async () => {
    await save(filler, [{ id: 'teachers', base: 0, value: 80 }])
    expect((await save(filler, [{ id: 'teachers', base: 0, value: 80 }])).body).toMatchObject({ revision: 2, conflicts: [], answers: { teachers: { revision: 1 } } })
  })
  test('no interleaving of two writers loses a field', async () => {
    const change = fc.record({ who: fc.constantFrom(0, 1), id: fc.constantFrom('pupils', 'teachers', 'trained'), value: fc.integer({ min: 0, max: 999 }), together: fc.boolean() })
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const acknowledged = new Map<string, { revision: number; value: unknown }>()
      const one = async ({ who, id: element, value }: { who: number; id: string; value: number }) => {
        const base = (await open()).answers[element]?.revision ?? 0
        const { body } = await save(who ? filler : submitter, [{ id: element, base, value }])
        for (const [name, answer] of Object.entries(body.answers)) {
          if (answer.revision > (acknowledged.get(name)?.revision ?? 0)) acknowledged.set(name, { revision: answer.revision, value: answer.value })
        }
      }
      for (let index = 0; index < changes.length; index += 2) {
        const pair = changes.slice(index, index + 2)
        if (pair.every(({ together }) => together)) await Promise.all(pair.map(one))
        else for (const each of pair) await one(each)
      }
      const { answers } = await open()
      for (const [name, { revision, value }] of acknowledged) expect(answers[name]).toMatchObject({ revision, value })
    }), { numRuns: 12 })
  }, 60_000)
  test.each([
    ['unknown element', [{ id: 'nothing', base: 0, value: 1 }], 422, 'UNKNOWN_ELEMENT'],
    ['wrong type', [{ id: 'teachers', base: 0, value: '八十' }], 422, 'ANSWER_INVALID'],
    ['unknown column', [{ id: 'schools', base: 0, value: [{ name: '一中', secret: 1 }] }], 422, 'ANSWER_INVALID'],
    ['correction without an official value', [{ id: 'teachers', base: 0, value: 1, status: 'corrected', reason: '因为' }], 422, 'NOT_OFFICIAL'],
    ['a foreign property', [{ id: 'teachers', base: 0, value: 1, by: 'me' }], 400, 'UNKNOWN_FIELD'],
    ['foreign evidence', [{ id: 'teachers', base: 0, value: 1, evidence: ['other'] }], 400, 'INVALID'],
  ])('%s is refused and nothing changes', async (_, changes, status, expected) => {
    const answer = await save(filler, changes)
    expect([answer.status, code(answer)]).toEqual([status, expected])
    expect(await open()).toMatchObject({ revision: 1, answers: {} })
  })
})

describe('official values', () => {
  beforeEach(async () => {
    await server.store.change<Submission, undefined>({ kind: 'submission', id, scope: 'all' }, (head) => {
      const document = { ...(head?.document as Submission), answers: { pupils: { value: 900, official: 900, status: 'proposed' as const, source: 'official' as const, revision: 1 } }, revision: 2 }
      return { result: undefined, next: { document, state: 'draft', by: { id: 'x', name: 'x' }, at: new Date().toISOString(), action: 'test' } }
    })
  })
  test('confirming keeps it', async () => {
    expect((await save(filler, [{ id: 'pupils', base: 1, value: 900, status: 'confirmed' }])).body.answers['pupils']).toMatchObject({ value: 900, official: 900, status: 'confirmed', revision: 2 })
  })
  test('correcting needs a reason and keeps both values', async () => {
    expect(code(await save(filler, [{ id: 'pupils', base: 1, value: 950 }]))).toBe('REASON_REQUIRED')
    expect((await save(filler, [{ id: 'pupils', base: 1, value: 950, status: 'corrected', reason: '学籍更新' }])).body.answers['pupils']).toMatchObject({ value: 950, official: 900, status: 'corrected', reason: '学籍更新' })
  })
  test('under dispute the official one counts and the claim is kept', async () => {
    expect((await save(filler, [{ id: 'pupils', base: 1, value: 900, claim: 950, status: 'disputed', reason: '口径不同' }])).body.answers['pupils']).toMatchObject({ value: 900, official: 900, claim: 950, status: 'disputed' })
  })
})

describe('submitting', () => {
  test('what is missing or wrong blocks, with its places', async () => {
    const missing = await submit()
    expect([missing.status, code(missing)]).toEqual([422, 'NOT_READY'])
    await save(filler, [{ id: 'pupils', base: 0, value: 10 }, { id: 'teachers', base: 0, value: 80 }])
    const wrong = await submit()
    expect((wrong.body as unknown as { error: { details: { issues: unknown[] } } }).error.details.issues).toMatchObject([{ code: 'check.error', point: 'ratio', params: { id: 'fewer' } }])
    expect((await open()).state).toBe('draft')
  })
  test('an official value nobody confirmed and evidence that is wanted block too', async () => {
    await server.end()
    server = await run({ framework: stricter, cycle: { units: [{ id: 'east', title: '东区' }] } })
    ;[filler, submitter, editor] = await Promise.all([server.as('east-filler'), server.as('east-submitter'), server.as('city-editor')])
    id = server.submission('east')
    await server.store.change<Submission, undefined>({ kind: 'submission', id, scope: 'all' }, (head) => {
      const document = { ...(head?.document as Submission), answers: { pupils: { value: 1000, official: 1000, status: 'proposed' as const, source: 'official' as const, revision: 1 } }, revision: 2 }
      return { result: undefined, next: { document, state: 'draft', by: { id: 'x', name: 'x' }, at: new Date().toISOString(), action: 'test' } }
    })
    await save(filler, [{ id: 'teachers', base: 0, value: 80 }, { id: 'trained', base: 0, value: 3 }])
    const issues = async () => ((await submit()).body as unknown as { error: { details: { issues: { code: string; path: string }[] } } }).error.details.issues.map((issue) => `${issue.code} ${issue.path}`)
    expect(await issues()).toEqual(['evidence.missing /evidence/training/plan', 'answer.unconfirmed /answers/pupils'])
    await save(filler, [{ id: 'pupils', base: 1, value: 1000, status: 'confirmed' }])
    expect(await issues()).toEqual(['evidence.missing /evidence/training/plan'])
    await filler.call('POST', `/submissions/${id}/evidence?name=a.pdf&requirement=training/plan`, pdf)
    expect(code(await submit())).toBe('NOTE_REQUIRED')
    expect(code(await submit(randomUUID(), { note: '  ' }))).toBe('NOTE_REQUIRED')
    expect((await submit(randomUUID(), { note: '本年新任教师集中培训安排在下半年。' })).body.submission).toMatchObject({ state: 'submitted' })
  })
  test('the outcome is stored with the hashes of edition and inputs', async () => {
    await fill()
    const { status, body } = await submit()
    expect(status).toBe(200)
    expect(body.submission).toMatchObject({ state: 'submitted', submittedBy: 'east-submitter' })
    expect(body.outcome.nodes['ratio']).toMatchObject({ status: 'determined', level: 'b' })
    expect(body.outcome.framework.hash).toBe(server.cycle.framework.hash)
    expect(body.outcome.inputs).toMatch(/^[0-9a-f]{64}$/)
    expect((await filler.call<Outcome>('GET', `/submissions/${id}/outcome`)).body).toEqual(body.outcome)
  })
  test('sent again it answers the same, once', async () => {
    await fill()
    const revision = (await open()).revision
    const operation = randomUUID()
    const send = () => submitter.call<Decided>('POST', `/submissions/${id}/submit`, { operation, revision })
    const first = await send()
    const again = await send()
    expect(again.bytes.equals(first.bytes)).toBe(true)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const other = await submitter.call('POST', `/submissions/${id}/submit`, { operation, revision, note: '改' })
    expect([other.status, code(other)]).toEqual([422, 'OPERATION_ID_REUSED'])
    expect((await server.store.entries({ limit: 100, target: id })).filter(({ action }) => action === 'submission.submitted')).toHaveLength(1)
  })
  test('twenty at once make one', async () => {
    await fill()
    const revision = (await open()).revision
    const operation = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitter.call<Decided>('POST', `/submissions/${id}/submit`, { operation, revision })))
    expect(new Set(answers.map(({ status, bytes }) => `${status} ${bytes.toString()}`)).size).toBe(1)
    expect((await server.store.entries({ limit: 100, target: id })).filter(({ action }) => action === 'submission.submitted')).toHaveLength(1)
  })
  test('a save after it is refused and changes nothing', async () => {
    await fill()
    await submit()
    const late = await save(filler, [{ id: 'teachers', base: 1, value: 1 }])
    expect([late.status, code(late)]).toEqual([409, 'STATE_CONFLICT'])
    expect((await open()).answers['teachers']?.value).toBe(80)
  })
  test('a stale revision is refused', async () => {
    await fill()
    expect(code(await submitter.call('POST', `/submissions/${id}/submit`, { operation: randomUUID(), revision: 1 }))).toBe('REVISION_CONFLICT')
  })
})

describe('review', () => {
  const decide = (verb: string, body: object) => editor.call<Decided>('POST', `/submissions/${id}/${verb}`, { operation: randomUUID(), ...body })
  const judge = async (body: object) => decide('judge', { revision: (await open()).revision, ...body })
  beforeEach(async () => {
    await fill()
    await submit()
  })
  test('a returned point unlocks, the others do not', async () => {
    expect((await decide('return', { points: { training: '请补充' } })).body.submission).toMatchObject({ state: 'returned', points: { training: { state: 'returned', feedback: [{ text: '请补充', by: 'city-editor' }] } } })
    expect(code(await save(filler, [{ id: 'teachers', base: 1, value: 90 }]))).toBe('STATE_CONFLICT')
    expect((await save(filler, [{ id: 'trained', base: 1, value: 7 }])).status).toBe(200)
    expect((await submit()).body.submission).toMatchObject({ state: 'submitted', points: { training: { state: 'open' } } })
  })
  test('a returned point nobody touched is handed in again only with a word about it', async () => {
    await new Promise((resolve) => { setTimeout(resolve, 5) })
    await decide('return', { points: { training: '请补充', ratio: '再核' } })
    await new Promise((resolve) => { setTimeout(resolve, 5) })
    await save(filler, [{ id: 'trained', base: 1, value: 7 }])
    const answer = await submit()
    expect([code(answer), (answer.body as unknown as { error: { details: { issues: unknown[] } } }).error.details.issues]).toMatchObject(['NOTE_REQUIRED', [{ code: 'point.untouched', point: 'ratio' }]])
    expect((await submit(randomUUID(), { note: '已核，教师数无误。' })).body.submission.state).toBe('submitted')
  })
  test('a returned point whose files are cited or taken away was touched', async () => {
    await new Promise((resolve) => { setTimeout(resolve, 5) })
    for (const requirements of [['training/plan'], []]) {
      await decide('return', { points: { training: '请核对材料' } })
      const { body: file } = await filler.call<{ id: string }>('POST', `/submissions/${id}/evidence?name=a.pdf`, pdf)
      expect(code(await submit())).toBe('NOTE_REQUIRED')
      expect((await filler.call('PATCH', `/submissions/${id}/evidence/${file.id}`, { requirements })).status).toBe(200)
      expect((await submit()).body.submission.state).toBe('submitted')
    }
  })
  test('a level outside the computed limits is refused, within them it counts', async () => {
    const above = await judge({ point: 'training', level: 'a', reason: '好' })
    expect([above.status, code(above)]).toEqual([422, 'LEVEL_NOT_ALLOWED'])
    const { body } = await judge({ point: 'training', level: 'c', reason: '合格' })
    expect(body.outcome.nodes['training']).toMatchObject({ status: 'determined', level: 'c' })
    expect(code(await judge({ point: 'ratio', level: 'a', reason: '好' }))).toBe('UNKNOWN_POINT')
    expect((await filler.call<Outcome>('GET', `/submissions/${id}/outcome`)).body.nodes['training']?.level).toBe('c')
  })
  test('a point is judged as it was seen, and not once it is accepted', async () => {
    const { revision } = await open()
    await judge({ point: 'training', level: 'c', reason: '合格' })
    const stale = await decide('judge', { point: 'training', revision, level: 'b', reason: '尚可' })
    expect([stale.status, code(stale)]).toEqual([409, 'REVISION_CONFLICT'])
    await decide('accept', { points: ['training'] })
    expect(code(await judge({ point: 'training', level: 'b', reason: '尚可' }))).toBe('POINT_ACCEPTED')
    expect((await open()).judgements['training']).toMatchObject({ level: 'c', reason: '合格' })
  })
  test('a judgement of a returned point ends with the answers it was given on; the others stand', async () => {
    await judge({ point: 'training', level: 'c', reason: '合格' })
    await decide('return', { points: { ratio: '再核' } })
    expect((await submit(randomUUID(), { note: '已核，无误。' })).body.submission.judgements['training']?.level).toBe('c')
    await decide('return', { points: { training: '请补充' } })
    await save(filler, [{ id: 'trained', base: 1, value: 7 }])
    // What the unit sees before it hands in again is what goes on record: the point is to be judged anew, and the digest is the same.
    const shown = (await filler.call<Outcome>('GET', `/submissions/${id}/outcome`)).body
    expect(shown.nodes['training']).toMatchObject({ status: 'undetermined' })
    const { body } = await submit()
    expect(body.outcome.inputs).toBe(shown.inputs)
    expect(body.submission.judgements).toEqual({})
    expect(body.outcome.nodes['training']).toMatchObject({ status: 'undetermined' })
  })
  test('accepting one point leaves the form handed in', async () => {
    expect((await decide('accept', { points: ['ratio'] })).body.submission).toMatchObject({ state: 'submitted', points: { ratio: { state: 'accepted' } } })
    expect((await server.store.entries({ limit: 1 }))[0]?.action).toBe('submission.pointsAccepted')
  })
  test('accepting ends it', async () => {
    expect((await decide('accept', {})).body.submission).toMatchObject({ state: 'accepted', points: { ratio: { state: 'accepted' }, training: { state: 'accepted' } } })
    expect(code(await decide('return', { points: { ratio: '再看' } }))).toBe('STATE_CONFLICT')
  })
  test('every change has its entry and the chains hold', async () => {
    await decide('accept', {})
    const head = await server.store.get('submission', id, 'all')
    expect((await server.store.entries({ limit: 100, target: id })).length).toBe(head?.revision)
    expect(await verify(server.store)).toMatchObject({ ok: true, broken: [] })
  })
})

describe('the cycle', () => {
  test('closed, nobody writes; open again, they do', async () => {
    await editor.call('POST', '/cycles/year/close', {})
    expect(code(await save(filler, [{ id: 'teachers', base: 0, value: 1 }]))).toBe('CYCLE_CLOSED')
    await editor.call('POST', '/cycles/year/reopen')
    expect((await save(filler, [{ id: 'teachers', base: 0, value: 1 }])).status).toBe(200)
  })
  test('past its deadline nothing is taken from whoever has not handed in, judged by when the request came', async () => {
    const past = { ...server.cycle, id: 'past', title: '往年', deadlines: { submission: '2020-12-31' } }
    await openCycle(server.store, deskOf(server.store), past, { id: 'x', name: 'x' }, '2020-01-01T00:00:00.000Z')
    const { items } = (await filler.call<{ items: { id: string }[] }>('GET', '/submissions?cycle=past')).body
    id = items[0]?.id ?? ''
    const late = await save(filler, [{ id: 'teachers', base: 0, value: 1 }])
    expect([late.status, late.body]).toMatchObject([409, { error: { code: 'DEADLINE_PASSED', details: { deadline: '2020-12-31' } } }])
    expect((await open()).answers).toEqual({})
  })
})

test('what fails inside is answered without a stack and logged once; the next request is served', async () => {
  const log: Record<string, unknown>[] = []
  const broken: Store = { ...server.store, list: () => Promise.reject(new Error('secret detail')) }
  const failing = createServer(createApp(broken, { log: (line) => log.push(line) }))
  await new Promise<void>((resolve) => { failing.listen(0, '127.0.0.1', resolve) })
  const url = `http://127.0.0.1:${(failing.address() as AddressInfo).port}/api/v1`
  const answer = await send<{ error: { code: string; requestId: string } }>(`${url}/submissions`, 'GET', { cookie: filler.cookie ?? '' })
  expect([answer.status, answer.body.error.code]).toEqual([500, 'INTERNAL'])
  expect(answer.bytes.toString()).not.toMatch(/secret detail|\.ts/)
  expect(log).toMatchObject([{ requestId: answer.body.error.requestId, error: expect.stringContaining('secret detail') as string }])
  expect((await send(`${url}/session`, 'GET', { cookie: filler.cookie ?? '' })).status).toBe(200)
  failing.closeAllConnections()
  failing.close()
})
