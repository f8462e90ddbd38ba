import { describe, expect, test, vi } from 'vitest'
import { messageOf, type Compiled } from '../../engine/index.ts'
import type { AnswerChange } from '../../runtime/index.ts'
import type { Store } from '../../runtime/store/contract.ts'
import { createStore } from '../../runtime/store/store.ts'
import { todoNow, todoOf } from '../../runtime/store/todo.ts'
import type { Framework, Submission } from '../../schemas/index.ts'

const framework: Framework = {
  format: 'yardstick/framework@1', id: 'small', edition: '1', title: '小', tiers: [{ id: 'primary', title: '一级指标' }, { id: 'point', title: '评价要点' }], parameters: {}, scales: {},
  elements: {},
  indicators: [{ id: 'top', code: '1', title: '指标', evaluationPoints: [{
    id: 'stages1', code: '1.1', title: '学段', requirement: '示例。', rubric: { method: 'narrative' },
    evidence: [{ id: 'accounts', title: '决算报表', accept: ['pdf'], min: 1 }],
    schema: { type: 'object', properties: {
      pupils: { type: 'integer', title: '学生', 'x-source': 'official' }, staff: { type: 'integer', title: '教师', 'x-source': 'official' }, survey: { type: 'number', title: '满意度', 'x-source': 'survey' },
      spending: { type: 'array', title: '分学段支出', 'x-key': 'stage', 'x-rows': [{ stage: 'primary' }, { stage: 'junior' }], items: { type: 'object', properties: { stage: { type: 'string', title: '学段', oneOf: [{ const: 'primary', title: '小学' }, { const: 'junior', title: '初中' }] }, amount: { type: 'number', title: '支出', maximum: 10 } } } },
      schools: { type: 'array', title: '学校', items: { type: 'object', properties: { pupils: { type: 'integer', title: '学生', maximum: 1000 }, school: { type: 'string', title: '校名' } } } },
    } },
  }] }],
}
const proposed = (value: unknown) => ({ value, official: value, status: 'proposed', source: 'official', revision: 1 }) as const
const submission: Submission = {
  format: 'yardstick/submission@1', id: 's', cycle: 'c', unit: 'u', state: 'draft', revision: 1, points: {}, judgements: {},
  answers: { pupils: proposed(300), staff: proposed(20), survey: proposed(90) },
  evidence: [{ id: 'e1', name: '决算.pdf', type: 'pdf', bytes: 9, sha256: 'a'.repeat(64), requirements: ['stages1/accounts'] }],
}

function opened(): { store: Store; sent: AnswerChange[] } {
  const sent: AnswerChange[] = []
  const store = createStore({ framework, submission, onEdit: (change) => sent.push(change) })
  if (!('compiled' in store)) throw new Error(JSON.stringify(store.issues))
  return { store, sent }
}

test('what follows from an answer is worked out in a pause, and at the latest after a while', () => {
  vi.useFakeTimers()
  try {
    const { store } = opened()
    const type = (count: number): void => {
      for (let i = 0; i < count; i += 1) {
        store.type('pupils', 1000 + store.tick() * 100 + i)
        vi.advanceTimersByTime(100)
      }
    }
    type(4)
    expect(store.tick()).toBe(0)
    vi.advanceTimersByTime(100)
    expect(store.tick()).toBe(1)
    type(20)
    expect(store.tick()).toBeGreaterThanOrEqual(3)
    expect(store.tick()).toBeLessThanOrEqual(5)
  } finally {
    vi.useRealTimers()
  }
})

