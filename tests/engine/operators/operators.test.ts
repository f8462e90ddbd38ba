import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../schemas/index.ts'
import { operators } from '../../../engine/operators/index.ts'
import { evaluateRule, type Types } from '../rule/evaluate.ts'

interface Case { rule: Rule; data?: Record<string, unknown>; types?: Types; expected: unknown; issues?: string[] }

const folder = new URL('.', import.meta.url)
const sources = readdirSync(new URL('../../../engine/operators/', folder)).filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''))
const tables = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''))

test('every operator has its table of cases', () => {
  expect(tables).toEqual(sources)
})

describe.each(tables)('%s', (name) => {
  const cases = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Case[]
  test.each(cases.map((one) => ({ ...one, title: JSON.stringify(one.rule) })))('$title', ({ rule, data, types, expected, issues = [] }) => {
    const result = evaluateRule(rule, data, types)
    expect({ value: result.value, issues: [...new Set(result.issues.map(({ code }) => code))] }).toEqual({ value: expected, issues })
  })
})

test('names people type are told apart', () => {
  const typed = [...operators.values()].flatMap(({ name, names }) => [...names.zh, ...names.en].map((word) => ({ name, word: word.toUpperCase() })))
  const twice = typed.filter(({ word, name }) => typed.some((other) => other.word === word && other.name !== name))
  expect(twice).toEqual([])
})
