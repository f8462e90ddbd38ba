import { expect, test } from 'vitest'
import { operators } from '../../../engine/operators/index.ts'
import type { Rule } from '../../../schemas/index.ts'
import { random, type Random } from '../../fuzz/random.ts'
import { evaluateRule } from './evaluate.ts'

const codes = (rule: unknown, data: Record<string, unknown> = {}): string[] => evaluateRule(rule as Rule, data).issues.map(({ code }) => code)
function nested(levels: number, wrap: (inner: Rule) => Rule, start: Rule = 1): Rule {
  let rule = start
  for (let i = 0; i < levels; i++) rule = wrap(rule)
  return rule
}
const items = Array.from({ length: 200 }, (_, i) => i)

test('5,000 levels', () => {
  expect(codes(nested(5000, (inner) => ({ '!': [inner] }), true))).toEqual(['limit.depth'])
  expect(codes(nested(5000, (inner) => [inner]))).toEqual(['limit.depth'])
})
test('more parts than anyone writes', () => {
  expect(codes({ '+': Array.from({ length: 100_000 }, () => 1) })).toEqual(['limit.size'])
})
test('names of prototypes', () => {
  expect(codes(JSON.parse('{"__proto__":[1]}'))).toEqual(['rule.operator'])
  for (const name of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) expect(codes({ [name]: [1] })).toEqual(['rule.operator'])
  for (const name of ['__proto__', 'constructor', 'constructor.name', 'toString', 'x.constructor']) expect(codes({ var: name }, { x: 1 })).toEqual(['rule.name'])
  expect(codes({ missing: ['__proto__'] })).toEqual(['rule.name'])
})
test('a text that doubles', () => {
  const doubled: Rule = { reduce: [{ var: 'items' }, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, '长文'] }
  expect(codes(doubled, { items })).toEqual(['limit.size'])
})
test('a number that squares', () => {
  const squared: Rule = { reduce: [{ var: 'items' }, { '*': [{ var: 'accumulator' }, { var: 'accumulator' }] }, 3] }
  expect(codes(squared, { items })).toEqual(['limit.size'])
})
test('a list that doubles', () => {
  const doubled: Rule = { reduce: [{ var: 'items' }, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] }
  expect(codes(doubled, { items })).toEqual(['limit.size'])
})
test('loops within loops', () => {
  const loops = nested(5, (inner) => ({ map: [{ var: 'items' }, inner] }), { '+': [1, 1] })
  expect(codes(loops, { items })).toEqual(['limit.steps'])
  const counting = nested(3, (inner) => ({ some: [{ var: 'items' }, inner] }), false)
  expect(codes(counting, { items })).toEqual(['limit.steps'])
})
test('loops within loops over the rows of a table', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => ({ x: i + 0.1 }))
  const within: Rule = { all: [{ var: 'rows' }, { '<': [{ sum: [{ map: [{ var: 'rows' }, { '-': [{ var: 'x' }, 1] }] }] }, 1e9] }] }
  for (const rule of [within, nested(4, (inner) => ({ none: [{ var: 'rows' }, inner] }), { '<': [{ var: 'x' }, 0] })]) {
    const { rule: made, frame, issues } = evaluateRule(rule, { rows })
    expect(made?.truth(frame)).toBe(1)
    expect(issues.map(({ code }) => code)).toEqual(['limit.steps'])
  }
})
test('rules that are no rules', () => {
  for (const rule of [{}, { a: 1, b: 2 }]) expect(codes(rule)).toEqual(['rule.shape'])
  for (const rule of [undefined, NaN, Infinity, () => 1, Symbol('x')]) expect(() => codes(rule)).not.toThrow()
  expect(codes({ '+': [1, NaN] })).toEqual(['rule.constant'])
})

test('20,000 rules of any shape on data of any kind: never a throw', () => {
  const names = [...operators.keys(), 'nosuch', '__proto__', '']
  const leaves = [null, true, false, 0, -1, 0.1, 1e300, 5e-324, '', 'n', 'list', 'rows.x', 'current', 'accumulator', '2024-02-30', '2024-02-29', '__proto__']
  const any = (draw: Random, depth: number): Rule => {
    if (depth === 0 || draw.chance(0.2)) return draw.pick(leaves.map((leaf) => [leaf]))[0] ?? null
    if (draw.chance(0.3)) return { var: draw.pick(['n', 'list', 'rows', 't', 'p', 'day', 'x', '', 'current.x', 'accumulator']) }
    if (draw.chance(0.15)) return Array.from({ length: draw.below(4) }, () => any(draw, depth - 1))
    return { [draw.pick(names)]: draw.chance(0.2) ? any(draw, depth - 1) : Array.from({ length: draw.below(4) }, () => any(draw, depth - 1)) }
  }
  const types = { n: 'number', t: 'text', p: 'boolean', day: 'date' } as const
  let ran = 0
  for (let seed = 1; seed <= 20_000; seed++) {
    const draw = random(seed)
    const rows = [{ x: 1, y: 'a' }, { x: null, y: null }]
    const given = { list: [1, 2, 3], rows, ...(draw.chance(0.5) ? { n: draw.pick([0, -1, 1e13, 0.1]), t: 'a', p: true, day: '2024-02-29' } : {}) }
    const { rule } = evaluateRule(any(draw, 4), given, types)
    if (rule) ran++
  }
  expect(ran).toBeGreaterThan(1000)
}, 60_000)
