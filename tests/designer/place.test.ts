import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operandOf, setPart, shapeOf } from '../../designer/rules/place.ts'
import type { Rule } from '../../schemas/index.ts'

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constantFrom('a', 'b').map((name): Rule => ({ var: name }))),
    fc.tuple(fc.constantFrom('and', 'or', '>=', '<', '==', 'if', '+', 'map', '!'), fc.array(tie('rule'), { maxLength: 4 })).map(([operator, operands]): Rule => ({ [operator]: operands })),
    tie('rule').map((rule): Rule => ({ '!': rule })),
  ),
}))

/** What the rows do when every part is edited to itself. */
function through(rule: Rule): Rule {
  const shape = shapeOf(rule)
  switch (shape.kind) {
    case 'group': return shape.parts.reduce<Rule>((whole, part, i) => {
      const now = shapeOf(whole)
      return now.kind === 'group' ? (setPart(now.operator, now.parts, i, through(part)) ?? whole) : whole
    }, rule)
    case 'comparison': return { [shape.operator]: [operandOf(shape.left).kind === 'other' ? shape.left : shape.left, shape.right] }
    case 'other': return rule
  }
}

test('a rule looked at in rows, part by part, is the same bytes', () => {
  fc.assert(fc.property(rules, (rule) => JSON.stringify(through(rule)) === JSON.stringify(rule)), { numRuns: 5000 })
})

test('replacing one part leaves every other part the very same object', () => {
  const parts: Rule[] = [{ '>=': [{ var: 'a' }, 1] }, { if: [{ var: 'b' }, 1, 2] }, { or: [true, false] }]
  const whole = setPart('and', parts, 0, false)
  const next = whole !== undefined ? shapeOf(whole) : undefined
  expect(next?.kind === 'group' && next.parts[1]).toBe(parts[1])
  expect(next?.kind === 'group' && next.parts[2]).toBe(parts[2])
})

test('a group of one dissolves when its neighbour is removed', () => {
  expect(setPart('and', [true, { var: 'a' }], 0, undefined)).toEqual({ var: 'a' })
  expect(setPart('and', [true], 0, undefined)).toBeUndefined()
})
