import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFix, compile, evaluate, lint, messageOf, supply, type Compiled, type Finding } from '../../engine/index.ts'
import type { Element, Framework, Limit, Rubric, Rule } from '../../schemas/index.ts'
import { frameworkOf, pointOf, v } from './sample.ts'

const fields: Record<string, Element> = {
  x: { type: 'integer', title: '甲', minimum: 0, maximum: 3 }, y: { type: 'number', title: '乙', minimum: 0, maximum: 0.4, 'x-decimals': 1 }, b: { type: 'boolean', title: '有' },
  c: { type: 'string', title: '选', oneOf: [{ const: 'k', title: '甲' }, { const: 'l', title: '乙' }] }, m: { type: 'array', title: '措施', items: { type: 'string', oneOf: [{ const: 'p', title: '一' }, { const: 'q', title: '二' }] } },
}
const more: Record<string, Element> = {
  spending: { type: 'number', title: '本年支出', 'x-decimals': 2, minimum: 0, maximum: 1e8 }, before: { type: 'number', title: '上年支出', 'x-decimals': 2, minimum: 1, maximum: 1e8 }, day: { type: 'string', format: 'date', title: '日期' }, word: { type: 'string', title: '文字' },
  schools: { type: 'array', title: '学校', items: { type: 'object', properties: { pupils: { type: 'integer', title: '人数', minimum: 0, maximum: 5000 } } } },
}
const domains: Record<string, unknown[]> = { day: ['2024-12-31', '2025-01-01', '2025-01-02'], x: [0, 1, 2, 3], y: [0, 0.1, 0.2, 0.3, 0.4], b: [true, false], c: ['k', 'l'], m: [[], ['p'], ['q'], ['p', 'q']] }
const every = Object.entries(domains).reduce<Record<string, unknown>[]>((list, [id, values]) => list.flatMap((one) => values.map((value) => ({ ...one, [id]: value }))), [{}])

interface Linted { framework: Framework; compiled: Compiled; found: Finding[] }
function linted(rubric: Rubric, calculations: Record<string, Rule> = {}): Linted {
  const framework = frameworkOf([pointOf('p', rubric, {
    schema: { type: 'object', required: Object.keys({ ...fields, ...more }), properties: { ...fields, ...more } },
    calculations: Object.fromEntries(Object.entries(calculations).map(([id, rule]) => [id, { title: id, rule }])),
  })])
  const { compiled, issues } = compile(framework)
  if (!compiled || issues.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(issues))
  return { framework, compiled, found: lint(compiled) }
}
const criteria = (...rules: Rule[]): Rubric => ({ scale: 's', method: 'criteria', criteria: rules.map((levelIf, i) => ({ level: 'abcd'[i] ?? 'd', levelIf })) })
const of = ({ found }: Linted, ...codes: string[]): Finding[] => found.filter(({ code }) => codes.includes(code))
const codesAt = ({ compiled }: Linted, { reproduction = {} }: Finding): string[] => {
  const answers = Object.fromEntries(Object.entries(reproduction).filter(([id]) => !id.includes('.')))
  const previous = Object.fromEntries(Object.entries(reproduction).flatMap(([id, value]) => (id.startsWith('previous.') ? [[id.slice(9), value]] : [])))
  return evaluate(compiled, { answers, previous }).nodes['p']?.issues.map(({ code }) => code) ?? []
}

const atom: fc.Arbitrary<Rule> = fc.oneof(
  fc.tuple(fc.constantFrom('>=', '<', '==', '>', '<=', '!='), fc.integer({ min: -1, max: 6 })).map(([operator, n]): Rule => ({ [operator]: [v('x'), n] })),
  fc.tuple(fc.constantFrom('>=', '<'), fc.integer({ min: 0, max: 9 })).map(([operator, n]): Rule => ({ [operator]: [v('y'), n / 20] })),
  fc.tuple(fc.constantFrom('>', '<='), fc.integer({ min: 0, max: 9 })).map(([operator, n]): Rule => ({ [operator]: [{ '+': [v('x'), { '*': [v('y'), 10] }] }, n] })),
  fc.constantFrom<Rule>(v('b'), { '>': [v('day'), '2025-01-01'] }, { '<=': [v('day'), '2025-01-01'] }, { '==': [v('c'), 'k'] }, { in: ['p', v('m')] }, { in: [v('c'), ['k', 'l']] }, { '<=': [1, v('x'), 3] }, { '>': [v('x'), v('y')] }, { '>=': [{ '-': [v('y'), v('x')] }, 0] }, { kOfN: [2, [v('b'), { '>': [v('x'), 2] }, { '==': [v('c'), 'l'] }]] }),
)
const condition: fc.Arbitrary<Rule> = fc.oneof(atom, fc.tuple(fc.constantFrom('and', 'or'), atom, atom).map(([operator, a, b]): Rule => ({ [operator]: [a, b] })), atom.map((a): Rule => ({ '!': [a] })), fc.tuple(atom, atom, atom).map((parts): Rule => ({ if: parts })))
const limit = fc.tuple(condition, fc.constantFrom('a', 'b', 'c', 'd')).map(([when, level]): Limit[] => [{ id: `k${level}`, title: '限', when, level }])

