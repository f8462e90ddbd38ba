import fc from 'fast-check'
import jsonLogic from 'json-logic-js'
import { expect, test } from 'vitest'
import { compile, operations, operators, portability, type PlainEngine } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

const plain = jsonLogic as unknown as PlainEngine
const of = (rule: Rule, answers: Record<string, unknown>) => portability(compile(frameworkOf([pointOf('p', bands({ value: rule }), { examples: [{ name: '例', answers, expect: { status: 'determined' } }] })])).compiled!, plain)

test('rules with added operators are compared on the rest', () => {
  const found = of({ if: [{ '>=': [{ '*': [{ round: [v('pX'), 1] }, 0.1] }, 0.3] }, 1, 0] }, { pX: 3 })
  expect(found.operators).toEqual(['round'])
  expect(found.differences.filter(({ example }) => example !== undefined)).toEqual([])
  // 0.285 · 100 is 28.499999999999996 in doubles.
  expect(of({ if: [{ '>=': [{ '*': [{ abs: [0.285] }, v('pX')] }, 28.5] }, 1, 0] }, { pX: 100 }).differences).toContainEqual(expect.objectContaining({ plain: 0, own: 1, example: '例', input: { pX: 100 } }))
})
test('the engine forgets what it was lent', () => {
  of({ round: [v('pX'), 1] }, { pX: 3 })
  expect(() => jsonLogic.apply({ round: [1.25, 1] })).toThrow()
})
test('an operator the engine has of its own is compared, and stays', () => {
  jsonLogic.add_operation('share', () => 42)
  try {
    const found = of({ share: [v('pX'), 10] }, { pX: 3 })
    expect(found.differences).toContainEqual(expect.objectContaining({ plain: 42, own: 30 }))
    expect(jsonLogic.apply({ share: [1, 2] })).toBe(42)
  } finally {
    jsonLogic.rm_operation('share')
  }
})
test('for each rule the side taken on an unknown and the first other result', () => {
  const { differences } = of({ if: [{ '>=': [{ '*': [v('pY'), 100] }, 28.5] }, 1, 0] }, { pY: 0.285 })
  expect(differences.map(({ own, plain: other, example }) => [own, other, example === undefined])).toEqual([[null, 0, true], [1, 0, false]])
})
test('every added operator can be lent, and says there what it says here', () => {
  const lent = operations()
  expect(Object.keys(lent)).toContain('coefficientOfVariation')
  for (const name of Object.keys(lent)) expect(operators.has(name)).toBe(true)
  expect(lent['round']?.(1.005, 2)).toBe(1.01)
  expect(lent['kOfN']?.(2, [true, false, true])).toBe(true)
  expect(lent['count']?.([{ a: 1 }, { a: 2 }])).toBe(2)
  expect(lent['mean']?.([1, null])).toBeNull()
  expect(lent['daysBetween']?.('2025-01-01', '2025-01-31')).toBe(30)
  fc.assert(fc.property(fc.constantFrom(...Object.values(lent)), fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 }), (code, args) => {
    expect(() => code(...args)).not.toThrow()
  }), { numRuns: 500 })
})
