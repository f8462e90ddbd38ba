import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, lint } from '../../engine/index.ts'
import { numberAt, onGrid, stepsTo } from '../../engine/grid.ts'
import { numbersAround } from '../../engine/lint/regions.ts'
import type { Element, Rubric, Rule } from '../../schemas/index.ts'
import { frameworkOf, pointOf, v } from './sample.ts'

const decimals = fc.integer({ min: 0, max: 4 })
/** Any number that can be entered: up to 10^13 with two decimals. */
const onAny = decimals.chain((places) => fc.record({ places: fc.constant(places), steps: fc.maxSafeInteger().filter((steps) => Math.abs(steps) <= 1e15) }))

test('a number that can be entered is as many steps from 0 as it is written, and the next is above it', () => {
  fc.assert(fc.property(onAny, ({ places, steps }) => {
    const written = Number(`${steps}e-${places}`)
    expect([numberAt(steps, places), stepsTo(written, places), onGrid(written, places)]).toEqual([written, steps, true])
    expect(stepsTo((written + numberAt(steps + 1, places)) / 2, places)).toBe(steps)
    expect(numberAt(steps + 1, places)).toBeGreaterThan(written)
  }))
})

describe('for every threshold there is a value on it and on each side of it within the limits', () => {
  test('of numbers with so many decimals', () => {
    fc.assert(fc.property(onAny, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), ({ places, steps }, below, above) => {
      const [at, low, high] = [steps, steps - below, steps + above].map((one) => numberAt(one, places)) as [number, number, number]
      const found = numbersAround([at], [low, high], places)
      expect([found.some((x) => x < at), found.includes(at), found.some((x) => x > at)]).toEqual([below > 0, true, above > 0])
      expect(found.every((x) => x >= low && x <= high && onGrid(x, places))).toBe(true)
    }))
  })
  test('of numbers with any', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 }), (thresholds) => {
      const found = numbersAround(thresholds, [-Infinity, Infinity], undefined)
      const turns = [...new Set(thresholds)].toSorted((a, b) => a - b)
      for (const [i, turn] of turns.entries()) {
        const next = turns[i + 1] ?? Infinity
        expect(found).toContain(turn)
        const between = next === Infinity ? turn < Number.MAX_VALUE / 2 : turn + (next / 2 - turn / 2) > turn && turn + (next / 2 - turn / 2) < next
        if (between) expect(found.some((x) => x > turn && x < next), `${turn} … ${next}`).toBe(true)
      }
    }))
  })
  test('neighbours leave none between them', () => expect(numbersAround([0.29, 0.3], [0, 1], 2)).toEqual([0, 0.29, 0.3, 0.31]))
})

describe('large amounts', () => {
  const element = (type: 'number' | 'integer', places?: number): Element => ({ type, title: '支出', minimum: 0, maximum: 1e13, ...(places !== undefined && { 'x-decimals': places }) })
  const found = (field: Element, rubric: Omit<Rubric, 'scale'>): string[] => {
    const { compiled, issues } = compile(frameworkOf([pointOf('p', { scale: 's', ...rubric }, { schema: { type: 'object', required: ['m', 'n'], properties: { m: field, n: { type: 'boolean', title: '有' } } } })]))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    return lint(compiled!).filter(({ code, params }) => code === 'lint.never' || code === 'rubric.gap' || params?.['level'] === '优').map(({ code }) => code)
  }
  const criteria = (otherwise: string | undefined, ...rules: Rule[]): Omit<Rubric, 'scale'> => ({ method: 'criteria', policy: 'first', criteria: rules.map((levelIf, i) => ({ level: 'abcd'[i] ?? 'd', levelIf })), ...(otherwise !== undefined && { otherwise }) })
  const m = v('m')
  test.each<[string, Element, Omit<Rubric, 'scale'>, string[]]>([
    ['above 10^10', element('number', 2), criteria('d', { '>': [m, 1e10] }, { '>': [m, 1e9] }), []],
    ['above 2 × 10^10, with more', element('number', 2), criteria('d', { and: [{ '>': [m, 2e10] }, v('n')] }, { '>=': [m, 1e9] }), []],
    ['whole numbers above 2 × 10^12', element('integer'), criteria('d', { '>': [m, 2e12] }), []],
    ['bands a cent wide', element('number', 2), { method: 'bands', value: m, bands: [{ level: 'd' }, { level: 'b', from: 1e10 }, { level: 'a', from: 10000000000.01 }] }, []],
    ['a cent nothing covers', element('number', 2), criteria(undefined, { '>=': [m, 10000000000.5] }, { '<': [m, 10000000000.49] }), ['rubric.gap']],
    ['not even a cent', element('number', 2), criteria(undefined, { '>=': [m, 10000000000.5] }, { '<=': [m, 10000000000.49] }), []],
    ['a limit at the very end', element('number', 2), criteria('d', { '>': [m, 9999999999999.99] }, { '>': [m, 1e9] }), []],
  ])('%s', (_, field, rubric, codes) => expect(found(field, rubric)).toEqual(codes))
})
