import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile, coverage, proposeCases, runCases, type CaseProposal } from '../../engine/index.ts'
import type { EvaluationPoint, Framework } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

function proposed(point: EvaluationPoint): CaseProposal[] {
  const { compiled, issues } = compile(frameworkOf([point]))
  if (!compiled || issues.length > 0) throw new Error(JSON.stringify(issues))
  return proposeCases(compiled, point.id)
}
const of = (list: readonly CaseProposal[], name: string): unknown => list.find(({ example }) => example.name.includes(name))?.example
const determined = (level: string) => ({ status: 'determined', level })
const integer = (title: string, more: object = {}) => ({ type: 'integer' as const, title, minimum: 0, maximum: 1000, ...more })
const pass = { scale: 's', method: 'bands' as const, value: v('rate'), bands: [{ level: 'd' }, { level: 'a', from: 95 }] }

describe('a threshold', () => {
  test('on it, and one step of the declared decimals below and above', () => {
    const found = proposed(pointOf('p', bands(), { examples: [{ name: '高', answers: { pX: 95 }, expect: { status: 'determined', level: 'a' } }] }))
    expect(of(found, '恰为 60')).toMatchObject({ answers: { pX: 60 }, expect: determined('c') })
    expect(of(found, '略低于 60')).toMatchObject({ answers: { pX: 59.99 }, expect: determined('d') })
    expect(of(found, '略高于 60')).toMatchObject({ answers: { pX: 60.01 }, expect: determined('c') })
    expect(of(found, '略低于 80')).toMatchObject({ answers: { pX: 79.99 }, expect: determined('c') })
    expect(found.map(({ why }) => why).toSorted()).toEqual(['beside', 'beside', 'beside', 'beside', 'beside', 'beside', 'boundary', 'boundary', 'boundary', 'empty', 'level', 'level', 'level'])
  })
  test('where a case stands already, none is proposed', () => {
    const cases = [59.99, 60, 60.01].map((pX) => ({ name: String(pX), answers: { pX }, expect: { status: 'determined' as const } }))
    expect(proposed(pointOf('p', bands(), { examples: cases })).filter(({ example }) => example.name.includes('60'))).toEqual([])
  })
  test('two numbers are moved where one alone does not reach it', () => {
    const found = proposed(pointOf('p', pass, {
      schema: { type: 'object', properties: { part: integer('达标数'), whole: integer('总数') } },
      calculations: { rate: { title: '达标率', unit: '%', rule: { share: [v('part'), v('whole')] } } },
      checks: [{ id: 'c', severity: 'error', message: '', fields: ['part'], rule: { '<=': [v('part'), v('whole')] } }],
      examples: [{ name: '少', answers: { part: 3, whole: 7 }, expect: { status: 'determined', level: 'd' } }],
    }))
    const on = of(found, '恰为 95') as { answers: { part: number; whole: number } }
    expect(on).toMatchObject({ expect: determined('a') })
    expect(on.answers.part * 100).toBe(on.answers.whole * 95)
    expect(of(found, '略低于 95')).toMatchObject({ expect: determined('d') })
    const above = (of(found, '略高于 95') as typeof on).answers
    expect(above.part).toBeLessThanOrEqual(above.whole)
  })
  test('rows of a table are moved', () => {
    const found = proposed(pointOf('p', { ...pass, value: v('total') }, {
      schema: { type: 'object', properties: { rows: { type: 'array', title: '学校', items: { type: 'object', properties: { name: { type: 'string', title: '校名' }, n: integer('数') } } } } },
      calculations: { total: { title: '合计', rule: { sum: [{ map: [v('rows'), v('n')] }] } } },
      examples: [{ name: '少', answers: { rows: [{ name: '甲', n: 20 }, { name: '乙', n: 30 }] }, expect: { status: 'determined', level: 'd' } }],
    }))
    expect(of(found, '恰为 95')).toMatchObject({ answers: { rows: [{ name: '甲', n: 65 }, { name: '乙', n: 30 }] }, expect: determined('a') })
    expect(of(found, '略低于 95')).toMatchObject({ answers: { rows: [{ n: 64 }, { n: 30 }] }, expect: determined('d') })
  })
})

test('a level nobody was judged to have is proposed as a judgement', () => {
  const found = proposed(pointOf('p', { scale: 's', method: 'judged' }, { examples: [{ name: '优', answers: { pX: 1 }, judgement: 'a', expect: { status: 'determined', level: 'a' } }] }))
  expect(found.filter(({ why }) => why === 'level').map(({ example }) => [example.judgement, example.expect])).toEqual(['b', 'c', 'd'].map((level) => [level, { status: 'determined', level }]))
})

test.each(['framework.json', 'framework-2026.json'])('%s: cases for every level, boundary and branch; what is proposed passes once accepted', (name) => {
  const document = JSON.parse(readFileSync(new URL(`../../schemas/shanghai/${name}`, import.meta.url), 'utf8')) as Framework
  const { compiled } = compile(document)
  if (!compiled) throw new Error(name)
  for (const { point, levels, boundaries } of coverage(compiled)) expect([levels.covered, boundaries.covered], point).toEqual([levels.all, boundaries.all])
  for (const { id, point } of compiled.points.slice(0, 12)) {
    const found = proposeCases(compiled, id)
    expect(found.filter(({ why }) => why === 'boundary' || why === 'level' || why === 'empty'), id).toEqual([])
    const accepted = compile(frameworkOf([{ ...point, examples: found.map(({ example }) => example) }], undefined, { elements: document.elements, parameters: document.parameters, scales: document.scales })).compiled
    expect(accepted && runCases(accepted).filter(({ pass }) => !pass)).toEqual([])
  }
})
