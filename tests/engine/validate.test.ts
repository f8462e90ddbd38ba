import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, explain, inputOf, logicBook, messageOf, validate } from '../../engine/index.ts'
import { en } from '../../engine/strings.en.ts'
import { zh } from '../../engine/strings.zh.ts'
import type { Framework, Submission } from '../../schemas/index.ts'
import { hostile } from './hostile.ts'
import { bands, frameworkOf, pointOf } from './sample.ts'

const number = { type: 'number', title: 'x' }
const sound = frameworkOf([pointOf('p', bands())])
const deep = (n: number): unknown => Array.from({ length: n }).reduce<unknown>((inner) => ({ '!': [inner] }), true)

describe('hostile documents', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'document.type'], ['a list', [], 'document.type'], ['a number', 7, 'document.type'],
    ['10,000 levels', { ...sound, indicators: deep(10_000) }, 'limit.depth'],
    ['a million items', { ...sound, tiers: Array.from({ length: 1_000_000 }, () => 0) }, 'limit.size'],
    ['a text of a megabyte', { ...sound, title: 'x'.repeat(1_000_000) }, 'limit.text'],
    ['__proto__', JSON.parse('{"format":"yardstick/framework@1","elements":{"__proto__":{"polluted":true}}}'), 'document.name'],
    ['constructor', { ...sound, elements: { constructor: { type: 'number', title: 'x' } } }, 'document.name'],
    ['a number that is none', { ...sound, parameters: { x: { title: 'x', value: NaN, basis: { kind: 'proposal' } } } }, 'document.number'],
    ['a reference to another host', { ...sound, indicators: [{ id: 'a', code: '1', title: 'a', evaluationPoints: [{ ...pointOf('p', bands()), schema: { type: 'object', properties: { x: { $ref: 'https://example.com/x' } } } }] }] }, 'document.pattern'],
    ['a pattern no single pass decides', { ...sound, elements: { x: { type: 'string', title: 'x', pattern: '^(a+)\\1$' } } }, 'document.patternUnsafe'],
    ['an unknown property', { ...sound, evil: true }, 'document.form'],
    ['half a character in a name', { ...sound, elements: { '\ud800': { type: 'number', title: 'x' } } }, 'document.name'],
    ['a value JSON cannot write', { ...sound, description: undefined }, 'document.value'],
    ['itself inside itself', Object.assign({ ...sound }, { get self() { return this } }), 'limit.depth'],
    ['9,000 elements, all wrong', { ...sound, elements: Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`e${i}`, { type: 'evil' }])) }, 'document.required'],
    ['9,000 unknown properties', { ...sound, ...Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`e${i}`, { a: 1, b: 2, c: 3 }])) }, 'document.form'],
  ])('%s has a code and a place, and breaks nothing', (_, document, code) => {
    const issues = validate('framework', document)
    expect(issues.map((one) => one.code)).toContain(code)
    expect(compile(document as Framework).compiled).toBeUndefined()
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  test.each(hostile.map(([name, code, make, path]) => ({ name, code, make, path })))('$name: refused by $code', ({ code, make, path }) => {
    const { compiled, issues } = compile(make())
    expect(issues.find((one) => one.code === code)?.path).toEqual(path ?? expect.any(String))
    expect(issues.length).toBeLessThanOrEqual(201)
    expect(compiled === undefined || issues.some(({ severity }) => severity === 'error')).toBe(true)
  })
  test('every mistake is named at once, each with its place', () => {
    const { tiers: _, ...rest } = sound
    const issues = validate('framework', { ...rest, evil: 1, elements: { Big: number, y: { ...number, type: 'odd' } }, indicators: [{ ...sound.indicators[0], code: 7 }, {}] })
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['document.required', ''], ['document.pattern', '/elements/Big'], ['document.enum', '/elements/y/type'], ['document.type', '/indicators/0/code'], ['document.required', '/indicators/1'], ['document.form', '/evil'],
    ])
  })
  test('no document of any shape makes compiling or evaluating throw', () => {
    const pieces = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom<unknown>(...Object.values(sound), sound.indicators[0]?.evaluationPoints))
    const documents = fc.oneof(fc.jsonValue(), fc.record(Object.fromEntries(Object.keys(sound).map((key) => [key, fc.oneof({ weight: 4, arbitrary: fc.constant((sound as unknown as Record<string, unknown>)[key]) }, { weight: 1, arbitrary: pieces })]))))
    fc.assert(fc.property(documents, fc.dictionary(fc.string(), fc.jsonValue()), (document, answers) => {
      const { compiled } = compile(document as unknown as Framework)
      if (compiled) evaluate(compiled, { answers })
    }), { numRuns: 3000 })
  })
})

describe('words', () => {
  test('an id that is also a word of ours stays as it is', () => {
    expect(messageOf({ code: 'lint.unusedElement', severity: 'warning', path: '/elements/score', params: { name: 'score' } })).toBe('要素“score”没有评价要点使用')
    expect(messageOf({ code: 'rubric.incomplete', severity: 'error', path: '/x', params: { part: 'score' } })).toBe('量规缺少得分规则')
  })
  test('every code the engine can give has words in both languages', () => {
    const folder = new URL('../../engine/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('strings'))
    const codes = new Set(sources.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'((?:answer|check|evidence|rubric|aggregation|reference|profile|document|limit|rule|lint)\.[a-z]\w*)'/g)].map((match) => match[1] ?? '')))
    const spoken = [...codes].filter((code) => !/^(limit|document|rule)\.(issues|nodes|depth)$/.test(code) && !['rule.name'].includes(code))
    expect(spoken.filter((code) => !(code in zh) || !(code in en)).filter((code) => !/\.(ts|rule|type|parts|node|source)$/.test(code))).toEqual([])
    expect(Object.keys(en)).toEqual(Object.keys(zh))
  })
  test('places are called by their titles', () => {
    const { compiled } = compile(sound)
    expect(messageOf({ code: 'answer.maximum', severity: 'error', path: '/answers/pX', params: { value: 2000, maximum: 1000, unit: '分' } }, 'zh', compiled)).toBe('甲数：2,000 大于最大值 1,000 分，请核对单位')
    expect(messageOf({ code: 'rule.name', severity: 'error', path: '/x', params: { name: 'spendign', suggestion: 'spending' } }, 'zh')).toBe('名称“spendign”不存在，是否为“spending”？')
  })
})

test('names every object has mean nothing special', () => {
  const evidence = ['constructor/keys', '__proto__/polluted', 'p/length'].map((requirement) => ({ requirements: [requirement] }))
  const { keys } = Object
  expect(inputOf({ answers: {}, judgements: {}, evidence } as unknown as Submission).evidence).toMatchObject({ p: { length: 1 } })
  expect(Object.keys).toBe(keys)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(messageOf({ code: 'toString', severity: 'info', path: '' }, 'zh')).toBe('toString')
  expect(messageOf({ code: 'rule.name', severity: 'error', path: '', params: { name: 'toString' } }, 'zh')).toBe('名称“toString”不存在')
  const { compiled } = compile(frameworkOf([pointOf('p', bands({ scale: 'toString', value: { var: 'params.toString' } }))], { method: 'lowest', scale: 'valueOf' }))
  const outcome = evaluate(compiled!, { answers: { pX: 1 }, evidence: {} })
  for (const id of compiled!.nodes.keys()) expect(() => explain(compiled!, { answers: { pX: 1 } }, outcome, id, 'zh')).not.toThrow()
  expect(() => logicBook(compiled!, 'zh')).not.toThrow()
})
