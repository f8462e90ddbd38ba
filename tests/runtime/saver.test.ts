import { describe, expect, test, vi, beforeEach, afterEach } from 'vitest'
import type { Answer } from '../../schemas/index.ts'
import type { AnswerChange, SaveResult } from '../../runtime/index.ts'
import { memoryQueue } from '../../runtime/store/queue.ts'
import { saver } from '../../runtime/store/saver.ts'
import type { SaverHost, SaveState } from '../../runtime/store/saving.ts'

const change = (id: string, value: unknown, base = 0): AnswerChange => ({ id, base, value, status: 'confirmed' })
const answer = (value: unknown, revision: number): Answer => ({ value, status: 'confirmed', source: 'district', revision })
const accepted = (changes: AnswerChange[]): SaveResult => ({ revision: 1, conflicts: [], answers: Object.fromEntries(changes.map(({ id, value, base }) => [id, answer(value, base + 1)])) })

function setUp(more: Partial<SaverHost> = {}) {
  const sent: AnswerChange[][] = []
  const states: SaveState[] = []
  const stored: Record<string, Answer> = {}
  const conflicts: string[] = []
  const refused: string[] = []
  const queue = more.queue ?? memoryQueue()
  const made = saver({
    queue, online: () => true, delay: 800, backOff: 1000,
    send: (changes) => {
      sent.push(changes)
      return Promise.resolve(accepted(changes))
    },
    onStored: (answers) => Object.assign(stored, answers),
    onConflict: (id) => conflicts.push(id),
    onRefused: (changes) => refused.push(...changes.map(({ id }) => id)),
    onState: (state) => states.push(state),
    ...more,
  })
  return { made, sent, states, stored, conflicts, refused, queue }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving in the background', () => {
  test('waits for the typing, sends the last value once, and empties the queue', async () => {
    const { made, sent, states, queue } = setUp()
    made.add(change('a', 1))
    made.add(change('a', 12))
    made.add(change('b', true))
    expect(await queue.load()).toEqual([])
    await vi.advanceTimersByTimeAsync(799)
    expect(sent).toEqual([])
    expect((await queue.load()).map(({ value }) => value)).toEqual([12, true])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([[change('a', 12), change('b', true)]])
    expect(states.at(-1)).toMatchObject({ kind: 'saved', pending: 0 })
    expect(await queue.load()).toEqual([])
  })

  test('a value typed while another save is under way is sent on the new revision', async () => {
    let answerNow: (result: SaveResult) => void = () => undefined
    const sent: AnswerChange[][] = []
    const { made } = setUp({ send: (changes) => new Promise((resolve) => {
      sent.push(changes)
      answerNow = resolve
    }) })
    made.add(change('a', 1))
    await vi.advanceTimersByTimeAsync(800)
    made.add(change('a', 2))
    answerNow(accepted([change('a', 1)]))
    await vi.advanceTimersByTimeAsync(800)
    expect(sent[1]).toEqual([change('a', 2, 1)])
  })

  test('a dead network is retried with growing pauses and loses nothing', async () => {
    let dead = true
    const tries: number[] = []
    const { made, states, queue } = setUp({ send: (changes) => {
      tries.push(Date.now())
      return dead ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(accepted(changes))
    } })
    made.add(change('a', 1))
    await vi.advanceTimersByTimeAsync(800 + 1000 + 2000 + 4000)
    expect(tries.map((at, index) => (index ? at - (tries[index - 1] ?? 0) : 0))).toEqual([0, 1000, 2000, 4000])
    expect(states.at(-1)).toMatchObject({ kind: 'retrying', pending: 1, retryIn: 8 })
    expect(await queue.load()).toHaveLength(1)
    dead = false
    await made.flush()
    expect(states.at(-1)).toMatchObject({ kind: 'saved', pending: 0 })
  })

  test('an ended session keeps the queue and says so', async () => {
    const { made, states, queue } = setUp({ send: () => Promise.reject(Object.assign(new Error('sign in'), { status: 401 })) })
    made.add(change('a', 1))
    await vi.advanceTimersByTimeAsync(800)
    made.add(change('b', 2))
    expect(states.at(-1)).toMatchObject({ kind: 'signIn', pending: 2 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await queue.load()).toHaveLength(2)
  })

  test('one refused value does not hold back the others', async () => {
    const { made, stored, refused, states } = setUp({ send: (changes) => (changes.some(({ id }) => id === 'bad') ? Promise.reject(Object.assign(new Error('no'), { status: 422 })) : Promise.resolve(accepted(changes))) })
    made.add(change('good', 1))
    made.add(change('bad', 'x'))
    made.add(change('fine', 2))
    await vi.advanceTimersByTimeAsync(800)
    expect(refused).toEqual(['bad'])
    expect(Object.keys(stored)).toEqual(['good', 'fine'])
    expect(states.at(-1)).toMatchObject({ kind: 'saved', pending: 0 })
  })

  test.each([
    [409, '年度任务已关闭。'], [403, '没有权限。'], [404, '没有找到。'], [413, '太大。'],
  ])('what the server refuses for good (%d) is not sent again; its words are shown and the value stays on the device', async (status, words) => {
    const why: string[] = []
    let tries = 0
    const { made, states, queue } = setUp({ onRefused: (_, said) => why.push(said), send: () => {
      tries += 1
      return Promise.reject(Object.assign(new Error(words), { status }))
    } })
    made.add(change('a', 1))
    await vi.advanceTimersByTimeAsync(600_000)
    expect([tries, why, states.some(({ kind }) => kind === 'retrying')]).toEqual([1, [words], false])
    expect(await queue.load()).toEqual([change('a', 1)])
  })

  test.each([408, 425, 426, 429, 500, 503])('%d is tried again', async (status) => {
    let tries = 0
    const { made, refused, states } = setUp({ send: (changes) => ((tries += 1) === 1 ? Promise.reject(Object.assign(new Error('later'), { status })) : Promise.resolve(accepted(changes))) })
    made.add(change('a', 1))
    await vi.advanceTimersByTimeAsync(2000)
    expect([tries, refused, states.at(-1)?.kind]).toEqual([2, [], 'saved'])
  })

  test('a conflict is handed over and kept until someone has chosen, the rest is stored', async () => {
    const { made, conflicts, stored, queue } = setUp({ send: () => Promise.resolve({ revision: 2, answers: { b: answer(2, 1) }, conflicts: [{ id: 'a', current: answer(9, 5) }] }) })
    made.add(change('a', 1))
    made.add(change('b', 2))
    await vi.advanceTimersByTimeAsync(800)
    expect([conflicts, Object.keys(stored)]).toEqual([['a'], ['b']])
    expect((await queue.load()).map(({ id }) => id)).toEqual(['a'])
    made.forget('a')
    await vi.advanceTimersByTimeAsync(0)
    expect(await queue.load()).toEqual([])
  })

  test('changes of an earlier visit are taken up and sent', async () => {
    const queue = memoryQueue()
    await queue.put([change('a', 7, 3)])
    const { made, sent } = setUp({ queue })
    expect(await made.resume()).toEqual([change('a', 7, 3)])
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([[change('a', 7, 3)]])
  })

  test('of an earlier visit’s changes only those that may still be made are taken up; the others stay to be named', async () => {
    const queue = memoryQueue()
    await queue.put([change('a', 7, 3), change('b', 8, 3)])
    const { made, sent } = setUp({ queue })
    expect(await made.resume(({ id }) => id === 'a')).toEqual([change('a', 7, 3)])
    await vi.advanceTimersByTimeAsync(0)
    expect([sent, await made.kept()]).toEqual([[[change('a', 7, 3)]], [change('b', 8, 3)]])
  })

  test('offline nothing is sent and the count is shown', async () => {
    let online = false
    const { made, sent, states } = setUp({ online: () => online })
    made.add(change('a', 1))
    made.add(change('b', 1))
    await vi.advanceTimersByTimeAsync(5000)
    expect([sent, states.at(-1)]).toEqual([[], { kind: 'offline', pending: 2 }])
    online = true
    await made.flush()
    expect(sent).toHaveLength(1)
  })

  test('back online with nothing waiting is no longer offline', async () => {
    let online = false
    const { made, states } = setUp({ online: () => online })
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal('document', new EventTarget())
    try {
      made.start()
      window.dispatchEvent(new Event('offline'))
      expect(states.at(-1)).toMatchObject({ kind: 'offline', pending: 0 })
      online = true
      window.dispatchEvent(new Event('online'))
      await vi.advanceTimersByTimeAsync(0)
      expect(states.at(-1)).toMatchObject({ kind: 'saved', pending: 0 })
    } finally {
      made.dispose()
      vi.unstubAllGlobals()
    }
  })

  test('a correction waits on the device for its reason; the rest is sent', async () => {
    const { made, sent, states, queue } = setUp()
    const corrected: AnswerChange = { id: 'a', base: 3, value: 5, status: 'corrected' }
    made.add(corrected)
    expect(states.at(-1)).toMatchObject({ kind: 'held', pending: 1 })
    made.add(change('b', 1))
    await vi.advanceTimersByTimeAsync(800)
    expect(sent).toEqual([[change('b', 1)]])
    expect(states.at(-1)).toMatchObject({ kind: 'held', pending: 1 })
    expect(await queue.load()).toEqual([corrected])
    made.add({ ...corrected, reason: '按学籍' })
    await vi.advanceTimersByTimeAsync(800)
    expect(sent[1]).toEqual([{ ...corrected, reason: '按学籍' }])
    expect(states.at(-1)).toMatchObject({ kind: 'saved', pending: 0 })
  })
})
