import fc from 'fast-check'
import jsonLogic from 'json-logic-js'
import { describe, expect, test } from 'vitest'
import { compute, prepare } from '../../fuzz/differ.ts'
import { sample, type Options } from '../../fuzz/generate.ts'
import { random } from '../../fuzz/random.ts'
import { data as dataOf, reference } from '../../fuzz/reference.ts'

/** Runs a seed's rules through both engines; returns how many there were and how often plain JSON-Logic was wrong. */
function compare(seed: number, options: Options): { rules: number; wrong: number } {
  const drawn = sample(random(seed), { ...options, portable: true })
  const prepared = prepare(drawn)
  compute(prepared, 'closures')
  let wrong = 0
  for (const [i, rule] of prepared.rules.entries()) {
    const source = drawn.rules[i] ?? null
    const ours = rule.value(prepared.frame) ?? null
    const theirs: unknown = jsonLogic.apply(source as jsonLogic.RulesLogic, drawn.data)
    if (JSON.stringify(ours) === JSON.stringify(theirs)) continue
    // only rounding (or dividing by zero) may separate them, and then exact fractions are on our side
    const exact = dataOf(reference(source, { data: drawn.data, rows: [] }))
    expect(ours, JSON.stringify({ seed, source, theirs, data: drawn.data })).toEqual(exact)
    wrong++
  }
  return { rules: prepared.rules.length, wrong }
}

describe('on complete, well-typed data a rule means what json-logic-js says', () => {
  test('always, where doubles need not round (whole numbers, no division)', () => {
    let rules = 0
    fc.assert(fc.property(fc.integer(), (seed) => {
      const result = compare(seed, { wholeNumbers: true })
      rules += result.rules
      expect(result.wrong).toBe(0)
    }), { numRuns: 12_500 })
    expect(rules).toBe(50_000)
  }, 120_000)

  test('elsewhere too, unless an exact reference takes our side', () => {
    let [rules, wrong] = [0, 0]
    fc.assert(fc.property(fc.integer(), (seed) => {
      const result = compare(seed, {})
      rules += result.rules
      wrong += result.wrong
    }), { numRuns: 12_500 })
    expect(rules).toBe(50_000)
    expect(wrong / rules).toBeLessThan(0.15)
  }, 120_000)
})