test('a save that was answered as it was sent works nothing out; a conflict comes to the list', () => {
  vi.useFakeTimers()
  try {
    const { store, sent } = opened()
    store.stance('pupils', 'confirmed')
    vi.advanceTimersByTime(1000)
    const [tick, mine] = [store.tick(), store.answer('pupils')]
    if (!mine) throw new Error('no answer')
    store.stored({ pupils: { ...mine, revision: 2, by: '某某', at: '2025-11-20T00:00:00Z' } }, () => false, 2)
    vi.advanceTimersByTime(1000)
    expect([store.tick(), store.answer('pupils')?.revision]).toEqual([tick, 2])
    store.stored({ pupils: { ...mine, revision: 3, status: 'proposed' } }, () => false, 2)
    vi.advanceTimersByTime(1000)
    expect(store.tick()).toBe(tick + 1)
    const change = sent.at(-1)
    if (!change) throw new Error('nothing sent')
    expect(todoNow(store).items.some(({ group }) => group === 'fix')).toBe(false)
    store.conflict('pupils', change, { ...mine, value: 301, revision: 4 })
    vi.advanceTimersByTime(1000)
    expect(todoNow(store).items.filter(({ group }) => group === 'fix').map(({ field }) => field)).toEqual(['pupils'])
  } finally {
    vi.useRealTimers()
  }
})

describe('official values', () => {
  test('all that wait are confirmed at once, those of a survey are left alone', () => {
    const { store, sent } = opened()
    expect([store.proposed('stages1'), store.confirmAll('stages1'), store.proposed('stages1')]).toEqual([['pupils', 'staff'], 2, []])
    expect(sent.map(({ id, status }) => [id, status])).toEqual([['pupils', 'confirmed'], ['staff', 'confirmed']])
    expect(store.answer('survey')?.status).toBe('proposed')
  })
  test('files cited for a dispute are sent with it, and no more once the file is gone', () => {
    const { store, sent } = opened()
    store.stance('pupils', 'disputed')
    store.cite('pupils', ['e1', 'e1'])
    expect(sent.at(-1)).toMatchObject({ id: 'pupils', status: 'disputed', evidence: ['e1'] })
    store.detach('e1')
    expect(sent.at(-1)).toMatchObject({ id: 'pupils', evidence: [] })
  })
})

describe('what is missing', () => {
  test('a missing file names its requirement, so that a link leads there', () => {
    const { store } = opened()
    store.detach('e1')
    expect(store.explain('stages1').missing.filter(({ requirement }) => requirement).map(({ requirement }) => requirement)).toEqual(['accounts'])
  })
  test('a returned point waits until an answer or its files have changed', () => {
    const back: Submission = { ...submission, state: 'returned', points: { stages1: { state: 'returned', feedback: [{ text: '材料有误', at: '2030-01-01T00:00:00.000Z' }] } } }
    const store = createStore({ framework, submission: back })
    if (!('compiled' in store)) throw new Error('does not compile')
    expect(todoOf(store).returned.map(({ text }) => text)).toEqual(['材料有误'])
    store.detach('e1')
    expect(todoOf(store).returned).toEqual([])
  })
  test.each(['zh', 'en'] as const)('what is not filled in is called by its name alone, the list says the rest: %s', (locale) => {
    const wanting = structuredClone(framework)
    wanting.indicators[0]!.evaluationPoints![0]!.schema.required = ['staff']
    const made = createStore({ framework: wanting, locale, submission: { ...submission, answers: {} } })
    expect('compiled' in made && todoOf(made).items.filter(({ group }) => group === 'missing').map(({ text }) => text)).toEqual(['教师'])
  })
  test('a bad cell is named by its row and column', () => {
    const { store } = opened()
    store.type('spending', [{ stage: 'primary', amount: 3 }, { stage: 'junior', amount: 40 }])
    const issue = store.node('stages1')?.issues.find(({ code }) => code === 'answer.maximum')
    expect(issue && messageOf(issue, 'zh', store.compiled satisfies Compiled)).toMatch(/^分学段支出 · 初中 · 支出：40 大于最大值 10/)
  })
  test('a bad cell of a free row is named by the row’s first text, else by its place', () => {
    const { store } = opened()
    store.type('schools', [{ pupils: 2000 }, { school: '实验小学', pupils: 2000 }])
    expect(store.node('stages1')?.issues.filter(({ code }) => code === 'answer.maximum').map((issue) => messageOf(issue, 'zh', store.compiled))).toEqual([
      expect.stringMatching(/^学校 · 第 1 行 · 学生：/), expect.stringMatching(/^学校 · 实验小学 · 学生：/)])
  })
  test('a returned point is to do with what was said about it, until it was changed', () => {
    const at = (day: number) => `2025-11-${day}T00:00:00Z`
    const back: Submission = { ...submission, state: 'returned', points: { stages1: { state: 'returned', feedback: [{ text: '教师数与年报不一致。', by: '专家', at: at(20) }] } } }
    const todo = (given: Submission) => {
      const made = createStore({ framework, submission: given })
      return 'compiled' in made ? todoOf(made).returned.map(({ point, text }) => [point, text]) : []
    }
    expect(todo(back)).toEqual([['stages1', '教师数与年报不一致。']])
    expect(todo({ ...back, answers: { ...back.answers, staff: { ...proposed(21), status: 'confirmed', at: at(19) } } })).toHaveLength(1)
    expect(todo({ ...back, answers: { ...back.answers, staff: { ...proposed(21), status: 'confirmed', at: at(21) } } })).toEqual([])
    expect(todo({ ...back, state: 'draft' })).toEqual([])
  })
  test('a form nobody has begun is not called saved', () => {
    const savedAt = (answers: Submission['answers']) => {
      const made = createStore({ framework, submission: { ...submission, updatedAt: '2025-11-20T00:00:00Z', evidence: [], answers } })
      return 'compiled' in made && made.save.at !== undefined
    }
    expect([savedAt(submission.answers), savedAt({ ...submission.answers, staff: { ...proposed(20), status: 'confirmed' } })]).toEqual([false, true])
  })
})