describe('against every answer there is', () => {
  test('gaps and overlaps are found where there are any and nowhere else, on answers that show them', () => {
    fc.assert(fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), fc.constantFrom<'first' | 'unique'>('first', 'unique'), (rules, policy) => {
      const made = linted({ ...criteria(...rules), policy })
      const outcomes = every.map((answers) => evaluate(made.compiled, { answers }).nodes['p']!)
      for (const [code, issue] of [['rubric.gap', 'rubric.none'], ['rubric.overlap', 'rubric.several']] as const) {
        const own = of(made, code)
        expect(own.length > 0, code).toBe(outcomes.some(({ issues }) => issues.some((one) => one.code === issue)))
        for (const one of own) {
          expect(one.params?.['proven']).toBe(true)
          expect(codesAt(made, one)).toContain(issue)
        }
      }
    }), { numRuns: 50 })
  })
  test('what is called unreachable or idle is so', () => {
    const method = fc.oneof(fc.array(condition, { minLength: 1, maxLength: 3 }).map((rules): Rubric => ({ ...criteria(...rules), otherwise: 'd' })), fc.constant<Rubric>({ scale: 's', method: 'bands', value: { '-': [v('x'), v('y')] }, bands: [{ level: 'd' }, { level: 'c', from: 1 }, { level: 'b', from: 3 }, { level: 'a', from: 5 }] }))
    fc.assert(fc.property(method, limit, limit, limit, limit, (rubric, cap, cap2, floor, veto) => {
      const limits = { cap: [...cap, ...cap2.map((one) => ({ ...one, id: `${one.id}2` }))], floor, veto }
      const made = linted({ ...rubric, ...limits })
      const levels = (one: Compiled): (string | undefined)[] => every.map((answers) => evaluate(one, { answers }).nodes['p']?.level)
      const all = levels(made.compiled)
      for (const { params, path } of of(made, 'rubric.unreachable')) if (!path.includes('criteria')) expect(all).not.toContain(String(params?.['level']).toLowerCase())
      const idle = of(made, 'lint.idleLimit', 'lint.deadLimit')
      for (const { fix } of idle) expect(levels(compile(applyFix(made.framework, fix?.edits ?? [])).compiled!)).toEqual(all)
    }), { numRuns: 40 })
  })
})

