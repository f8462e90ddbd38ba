import { describe, expect, test } from 'vitest'
import { suggestMapping } from '../../engine/mapping.ts'
import { migrate } from '../../engine/migrate.ts'
import type { Element, EvaluationPoint, Framework } from '../../schemas/index.ts'

const framework = (edition: string, elements: Record<string, Element>, points: [string, string, string[]][]): Framework => ({
  format: 'yardstick/framework@1', id: 'f', edition, title: '体系', tiers: [{ id: 'point', title: '评价要点' }], elements, parameters: {}, scales: {},
  indicators: [{
    id: 'root', code: '1', title: '一',
    evaluationPoints: points.map(([id, requirement, fields]): EvaluationPoint => ({
      id, code: id, title: '', requirement, rubric: { method: 'narrative' },
      schema: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, { $ref: `#/elements/${field}` }])) },
    })),
  }],
})
const number = (title: string, unit?: string): Element => ({ type: 'number', title, ...(unit && { 'x-unit': unit }) })

const safety = '校园安全制度健全，应急演练定期开展'
const food = '食品安全管理到位，营养配餐覆盖学校'

describe('mapping', () => {
  test('a split point shows as two subsets', () => {
    const before = framework('2025', {}, [['both', `${safety}；${food}`, []]])
    const after = framework('2026', {}, [['safety', safety, []], ['food', food, []]])
    expect(suggestMapping(before, after).points).toMatchObject([
      { before: 'both', after: 'safety', relation: 'subset' },
      { before: 'both', after: 'food', relation: 'subset' },
    ])
    expect(suggestMapping(after, before).points.map(({ relation }) => relation)).toEqual(['superset', 'superset'])
  })
  test('a kept id is equal whatever its words, a renamed one by its words', () => {
    const before = framework('2025', {}, [['a', safety, []], ['b', food, []]])
    const after = framework('2026', {}, [['a', '全新的要求', []], ['c', food, []]])
    expect(suggestMapping(before, after).points.map(({ before, after, relation }) => [before, after, relation])).toEqual([['a', 'a', 'equal'], ['b', 'c', 'equal']])
  })
  test('what has nothing in common is not suggested', () => {
    expect(suggestMapping(framework('1', {}, [['a', safety, []]]), framework('2', {}, [['b', '财政性教育经费投入', []]])).points).toEqual([])
  })
})

describe('migration', () => {
  const before = framework('2025', {
    spending: number('教育支出', '万元'), teachers: number('专任教师数', '人'), area: number('占地', '亩'), gone: number('旧项'),
    stage: { type: 'string', title: '学段', oneOf: [{ const: 'p', title: '小学' }, { const: 'k', title: '幼儿园' }] },
  }, [])
  const after = framework('2026', {
    spending: number('教育支出', '元'), fullTimeTeachers: number('专任教师人数', '人'), area: number('占地', '平方米'),
    stage: { type: 'string', title: '学段', oneOf: [{ const: 'p', title: '小学' }] },
  }, [])
  const mapping = suggestMapping(before, after)

  test('values arrive as proposals with their origin; units are converted where declared', () => {
    const { proposals, dropped } = migrate({ spending: 386240.1, teachers: 12, area: 5, gone: 1, stage: 'k', unknown: 9, empty: null }, before, after, mapping)
    expect(proposals).toEqual([
      { id: 'spending', value: 3862401000, origin: { id: 'spending', edition: '2025' }, how: 'converted', factor: 10000 },
      { id: 'fullTimeTeachers', value: 12, origin: { id: 'teachers', edition: '2025' }, how: 'renamed' },
    ])
    expect(dropped.map(({ id, reason }) => [id, reason])).toEqual([['area', 'unit'], ['gone', 'removed'], ['stage', 'option']])
  })
  const table = (unit: string, more: Partial<Element> = {}): Element => ({ type: 'array', title: '学校', items: { type: 'object', properties: { paid: { ...number('拨付', unit), ...more }, kind: { type: 'string', title: '类别', oneOf: [{ const: 'p', title: '小学' }] } } } })
  const choices = (...ids: string[]): Element => ({ type: 'array', title: '措施', items: { type: 'string', oneOf: ids.map((id) => ({ const: id, title: id })) } })
  const one = (value: unknown, from: Element, to: Element): unknown => {
    const [a, b] = [framework('1', { x: from }, []), framework('2', { x: to }, [])]
    const { proposals, dropped } = migrate({ x: value }, a, b, { points: [], elements: [] })
    return dropped[0]?.reason ?? proposals[0]
  }
  test('a multiple choice is carried only where every option is still there', () => {
    expect(one(['a', 'b'], choices('a', 'b', 'c'), choices('b', 'a'))).toMatchObject({ value: ['a', 'b'], how: 'same' })
    expect(one(['a', 'c'], choices('a', 'b', 'c'), choices('a', 'b'))).toBe('option')
    expect(one([], choices('a'), choices('b'))).toMatchObject({ value: [] })
  })
  test('what the later edition would refuse is not carried', () => {
    expect(one(150, number('率'), { ...number('率'), maximum: 100 })).toBe('limits')
    expect(one(1.25, number('率'), { ...number('率'), 'x-decimals': 1 })).toBe('limits')
    expect(one(12345, number('支出', '元'), { ...number('支出', '万元'), 'x-decimals': 2 })).toBe('limits')
  })
  test('columns are converted as single values are', () => {
    expect(one([{ paid: 1.5, kind: 'p' }, { kind: 'p' }], table('万元'), table('元'))).toMatchObject({ value: [{ paid: 15000, kind: 'p' }, { kind: 'p' }], how: 'converted', factor: 10000 })
    expect(one([{ paid: 1.5, kind: 'p' }], table('万元'), table('亩'))).toBe('columns')
    expect(one([{ paid: 200 }], table('元'), table('元', { maximum: 100 }))).toBe('columns')
  })
  test('units of the same name, per head and declared otherwise', () => {
    expect(one(3, number('生均', '万元/生'), number('生均', '元/人'))).toMatchObject({ value: 30000, factor: 10000 })
    expect(one(3, number('在校生', '人'), number('在校生', '生'))).toMatchObject({ value: 3, how: 'same' })
    expect(one(3, number('数', '个'), number('数', '所'))).toBe('unit')
    expect(one(3, number('率', '%'), number('率', '‰'))).toMatchObject({ value: 30 })
  })
})