describe('two people in one table', () => {
  const rows = [{ school: '一小', pupils: 100 }, { school: '二小', pupils: 200 }]
  const theirs = (value: unknown) => ({ value, status: 'confirmed', source: 'district', revision: 2, by: '乙' }) as const
  function begun(): { store: Store; sent: AnswerChange[] } {
    const made = opened()
    made.store.stored({ schools: { value: rows, status: 'confirmed', source: 'district', revision: 1 } }, () => false, 2)
    return made
  }
  test('what they changed in different cells comes together without asking, and is sent on their revision', () => {
    const { store, sent } = begun()
    store.type('schools', [{ school: '一小', pupils: 101 }, rows[1]])
    store.conflict('schools', sent.at(-1)!, theirs([rows[0], { school: '二小', pupils: 202 }]))
    expect(store.conflicts.size).toBe(0)
    expect(sent.at(-1)).toMatchObject({ base: 2, value: [{ pupils: 101 }, { pupils: 202 }] })
    // The next one is put together on what the server has now.
    store.conflict('schools', sent.at(-1)!, { ...theirs([rows[0], { school: '二小', pupils: 203 }]), revision: 3 })
    expect(sent.at(-1)).toMatchObject({ base: 3, value: [{ pupils: 101 }, { pupils: 203 }] })
  })
  test.each([['mine', 101], ['theirs', 111]] as const)('one cell both changed is named; %s keeps the rest of both', (whose, pupils) => {
    const { store, sent } = begun()
    store.type('schools', [{ school: '一小', pupils: 101 }, rows[1], { school: '三小', pupils: 5 }])
    store.conflict('schools', sent.at(-1)!, theirs([{ school: '一小', pupils: 111 }, { school: '二小', pupils: 202 }]))
    expect(store.conflicts.get('schools')?.cells).toEqual([{ row: 0, column: 'pupils', mine: 101, theirs: 111 }])
    store.resolve('schools', whose)
    expect(sent.at(-1)).toMatchObject({ base: 2, value: [{ school: '一小', pupils }, { school: '二小', pupils: 202 }, { school: '三小', pupils: 5 }] })
  })
})
