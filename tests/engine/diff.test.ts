import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply } from '../../engine/apply.ts'
import { diff, reverse, same, type Change } from '../../engine/diff.ts'
import type { Framework } from '../../schemas/index.ts'
import { frameworks } from './frameworks.ts'

const sorted = (changes: Change[]): unknown[] =>
  changes.map((change) => ({ ...change, code: 0, title: 0, parts: change.parts.toSorted((a, b) => (a.path < b.path ? -1 : 1)) })).toSorted((a, b) => (`${a.entity}${a.id}` < `${b.entity}${b.id}` ? -1 : 1))

test('nothing differs from itself', () => {
  fc.assert(fc.property(frameworks, (a) => diff(a, structuredClone(a)).length === 0))
})

test('the way back is the reverse', () => {
  fc.assert(fc.property(frameworks, frameworks, (a, b) => same(sorted(diff(b, a)), sorted(reverse(diff(a, b))))))
})

test('applying the difference gives the later edition', () => {
  fc.assert(fc.property(frameworks, frameworks, (a, b) => same(apply(a, diff(a, b)), b)), { numRuns: 2000 })
})

const base: Framework = {
  format: 'yardstick/framework@1', id: 'f', edition: '2025', title: '体系', tiers: [{ id: 'point', title: '评价要点' }],
  elements: { n: { type: 'number', title: '数' } },
  parameters: { line: { title: '线', value: 3, basis: { kind: 'proposal' } } },
  scales: {},
  indicators: [{ id: 'a', code: '1', title: '甲', weight: 1, evaluationPoints: [
    { id: 'p', code: '1.1', title: '要点', requirement: '要求', schema: { type: 'object', properties: {} }, calculations: { c: { title: '算', rule: { '+': [1, 2] } }, basis: { title: '基数', rule: 1 } }, rubric: { method: 'narrative' } },
    { id: 'q', code: '1.2', title: '要点二', requirement: '要求二', schema: { type: 'object', properties: {} }, rubric: { method: 'narrative' } },
  ] }],
}
const edited = (edit: (copy: Framework) => void): Change[] => {
  const copy = structuredClone(base)
  edit(copy)
  return diff(base, copy)
}
const [a0, p0] = [(f: Framework) => f.indicators[0]!, (f: Framework) => f.indicators[0]!.evaluationPoints![0]!]

test.each<[string, (copy: Framework) => void, string, string[]]>([
  ['a new code and title are text', (f) => Object.assign(p0(f), { code: '9.9', title: '新题' }), 'point:p', ['text']],
  ['a threshold is a rule', (f) => { f.parameters['line']!.value = 3.5 }, 'parameter:line', ['rule']],
  ['a calculation is a rule', (f) => { p0(f).calculations!['c']!.rule = { '+': [1, 3] } }, 'point:p', ['rule']],
  ['a calculation called like a text is still a rule', (f) => { p0(f).calculations!['basis']!.rule = 2 }, 'point:p', ['rule']],
  ['a unit is form', (f) => { f.elements['n']!['x-unit'] = '元' }, 'element:n', ['form']],
  ['a weight is a weight', (f) => { a0(f).weight = 2 }, 'indicator:a', ['weight']],
  ['another method is rubric', (f) => { p0(f).rubric = { method: 'judged' } }, 'point:p', ['rubric']],
  ['descriptors are text', (f) => { p0(f).rubric = { method: 'narrative', descriptors: { x: '好' } } }, 'point:p', ['text']],
  ['another order is structure of the parent', (f) => void a0(f).evaluationPoints!.reverse(), 'indicator:a', ['structure']],
])('%s', (_, edit, entity, effects) => {
  const changes = edited(edit)
  expect(changes.map((change) => [`${change.entity}:${change.id}`, change.effects])).toEqual([[entity, effects]])
})
