import { describe, expect, test } from 'vitest'
import { compile, evaluate, session } from '../../engine/index.ts'
import type { Framework, Rule } from '../../schemas/index.ts'
import { answersFor, workload } from '../bench/workload.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

const points = 20

describe('a whole evaluation comes to what a session comes to, value by value', () => {
  test.each([0, 0.05, 0.3, 0.9])('with %d of the answers missing', (absent) => {
    const { compiled } = compile(workload(points))
    if (!compiled) throw new Error('does not compile')
    for (let seed = 1; seed <= 25; seed++) {
      const answers = answersFor(points, seed, { absent, tied: seed % 5 === 0 })
      const open = session(compiled, { answers: {} })
      for (const [id, value] of Object.entries(answers)) open.set(id, value)
      const whole = evaluate(compiled, { answers })
      expect(open.outcome.nodes).toEqual(whole.nodes)
      expect(open.outcome.calculations).toEqual(whole.calculations)
      expect(open.outcome.issues).toEqual(whole.issues)
    }
  })
})

test('a range of scores stays exact from the points to the top', () => {
  const { compiled } = compile(workload(points))
  if (!compiled) throw new Error('does not compile')
  const answers = answersFor(points, 3)
  delete answers['part0']
  delete answers['now9']
  const { nodes } = evaluate(compiled, { answers })
  const ends = ([0, 1] as const).map((end) => {
    let [sum, groups] = [0, 0]
    for (let first = 0; first < points; first += 5, groups++) {
      let [group, weights] = [0, 0]
      for (let i = first; i < first + 5; i++) {
        const node = nodes[`p${i}`]
        group += (node?.scoreRange?.[end] ?? node?.score ?? NaN) * ((i % 3) + 1)
        weights += (i % 3) + 1
      }
      sum += group / weights
    }
    return sum / groups
  })
  expect(nodes['bench']?.status).toBe('undetermined')
  for (const end of [0, 1] as const) expect(nodes['bench']?.scoreRange?.[end]).toBeCloseTo(ends[end] ?? NaN, 10)
})

test('an outcome is a document: its parts are its own, and stay when others are made', () => {
  const { compiled } = compile(workload(points))
  if (!compiled) throw new Error('does not compile')
  const first = evaluate(compiled, { answers: answersFor(points, 1) })
  const second = evaluate(compiled, { answers: answersFor(points, 2) })
  expect(Object.keys(first)).toEqual(['format', 'framework', 'inputs', 'nodes', 'calculations', 'issues'])
  expect({ ...first }.nodes).toBe(first.nodes)
  expect(JSON.parse(JSON.stringify(first))).toEqual(JSON.parse(JSON.stringify(evaluate(compiled, { answers: answersFor(points, 1) }))))
  expect(first.calculations).not.toEqual(second.calculations)
})

test('a calculation that only names another leaves it its value', () => {
  const document: Framework = structuredClone(workload(1))
  const calculations: Record<string, Rule> = { sum: { '+': [{ var: 'part0' }, { var: 'whole0' }] }, same: { var: 'sum' }, again: { '+': [{ var: 'part0' }, { var: 'whole0' }] } }
  const point = document.indicators[0]?.evaluationPoints?.[0]
  if (point) point.calculations = { ...point.calculations, ...Object.fromEntries(Object.entries(calculations).map(([id, rule]) => [id, { title: id, rule }])) }
  const { compiled } = compile(document)
  if (!compiled) throw new Error('does not compile')
  expect(evaluate(compiled, { answers: { part0: 2, whole0: 5 } }).calculations).toMatchObject({ sum: 7, same: 7, again: 7 })
})

test('an edit works out what rests on it, through texts, rows and one another, and nothing else', () => {
  const rows: Framework['elements'][string] = { type: 'array', title: '表', items: { type: 'object', properties: { n: { type: 'number', title: '数' } } } }
  const calculations: Record<string, Rule> = {
    sum: { '+': [v('pX'), v('pY')] }, ratio: { '/': [v('sum'), v('qX')] }, label: { cat: ['和', v('sum')] },
    named: { '==': [v('label'), '和3'] }, total: { sum: [{ map: [v('rows'), v('n')] }] }, above: { '>': [v('total'), v('qX')] },
  }
  const { compiled, issues } = compile(frameworkOf([
    pointOf('p', bands({ value: v('ratio') }), { calculations: Object.fromEntries(Object.entries(calculations).map(([id, rule]) => [id, { title: id, rule }])) }),
    pointOf('q', bands({ value: v('qX') })), pointOf('r', bands({ value: v('total') }), { schema: { type: 'object', properties: { rows } } }),
  ]))
  if (!compiled) throw new Error(JSON.stringify(issues))
  const open = session(compiled, { answers: { pX: 1, pY: 1, qX: 4, rows: [{ n: 1 }, { n: 3 }] } })
  expect(open.set('pX', 2).calculations.toSorted()).toEqual(['label', 'named', 'ratio', 'sum'])
  expect(open.set('qX', 3).calculations.toSorted()).toEqual(['above', 'ratio'])
  expect(open.setCell('rows', 0, 'n', 0).calculations.toSorted()).toEqual(['above', 'total'])
  expect(open.set('qB', true).calculations).toEqual([])
  expect(open.setMany({ qX: 2, pY: 3 }).calculations.toSorted()).toEqual(['above', 'label', 'named', 'ratio', 'sum'])
  expect(open.outcome.calculations).toEqual({ sum: 5, ratio: 2.5, label: '和5', named: false, total: 3, above: true })
})
