import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hash } from '../../../engine/index.ts'
import type { Framework } from '../../../schemas/index.ts'
import { framework } from './documents.ts'
import { run, type Client, type Running } from './server.ts'

interface Draft { id: string; revision: number; document: Framework }
let server: Running
let editor: Client
beforeEach(async () => {
  server = await run()
  editor = await server.as('city-editor')
})
afterEach(() => server.end())
const draftOf = async (from: unknown, edition = '2026') => (await editor.call<Draft>('POST', '/frameworks/drafts', { from, edition })).body
const base = { id: 'sample', edition: '2025' }
const put = (draft: Draft, document: unknown, revision = draft.revision) => editor.call('PUT', `/drafts/${draft.id}`, { revision, document })
const publish = (draft: Draft, revision = draft.revision) => editor.call('POST', `/drafts/${draft.id}/publish`, { revision, note: '说明' })

test('an edition becomes a draft, a draft an edition, and both stay readable', async () => {
  const draft = await draftOf(base)
  expect(draft).toMatchObject({ revision: 1, document: { edition: '2026', basedOn: { id: 'sample', edition: '2025', hash: server.cycle.framework.hash } } })
  const succession = { points: [{ before: 'investment', after: 'investment', relation: 'equal' }] }
  expect((await put(draft, { ...draft.document, title: '新题', succession })).body).toEqual({ revision: 2 })
  const published = await publish(draft, 2)
  expect(published.body).toMatchObject({ id: 'sample', edition: '2026' })
  expect((await editor.call<{ document: Framework; hash: string }>('GET', '/frameworks/sample/editions/2026')).body).toMatchObject({ document: { title: '新题' }, hash: published.body['hash'], note: '说明' })
  expect((await editor.call<{ document: Framework }>('GET', '/frameworks/sample/editions/2025')).body.document.title).toBe(framework.title)
  expect((await editor.call<{ document: Framework }>('GET', '/frameworks/sample/editions/2026')).body.document.succession).toEqual(succession)
  expect((await editor.call('GET', `/drafts/${draft.id}`)).status).toBe(404)
  const list = await editor.call<{ items: { editions: { edition: string; cycles: number }[]; drafts: unknown[] }[] }>('GET', '/frameworks')
  expect(list.body.items).toMatchObject([{ editions: [{ edition: '2026', cycles: 0 }, { edition: '2025', cycles: 1 }], drafts: [] }])
  expect((await draftOf({ id: 'sample', edition: '2026' }, '2027')).document).not.toHaveProperty('succession')
})
test('two editors: the second gets the newer version and loses nothing', async () => {
  const draft = await draftOf(base)
  await put(draft, { ...draft.document, title: '甲' })
  const second = await put(draft, { ...draft.document, title: '乙' })
  expect(second).toMatchObject({ status: 409, body: { error: { code: 'REVISION_CONFLICT', details: { current: { revision: 2, document: { title: '甲' } } } } } })
})
test('publishing that broke off between its two writes is finished by trying again', async () => {
  const draft = await draftOf(base)
  const whole = { ...server.store }
  server.store.change = (at, edit) => (at.kind === 'draft' ? Promise.reject(new Error('cut off')) : whole.change(at, edit))
  expect((await publish(draft)).status).toBe(500)
  Object.assign(server.store, whole)
  const again = await publish(draft)
  expect(again).toMatchObject({ status: 200, body: { id: 'sample', edition: '2026' } })
  expect((await editor.call('GET', `/drafts/${draft.id}`)).status).toBe(404)
  expect((await server.store.entries({ limit: 100 })).map(({ action }) => action).filter((action) => action.endsWith('.published'))).toEqual(['draft.published', 'framework.published', 'framework.published'])
})
test('publishing whose reply was lost is answered as before, but only for the same version', async () => {
  const draft = await draftOf(base)
  const first = await publish(draft)
  expect(await publish(draft)).toMatchObject({ status: 200, body: first.body })
  expect((await publish(draft, draft.revision + 1)).status).toBe(404)
})
test('a red golden case keeps a draft from being published', async () => {
  const draft = await draftOf(base)
  const document = structuredClone(draft.document)
  const rubric = document.indicators[0]?.evaluationPoints?.[0]?.rubric
  if (rubric?.bands?.[3]) rubric.bands[3].from = 8
  await put(draft, document)
  const answer = await publish(draft, 2)
  expect([answer.status, answer.body.error.code]).toEqual([422, 'CASES_RED'])
  expect(answer.body.error.details).toMatchObject({ count: 1, cases: [{ point: 'ratio', name: '良好', expected: { level: 'b' }, actual: { level: 'a' } }] })
})
test('so do errors of the document, with their places', async () => {
  const draft = await draftOf(base)
  const document = structuredClone(draft.document)
  const point = document.indicators[0]?.evaluationPoints?.[0]
  if (point) point.calculations = { teacherShare: { title: '占比', rule: { share: [{ var: 'teachres' }, { var: 'pupils' }] } } }
  await put(draft, document)
  const answer = await publish(draft, 2)
  expect([answer.status, answer.body.error.code]).toEqual([422, 'DOCUMENT_INVALID'])
  expect(JSON.stringify(answer.body.error.details)).toContain('/indicators/0/evaluationPoints/0')
})
test('a title with characters nobody sees is not published', async () => {
  const draft = await draftOf(base)
  await put(draft, { ...draft.document, title: `${draft.document.title}\u00ad` })
  expect((await publish(draft, 2)).body.error).toMatchObject({ code: 'CHARACTER_NOT_ALLOWED', details: { place: '/title' } })
})
test('an edition is published once, whoever is first', async () => {
  const drafts = [await draftOf(base), await draftOf(base)]
  const answers = await Promise.all(drafts.map((draft) => publish(draft)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})
test('while a large framework is checked for publishing, others are answered', async () => {
  const shanghai = JSON.parse(readFileSync(new URL('../../../schemas/shanghai/framework.json', import.meta.url), 'utf8')) as Framework
  const draft = await draftOf({ document: shanghai }, '2077')
  let publishing = true
  const published = editor.call<{ hash: string }>('POST', `/drafts/${draft.id}/publish`, { revision: draft.revision, note: '' }).finally(() => { publishing = false })
  let answered = 0
  while (publishing) if ((await server.anyone.call('GET', '/raw/healthz')).status === 200) answered++
  expect((await published).body.hash).toBe(hash({ ...shanghai, edition: '2077' }))
  expect(answered).toBeGreaterThan(10)
}, 30_000)
test('a file that is no framework is refused with its place', async () => {
  const answer = await editor.call('POST', '/frameworks/drafts', { from: { document: { ...framework, tiers: 'none' } }, edition: '2026' })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID', details: { place: '/tiers' } } } })
})
test('a draft of an edition that is published already could never be published, so it is not begun', async () => {
  const answer = await editor.call('POST', '/frameworks/drafts', { from: base, edition: '2025' })
  expect(answer).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_EXISTS', details: { place: '/edition' } } } })
})
test('from nothing one gets something that can be edited', async () => {
  expect(await draftOf({ blank: true, title: '全新' }, '2030')).toMatchObject({ revision: 1, document: { title: '全新', edition: '2030' } })
})
test('deleting a draft is recorded, and it is gone', async () => {
  const draft = await draftOf(base)
  expect((await editor.call('DELETE', `/drafts/${draft.id}`)).status).toBe(204)
  expect((await put(draft, draft.document)).status).toBe(404)
  expect((await server.store.entries({ limit: 1 }))[0]).toMatchObject({ action: 'draft.deleted', target: draft.id })
})
test('a cycle opens only on what exists, once', async () => {
  const { hash: _, ...ref } = server.cycle.framework
  const cycle = { ...server.cycle, framework: ref }
  expect((await editor.call('POST', '/cycles', cycle)).body.error.code).toBe('ALREADY_EXISTS')
  const next = { ...cycle, id: 'next', title: '下年度监测' }
  const refused = async (more: object) => (await editor.call('POST', '/cycles', { ...next, ...more })).body.error
  expect(await refused({ title: ' 年度 监测' })).toMatchObject({ code: 'TITLE_TAKEN', details: { place: '/title' } })
  for (const title of ['年度监测\u200b', '年度\u2800监测']) expect(await refused({ title })).toMatchObject({ code: 'CHARACTER_NOT_ALLOWED', details: { place: '/title' } })
  expect(await refused({ units: [{ id: 'east', title: '东\u3164区' }] })).toMatchObject({ code: 'CHARACTER_NOT_ALLOWED', details: { place: '/units/0/title' } })
  expect(await refused({ deadlines: { submission: '2020-01-01' } })).toMatchObject({ code: 'DEADLINE_OVER', details: { place: '/deadlines/submission' } })
  expect(await refused({ deadlines: { submission: '2099-12-31', review: '2099-12-30' } })).toMatchObject({ code: 'DEADLINE_ORDER', details: { place: '/deadlines/review' } })
  expect((await editor.call('POST', '/cycles', { ...next, framework: { id: 'sample', edition: '1999' } })).body.error.code).toBe('UNKNOWN_EDITION')
  expect((await editor.call('POST', '/cycles', { ...next, profile: { points: ['none'] } })).body.error.code).toBe('UNKNOWN_POINT')
  expect((await editor.call('POST', '/cycles', { ...next, units: [...cycle.units, ...cycle.units] })).body.error.code).toBe('ALREADY_EXISTS')
  expect((await editor.call('POST', '/cycles', { ...next, previous: 'year', profile: { points: ['ratio'] } })).status).toBe(201)
  expect((await editor.call<{ items: unknown[] }>('GET', '/submissions?cycle=next')).body.items).toHaveLength(2)
})
