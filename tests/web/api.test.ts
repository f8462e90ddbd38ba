// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { api } from '../../server/web/api.ts'

afterEach(() => vi.unstubAllGlobals())

/** Answers each call in turn; `lost` is a connection that breaks after sending. */
function answering(...answers: (number | 'lost')[]): () => unknown[] {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    sent.push((JSON.parse(body) as { operation: string }).operation)
    const status = answers.shift()
    return status === 'lost' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response('{}', { status: status ?? 200 }))
  })
  return () => sent
}

test('a deed keeps its id until it is answered, and the next one has another', async () => {
  const sent = answering('lost', 503, 200, 200)
  const submit = () => api.submit('s', 7, '说明')
  await expect(submit()).rejects.toMatchObject({ status: 0 })
  await expect(submit()).rejects.toMatchObject({ status: 503 })
  await submit()
  await submit()
  const [lost, busy, done, again] = sent()
  expect([busy, done]).toEqual([lost, lost])
  expect(again).not.toBe(lost)
})

test('two clicks at once are one deed; one that says something else is another', async () => {
  const sent = answering()
  await Promise.all([api.accept('s'), api.accept('s'), api.accept('s', ['p'])])
  const [first, second, other] = sent()
  expect(second).toBe(first)
  expect(other).not.toBe(first)
})

test('a refusal ends the deed', async () => {
  const sent = answering(409, 200)
  await expect(api.submit('s', 7)).rejects.toMatchObject({ status: 409 })
  await api.submit('s', 7)
  expect(sent()[1]).not.toBe(sent()[0])
})

test('a deed whose answer was lost is another one when something else was done in between', async () => {
  const sent = answering('lost', 200, 200, 'lost', 200, 200)
  await expect(api.giveBack('s', { p: '请补充' })).rejects.toMatchObject({ status: 0 })
  await api.accept('s', ['p'])
  await api.giveBack('s', { p: '请补充' })
  expect(sent()[2]).not.toBe(sent()[0])
  await expect(api.accept('s')).rejects.toMatchObject({ status: 0 })
  await api.accept('other')
  await api.accept('s')
  expect(sent()[5]).toBe(sent()[3])
})
