import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Next, Store } from '../../../server/store/port.ts'
import { factOf } from '../../../server/store/seal.ts'
import { verify } from '../../../server/store/verify.ts'
import { stores, type Opened } from './stores.ts'

interface Count { n: number; values?: Record<string, number> }
const next = (document: Count, more: Partial<Next<Count>> = {}): Next<Count> => ({ document, state: 'draft', by: { id: 'li', name: '李' }, at: '2025-11-01T00:00:00.000Z', action: 'test.saved', ...more })
const place = (id: string) => ({ kind: 'submission' as const, id, scope: 'all' as const })
const put = (store: Store, id: string, document: Count, more: Partial<Next<Count>> = {}) => store.change<Count, undefined>(place(id), () => ({ result: undefined, next: next(document, more) }))
const add = (store: Store, id: string) => store.change<Count, number>(place(id), (head) => {
  const n = (head?.document.n ?? 0) + 1
  return { result: n, next: next({ n }) }
})

describe.each(Object.keys(stores))('%s', (name) => {
  let opened: Opened
  let store: Store
  beforeEach(async () => {
    opened = await (stores[name] as () => Promise<Opened>)()
    store = opened.store
  })
  afterEach(() => opened.end())

  test('a document comes back byte for byte, keys and all', async () => {
    const document = { n: 1, $ref: '#/elements/x', 'a.b': { '$where': 1, '>=': [{ var: 'x' }, 0.1] }, 空: '𠮷', list: [null, -0.5, 1e-7], '10': 1, '9': 2 }
    await put(store, 'one', document)
    const head = await store.get<Count>('submission', 'one', 'all')
    expect(JSON.stringify(head?.document)).toBe(JSON.stringify(document))
    expect(head).toMatchObject({ revision: 1, state: 'draft', operations: [] })
  })

  test('what was answered is there after reopening', async () => {
    await put(store, 'one', { n: 1 })
    await put(store, 'one', { n: 2 })
    store = await opened.again()
    expect(await store.get('submission', 'one', 'all')).toMatchObject({ revision: 2, document: { n: 2 } })
  })

  test('no increment of many at once is lost', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => add(store, `d${index % 3}`)))
    expect(answers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => [index + 1, index + 1, index + 1]).flat())
    expect(await verify(store)).toMatchObject({ ok: true, entries: 60, documents: 3, broken: [] })
  })

  test('an edit that refuses changes nothing and harms nobody else', async () => {
    const results = await Promise.allSettled([add(store, 'one'), store.change(place('one'), () => { throw new Error('no') }), add(store, 'one')])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await store.entries({ limit: 10 })).length).toBe(2)
  })

  test('an edit that decides nothing leaves no entry', async () => {
    await add(store, 'one')
    expect(await store.change<Count, number>(place('one'), (head) => ({ result: head?.revision ?? 0 }))).toBe(1)
    expect((await store.entries({ limit: 10 })).length).toBe(1)
  })

  test('a unit sees, lists and changes only its own', async () => {
    await put(store, 'a', { n: 1 }, { unit: 'east', group: 'c1' })
    await put(store, 'b', { n: 1 }, { unit: 'west', group: 'c1' })
    const east = { unit: 'east' }
    expect(await store.get('submission', 'b', east)).toBeUndefined()
    expect((await store.list('submission', east)).map(({ id }) => id)).toEqual(['a'])
    expect((await store.all('submission', east, 'c1')).map(({ id }) => id)).toEqual(['a'])
    expect(await store.change<Count, boolean>({ kind: 'submission', id: 'b', scope: east }, (head) => ({ result: head !== undefined }))).toBe(false)
    expect((await store.list('submission', 'all', 'c1')).length).toBe(2)
    expect((await store.list('submission', 'all', 'c2')).length).toBe(0)
    expect(await store.get('submission', 'a', { unit: '' })).toBeUndefined()
  })

  test('lists show the summary without the document', async () => {
    await put(store, 'a', { n: 1 }, { summary: { done: 3 }, group: 'g' })
    const [card] = await store.list('submission', 'all')
    expect(card).toMatchObject({ id: 'a', group: 'g', summary: { done: 3 }, revision: 1 })
    expect(card).not.toHaveProperty('document')
  })

  test('operations and outcome become true with the version', async () => {
    const answer = factOf({ hello: '世界' })
    await put(store, 'a', { n: 1 }, { operation: { id: 'op-1', fingerprint: 'f', answer: answer.id }, facts: [answer], outcome: answer.id })
    const head = await store.get('submission', 'a', 'all')
    expect(head?.operations).toEqual([{ id: 'op-1', fingerprint: 'f', answer: answer.id }])
    expect(head?.outcome).toBe(answer.id)
    expect(await store.fact(answer.id)).toBe('{"hello":"世界"}')
    expect(await store.fact('nothing')).toBeUndefined()
  })

  test('equal facts are kept once', async () => {
    await store.keep([factOf(1), factOf(1)])
    await store.keep([factOf(1)])
    expect(await store.fact(factOf(1).id)).toBe('1')
  })

  test('the log is newest first, pages, filters, and carries who and what', async () => {
    for (let index = 0; index < 5; index++) await put(store, index % 2 ? 'odd' : 'even', { n: index }, { action: `a${index}`, detail: { index } })
    const first = await store.entries({ limit: 2 })
    expect(first.map(({ action }) => action)).toEqual(['a4', 'a3'])
    const second = await store.entries({ limit: 10, before: first[1]?.seq ?? 0 })
    expect(second.map(({ action }) => action)).toEqual(['a2', 'a1', 'a0'])
    expect((await store.entries({ limit: 10, target: 'odd' })).map(({ action }) => action)).toEqual(['a3', 'a1'])
    expect(first[0]).toMatchObject({ kind: 'submission', target: 'even', revision: 3, by: { id: 'li', name: '李' }, detail: '{"index":4}' })
  })

  test('a published edition is created once', async () => {
    const publish = () => store.change<Count, boolean>({ kind: 'edition', id: 'f@2025', scope: 'all' }, (head) => (head ? { result: false } : { result: true, next: next({ n: 1 }) }))
    expect((await Promise.all([publish(), publish(), publish()])).filter(Boolean)).toHaveLength(1)
  })

  test('sessions open, lapse and close', async () => {
    await store.openSession('s1', { user: 'li', expires: Date.now() + 60_000 })
    await store.openSession('s2', { user: 'li', expires: Date.now() - 1 })
    await store.openSession('s3', { user: 'li', expires: Date.now() + 60_000 })
    expect(await store.session('s1')).toMatchObject({ user: 'li' })
    expect(await store.session('s2')).toBeUndefined()
    await store.closeSession('s1')
    expect(await store.session('s1')).toBeUndefined()
    await store.closeSessionsOf('li')
    expect(await store.session('s3')).toBeUndefined()
  })

  test('hits count within their window and start again after it', async () => {
    const counts = await Promise.all(Array.from({ length: 5 }, () => store.hit('k', 60_000)))
    expect(counts.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
    await store.forgive('k')
    expect((await store.hit('k', 60_000)).count).toBe(1)
    expect((await store.hit('k', 60_000, 20)).count).toBe(21)
    expect((await store.hit('short', -1)).count).toBe(1)
    expect((await store.hit('short', 1000)).count).toBe(1)
  })

  test('blobs are kept once by content and come back whole', async () => {
    const bytes = randomBytes(700_000)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const both = await Promise.all([store.blobs.put(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)])), store.blobs.put(Readable.from([bytes]))])
    expect(both).toEqual([{ sha256, bytes: 700_000 }, { sha256, bytes: 700_000 }])
    const stream = await store.blobs.open(sha256)
    expect(stream && (await buffer(stream)).equals(bytes)).toBe(true)
    expect(await store.blobs.open('0'.repeat(64))).toBeUndefined()
  })

  test('a failing source leaves nothing behind', async () => {
    const failing = Readable.from((async function* () {
      yield Buffer.from('half')
      throw new Error('gone')
    })())
    await expect(store.blobs.put(failing)).rejects.toThrow('gone')
    expect(await store.blobs.open(createHash('sha256').update('half').digest('hex'))).toBeUndefined()
  })

  test('a sweep takes what nothing uses and nothing else', async () => {
    const kept = await store.blobs.put(Readable.from([Buffer.from('kept')]))
    const gone = await store.blobs.put(Readable.from([Buffer.from('gone')]))
    expect(await store.blobs.sweep(new Set([kept.sha256]), Date.now() - 60_000)).toBe(0)
    expect(await store.blobs.sweep(new Set([kept.sha256]), Date.now() + 60_000)).toBe(1)
    const stream = await store.blobs.open(kept.sha256)
    expect(stream && (await buffer(stream)).toString()).toBe('kept')
    expect(await store.blobs.open(gone.sha256)).toBeUndefined()
  })

  test('bytes uploaded again are young again', async () => {
    const put = () => store.blobs.put(Readable.from([Buffer.from('twice')]))
    const { sha256 } = await put()
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    const between = Date.now()
    await new Promise((resolve) => { setTimeout(resolve, 20) })
    await put()
    expect(await store.blobs.sweep(new Set(), between)).toBe(0)
    const stream = await store.blobs.open(sha256)
    expect(stream && (await buffer(stream)).toString()).toBe('twice')
  })
})
