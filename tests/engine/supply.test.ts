import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, supply, type Compiled, type Input } from '../../engine/index.ts'
import type { EvaluationPoint, Framework, Rubric, Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

const compiledOf = (...points: EvaluationPoint[]): Compiled => {
  const { compiled, issues } = compile(frameworkOf(points))
  if (!compiled || issues.length > 0) throw new Error(JSON.stringify(issues))
  return compiled
}
const criteria = (...list: [string, Rule][]): Rubric => ({ scale: 's', method: 'criteria', criteria: list.map(([level, levelIf]) => ({ level, levelIf })), otherwise: 'd' })

/** A point over small domains, so that every completion can be tried. */
const small = (rubric: Rubric): EvaluationPoint => pointOf('p', rubric, {
  schema: { type: 'object', properties: {
    x: { type: 'integer', title: '甲', minimum: 0, maximum: 5 }, y: { type: 'number', title: '乙', minimum: 0, maximum: 0.4, 'x-decimals': 1 }, b: { type: 'boolean', title: '有' },
    c: { type: 'string', title: '选', oneOf: [{ const: 'k', title: '甲' }, { const: 'l', title: '乙' }] },
  } },
})
const domains = { x: [0, 1, 2, 3, 4, 5], y: [0, 0.1, 0.2, 0.3, 0.4], b: [true, false], c: ['k', 'l'] }
type Name = keyof typeof domains

function* completions(answers: Record<string, unknown>): Generator<Record<string, unknown>> {
  const open = (Object.keys(domains) as Name[]).find((name) => answers[name] === undefined)
  if (open === undefined) yield answers
  else for (const value of domains[open]) yield* completions({ ...answers, [open]: value })
}

describe('what can still come out', () => {
  const atom: fc.Arbitrary<Rule> = fc.oneof(
    fc.tuple(fc.constantFrom('>=', '<', '=='), fc.integer({ min: 0, max: 6 })).map(([operator, n]): Rule => ({ [operator]: [v('x'), n] })),
    fc.integer({ min: 0, max: 4 }).map((n): Rule => ({ '>=': [v('y'), n / 10] })),
    fc.integer({ min: 0, max: 9 }).map((n): Rule => ({ '>': [{ '+': [v('x'), { '*': [v('y'), 10] }] }, n] })),
    fc.constantFrom<Rule>(v('b'), { '==': [v('c'), 'k'] }),
  )
  const condition = fc.oneof(atom, fc.tuple(fc.constantFrom('and', 'or'), atom, atom).map(([operator, a, b]): Rule => ({ [operator]: [a, b] })), atom.map((a): Rule => ({ '!': [a] })))
  const partial = fc.record({ x: fc.constantFrom(...domains.x), y: fc.constantFrom(...domains.y), b: fc.boolean(), c: fc.constantFrom(...domains.c) }, { requiredKeys: [] })
  test('exactly the levels that trying every completion gives, with answers that bring them about', () => {
    fc.assert(fc.property(condition, condition, condition, partial, (a, b, c, answers) => {
      const compiled = compiledOf(small(criteria(['a', a], ['b', b], ['c', c])))
      const { status } = evaluate(compiled, { answers }).nodes['p']!
      if (status !== 'undetermined') return
      const levelOf = (all: Record<string, unknown>): string | undefined => evaluate(compiled, { answers: all }).nodes['p']?.level
      const truth = new Set([...completions(answers)].map(levelOf))
      const found = supply(compiled, { answers }, 'p')!
      expect(new Set(found.reachable.map(({ level }) => level))).toEqual(truth)
      expect([found.exact, found.unproven]).toEqual([true, []])
      for (const { level, answers: more } of found.reachable) expect(levelOf({ ...answers, ...more })).toBe(level)
      for (const { id, alone } of found.needs) {
        const decided = domains[id as Name].map((value) => evaluate(compiled, { answers: { ...answers, [id]: value } }).nodes['p']?.status === 'determined')
        expect(alone, id).toBe(decided.every(Boolean) ? 'always' : decided.some(Boolean) ? 'sometimes' : 'never')
      }
    }), { numRuns: 150 })
  })
  test('supplying what is named decides the level, whatever the answers are', () => {
    fc.assert(fc.property(condition, condition, partial, partial, (a, b, answers, later) => {
      const compiled = compiledOf(small(criteria(['a', a], ['b', b])))
      const found = supply(compiled, { answers }, 'p')!
      const supplied = Object.fromEntries(found.needs.map(({ id }) => [id, later[id as Name] ?? domains[id as Name][0]]))
      if (found.needs.length > 0) expect(evaluate(compiled, { answers: { ...answers, ...supplied } }).nodes['p']?.status).toBe('determined')
    }), { numRuns: 150 })
  })
  test('numbers with endless values are solved for the ends of bands', () => {
    const compiled = compiledOf(pointOf('p', bands({ value: { '/': [{ '*': [v('pX'), 3] }, 7] } })))
    const found = supply(compiled, { answers: { pB: true } }, 'p')
    expect(found).toMatchObject({ exact: true, needs: [{ kind: 'field', id: 'pX', alone: 'always' }] })
    expect(found?.reachable.map(({ level }) => level)).toEqual(['a', 'b', 'c', 'd'])
  })
  test('levels the declared ends put out of reach are not shown as reachable', () => {
    const compiled = compiledOf(small(criteria(['a', { '>': [{ '+': [v('x'), 1] }, 6] }], ['b', { '>=': [v('x'), 3] }])))
    expect(supply(compiled, { answers: {} }, 'p')?.reachable.map(({ level }) => level)).toEqual(['b', 'd'])
  })
})

describe('what to supply first', () => {
  test('what decides alone comes first; what no longer matters is not named', () => {
    const compiled = compiledOf(small(criteria(['a', { and: [v('b'), { '>=': [v('x'), 9] }] }], ['b', { '>=': [v('x'), 2] }])))
    expect(supply(compiled, { answers: { b: false } }, 'p')?.needs).toEqual([{ kind: 'field', id: 'x', alone: 'always', left: 1 }])
    expect(supply(compiled, { answers: { b: false, x: 1 } }, 'p')).toEqual({ reachable: [{ level: 'd', answers: {} }], unproven: [], exact: true, needs: [] })
  })
  test('a judgement, and figures only the office has', () => {
    const judged: Rubric = { scale: 's', method: 'judged', cap: [{ id: 'k', title: '', when: { '<': [v('pX'), v('previous.pX')] }, level: 'c' }] }
    const found = supply(compiledOf(pointOf('p', judged)), { answers: {} }, 'p')
    expect(found?.needs.map(({ kind, id }) => [kind, id])).toContainEqual(['judgement', 'p'])
    expect(found?.needs.at(-1)).toEqual({ kind: 'given', id: 'previous.pX', alone: 'never', left: 4 })
    expect(found?.reachable).toContainEqual(expect.objectContaining({ level: 'd', judgement: 'd' }))
  })
  test('an id that is no point has no answer', () => expect(supply(compiledOf(pointOf('p', bands())), { answers: {} }, 'one')).toBeUndefined())
})

describe('the shipped framework', () => {
  const { compiled } = compile(JSON.parse(readFileSync(new URL('../../schemas/shanghai/framework.json', import.meta.url), 'utf8')) as Framework)
  test('for every point: what is reachable was possible, and comes out with the answers given', () => {
    for (const { id, point } of compiled!.points) {
      const previous = point.examples?.find((example) => example.previous)?.previous
      const input: Input = { answers: {}, ...(previous && { previous }) }
      const found = supply(compiled!, input, id)!
      const { possible } = evaluate(compiled!, input).nodes[id]!
      expect(found.reachable.length > 0, id).toBe(point.rubric.method !== 'narrative')
      for (const { level, answers, judgement } of found.reachable) {
        expect(possible, id).toContain(level)
        expect(evaluate(compiled!, { ...input, answers, ...(judgement !== undefined && { judgements: { [id]: { level: judgement } } }) }).nodes[id]?.level, id).toBe(level)
      }
    }
  })
})
