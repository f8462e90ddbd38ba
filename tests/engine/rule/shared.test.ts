import { readFileSync } from 'node:fs'
import jsonLogic from 'json-logic-js'
import { expect, test } from 'vitest'
import type { Rule } from '../../../schemas/index.ts'
import { evaluateRule } from './evaluate.ts'

const cases = JSON.parse(readFileSync(new URL('shared.json', import.meta.url), 'utf8')) as { rule: Rule; data?: Record<string, unknown>; expected: unknown }[]

// The part of json-logic-js's shared suite that is well typed.
test.each(cases.map((one) => ({ ...one, title: JSON.stringify(one.rule) })))('$title', ({ rule, data = {}, expected }) => {
  expect(jsonLogic.apply(rule as jsonLogic.RulesLogic, data)).toEqual(expected)
  expect(evaluateRule(rule, data)).toMatchObject({ value: expected, issues: [] })
})