describe('a gap no enumeration of fields shows', () => {
  test.each<[string, Rubric, Record<string, Rule>]>([
    ['in a calculation', criteria({ '>=': [v('rate'), 5] }, { '>=': [v('rate'), 3] }, { '<': [v('rate'), 2] }), { rate: { growth: [v('spending'), v('before')] } }],
    ['against last year', criteria({ '>': [v('spending'), v('previous.spending')] }, { '<': [v('spending'), v('previous.spending')] }), {}],
    ['against last year, where this year is one of few', criteria({ '>': [v('x'), v('previous.x')] }, { '<': [{ '+': [v('x'), 1] }, v('previous.x')] }), {}],
    ['in the number of rows', criteria({ '>=': [{ count: [v('schools')] }, 3] }, { '<=': [{ count: [v('schools')] }, 1] }), {}],
    ['in a column', criteria({ '>=': [{ sum: [{ map: [v('schools'), v('pupils')] }] }, 1000] }, { '<': [{ sum: [{ map: [v('schools'), v('pupils')] }] }, 1] }), {}],
    ['on a day', criteria({ '>=': [v('day'), '2025-01-01'] }, { '<': [v('day'), '2024-12-31'] }), {}],
    ['in a text', criteria({ '==': [v('word'), '甲'] }, { '==': [v('word'), '乙'] }), {}],
  ])('%s is shown on answers', (_, rubric, calculations) => {
    const made = linted(rubric, calculations)
    const [gap] = of(made, 'rubric.gap')
    expect(gap).toMatchObject({ severity: 'error', params: { proven: true } })
    expect(codesAt(made, gap!)).toContain('rubric.none')
  })
  test('where no answers are found it is not proven, and says so', () => {
    const [gap] = of(linted(criteria({ '>=': [{ mean: [{ map: [v('schools'), v('pupils')] }] }, 1237] }, { '<': [{ mean: [{ map: [v('schools'), v('pupils')] }] }, 1236] })), 'rubric.gap')
    expect(gap).toMatchObject({ severity: 'warning', params: { proven: false } })
    expect(gap?.reproduction).toBeUndefined()
    expect(messageOf(gap!, 'zh')).toBe('没有等级符合的情形：平均值(学校.人数) = 1236（未证明：没有找到这样的答案，也不能排除）')
    expect(messageOf(gap!, 'en')).toContain('not proven')
  })
  test.each<[string, Rubric]>([
    ['two ways to say the same', criteria({ '>=': [v('spending'), v('before')] }, { '>': [v('before'), v('spending')] })],
    ['a difference', criteria({ '>=': [{ '-': [v('spending'), v('before')] }, 0] }, { '<': [v('spending'), v('before')] })],
    ['neighbouring numbers that can be entered', criteria({ '>=': [v('y'), 0.3] }, { '<=': [v('y'), 0.2] })],
    ['from … to', criteria({ '<=': [2, v('x'), 5] }, { '<': [v('x'), 2] })],
  ])('no gap: %s', (_, rubric) => expect(of(linted(rubric), 'rubric.gap')).toEqual([]))
})

describe('limits', () => {
  const base = criteria({ '>=': [v('x'), 3] }, { '>=': [v('x'), 2] }, { '<': [v('x'), 2] })
  const limits = (...list: [Rule, string][]): Limit[] => list.map(([when, level], i) => ({ id: `k${i}`, title: `限${i}`, when, level }))
  test.each<[string, Partial<Rubric>, string, string]>([
    ['a cap where the level is never above', { cap: limits([{ '<': [v('x'), 2] }, 'b']) }, 'lint.idleLimit', 'cap/0/level'],
    ['a cap on what cannot be', { cap: limits([{ and: [{ '>': [v('x'), 2] }, { '<': [v('x'), 2] }] }, 'b']) }, 'lint.deadLimit', 'cap/0'],
    ['a cap under a harder one', { cap: limits([v('b'), 'c'], [{ and: [v('b'), { '>': [v('x'), 2] }] }, 'b']) }, 'lint.idleLimit', 'cap/1/level'],
    ['the same veto twice', { veto: limits([v('b'), 'd'], [v('b'), 'd']) }, 'lint.idleLimit', 'veto'],
    ['a floor where the level is never below', { floor: limits([{ '>=': [v('x'), 2] }, 'b']) }, 'lint.idleLimit', 'floor/0/level'],
    ['a cap that takes the best level away', { cap: limits([{ '>=': [v('x'), 3] }, 'b']) }, 'rubric.unreachable', 'rubric'],
  ])('%s', (_, patch, code, place) => {
    const found = of(linted({ ...base, ...patch }), code)
    expect(found.some(({ path }) => path.includes(place))).toBe(true)
  })
})

test('calculations that read the one before twice are followed once', () => {
  const chain = Object.fromEntries(Array.from({ length: 90 }, (_, i): [string, Rule] => [`d${i}`, i === 0 ? v('x') : { '+': [{ '/': [v(`d${i - 1}`), 2] }, { '/': [v(`d${i - 1}`), 2] }] }]))
  const made = linted(criteria({ '>=': [v('d89'), 2] }, { '<': [v('d89'), 1] }), chain)
  expect(of(made, 'rubric.gap')[0]?.reproduction).toEqual({ x: 1 })
  expect(supply(made.compiled, { answers: {} }, 'p')?.needs).toMatchObject([{ id: 'x', alone: 'always' }])
})
