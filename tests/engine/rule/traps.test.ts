import { readFileSync } from 'node:fs'
import jsonLogic from 'json-logic-js'
import { expect, test } from 'vitest'
import type { Rule } from '../../../schemas/index.ts'
import { evaluateRule, type Types } from './evaluate.ts'

interface Trap { name: string; rule: Rule; data: Record<string, unknown>; types?: Types; plain: unknown; expected: unknown; issue?: string }

const traps = JSON.parse(readFileSync(new URL('traps.json', import.meta.url), 'utf8')) as Trap[]

test.each(traps)('$name', ({ rule, data, types, plain, expected, issue }) => {
  const result = evaluateRule(rule, data, types)
  expect(result.value).toEqual(expected)
  if (issue !== undefined) expect(result.issues.map(({ code }) => code)).toContain(issue)
  expect(asJson(() => jsonLogic.apply(rule as jsonLogic.RulesLogic, data) as unknown)).toEqual(plain)
})

/** Infinity and NaN as text, an exception as its message. */
function asJson(run: () => unknown): unknown {
  try {
    const value = run()
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  } catch (error) {
    return `THROWS ${(error as Error).message}`
  }
}
