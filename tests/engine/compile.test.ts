import { expect, test } from 'vitest'
import { compile, evaluate, type Input } from '../../engine/index.ts'
import type { Aggregation, Element, EvaluationPoint, Framework, Profile, Rubric, Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

const codes = (framework: Framework, profile?: Profile): [string, string][] => compile(framework, profile).issues.map(({ code, path }) => [code, path])
const at = '/indicators/0/evaluationPoints/0'
const one = (rubric: Rubric, more: Partial<EvaluationPoint> = {}): Framework => frameworkOf([pointOf('p', rubric, more)])
const fields = (properties: EvaluationPoint['schema']['properties']): Partial<EvaluationPoint> => ({ schema: { type: 'object', properties: { ...pointOf('p', bands()).schema.properties, ...properties } } })
const whole = (aggregation: Aggregation): Framework => frameworkOf([pointOf('p', bands())], aggregation)
const number: Element = { type: 'number', title: '数' }

test.each<[string, Framework, string, string, Profile?]>([
  ['an element that does not exist', one(bands(), fields({ x: { $ref: '#/elements/x' } })), 'reference.element', `${at}/schema/properties/x`],
  ['a property called otherwise than its element', { ...one(bands(), fields({ x: { $ref: '#/elements/y' } })), elements: { y: number } }, 'reference.name', `${at}/schema/properties/x`],
  ['a layout of a field that does not exist', one(bands(), { layout: [{ field: 'nobody' }] }), 'reference.field', `${at}/layout/0/field`],
  ['two points of one id', frameworkOf([pointOf('p', bands()), { ...pointOf('q', bands({ value: v('qX') })), id: 'p' }]), 'reference.twice', '/indicators/0/evaluationPoints/1/id'],
  ['a local field called like an element', { ...one(bands()), elements: { pX: number } }, 'reference.twice', `${at}/schema/properties/pX`],
  ['calculations in a circle', one(bands(), { calculations: { a: { title: 'a', rule: { '+': [v('b'), 1] } }, b: { title: 'b', rule: { '+': [v('a'), 1] } } } }), 'reference.cycle', `${at}/calculations/a/rule`],
  ['fields that hide each other', one(bands(), { ...fields({ x: number, y: number }), layout: [{ field: 'x', visibleIf: { missing: ['y'] } }, { field: 'y', visibleIf: { missing: ['x'] } }] }), 'reference.veil', `${at}/layout/0/visibleIf`],
  ['a field that hides itself', one(bands(), { ...fields({ x: number }), layout: [{ field: 'x', visibleIf: { '>': [v('x'), 1] } }] }), 'reference.veil', `${at}/layout/0/visibleIf`],
  ['a scale that does not exist', one(bands({ scale: 'other' })), 'rubric.scale', `${at}/rubric/scale`],
  ['a level that does not exist', one(bands({ bands: [{ level: 'd' }, { level: 'z', from: 5 }] })), 'rubric.level', `${at}/rubric/bands/1/level`],
  ['bands without a value', one({ scale: 's', method: 'bands', bands: [{ level: 'd' }, { level: 'a', from: 1 }] }), 'rubric.incomplete', `${at}/rubric/value`],
  ['a second band without an end', one(bands({ bands: [{ level: 'd' }, { level: 'a' }] })), 'rubric.ends', `${at}/rubric/bands/1/from`],
  ['bands that descend', one(bands({ bands: [{ level: 'd' }, { level: 'b', from: 5 }, { level: 'a', from: 3 }] })), 'rubric.order', `${at}/rubric/bands/2/from`],
  ['a band of the whole that begins at a field', whole({ method: 'weightedMean', scale: 's', bands: [{ level: 'd' }, { level: 'a', from: v('pX') as never }] }), 'aggregation.end', '/aggregation/bands/1/from'],
  ['a profile of a point that does not exist', one(bands()), 'profile.point', '/profile/points', { points: ['p', 'nobody'] }],
  ['a weight of a node that does not exist', one(bands()), 'profile.weight', '/profile/weights', { weights: { nobody: { value: 2, reason: '' } } }],
  ['a parameter of another type', one(bands()), 'profile.parameter', '/profile/parameters/line', { parameters: { line: { value: 'much', reason: '' } } }],
])('%s', (_, framework, code, path, profile) => expect(codes(framework, profile)).toContainEqual([code, path]))

test('the sound sample has none of these', () => expect(codes(one(bands()))).toEqual([]))

test('a calculated column that reads itself', () => {
  const table: Element = { type: 'array', title: '表', items: { type: 'object', properties: { x: { ...number, 'x-calculation': { '+': [v('x'), 1] } } } } }
  expect(codes(one(bands({ value: { sum: [{ map: [v('t'), v('x')] }] } }), fields({ t: table }))).map(([code]) => code)).toContain('rule.circle')
})

const rowsOf = (name: string): Rule => ({ sum: [{ map: [v('t'), v(name)] }] })
const tableWith = (columns: Record<string, Element>): Element => ({ type: 'array', title: '表', items: { type: 'object', properties: columns } })

test.each<[string, Record<string, Element>, Record<string, Rule>]>([
  ['the column it sums', { total: number }, { total: rowsOf('total') }],
  ['a column of the rows it picks', { total: number, ok: { type: 'boolean', title: '是' } }, { picked: { filter: [v('t'), v('ok')] }, total: { sum: [{ map: [v('picked'), v('total')] }] } }],
  ['a column it gathers', { total: number }, { total: { reduce: [v('t'), { '+': [v('current.total'), v('accumulator')] }, 0] } }],
])('a calculation called like %s', (_, columns, calculations) => {
  const { compiled, issues } = compile(one(bands({ value: v('total') }), { ...fields({ t: tableWith(columns) }), calculations: Object.fromEntries(Object.entries(calculations).map(([id, rule]) => [id, { title: id, rule }])) }))
  expect(issues).toEqual([])
  expect(evaluate(compiled!, { answers: { t: [{ total: 40, ok: true }, { total: 50, ok: true }] } }).calculations['total']).toBe(90)
})

test('a calculation that sums a column worked out from a later one, and one that goes in a circle through a column', () => {
  const point = (rule: Rule): Framework => one(bands({ value: v('a') }), { ...fields({ t: tableWith({ n: number, x: { ...number, 'x-calculation': { '*': [v('n'), v('z')] } } }) }), calculations: { a: { title: 'a', rule: rowsOf('x') }, z: { title: 'z', rule } } })
  const { compiled, issues } = compile(point({ '+': [v('pX'), 1] }))
  expect(issues).toEqual([])
  expect(evaluate(compiled!, { answers: { pX: 9, t: [{ n: 4 }, { n: 5 }] } }).calculations['a']).toBe(90)
  expect(codes(point(rowsOf('x'))).map(([code]) => code)).toContain('reference.cycle')
})

const places: Readonly<Record<string, string>> = { 'a cell of another form': '/answers/t/1/x', 'a cell too long': '/answers/t/0/x', 'a cell left out': '/answers/t/0/x' }

test.each<[string, Element, unknown, string]>([
  ['a text too long', { type: 'string', title: '文', maxLength: 3 }, '四个汉字', 'answer.maxLength'],
  ['a text too short', { type: 'string', title: '文', minLength: 3 }, '字', 'answer.minLength'],
  ['a text of another form', { type: 'string', title: '文', pattern: '^\\d+$' }, '字', 'answer.pattern'],
  ['a table too long', { type: 'array', title: '表', maxItems: 1, items: { type: 'object', properties: { x: number } } }, [{ x: 1 }, { x: 2 }], 'answer.maxItems'],
  ['a table too short', { type: 'array', title: '表', minItems: 2, items: { type: 'object', properties: { x: number } } }, [{ x: 1 }], 'answer.minItems'],
  ['a cell of another form', { type: 'array', title: '表', items: { type: 'object', properties: { x: { type: 'string', title: '号', pattern: '^\\d+$' } } } }, [{ x: '1' }, { x: '字' }], 'answer.pattern'],
  ['a cell too long', { type: 'array', title: '表', items: { type: 'object', properties: { x: { type: 'string', title: '号', maxLength: 1 } } } }, [{ x: '12' }, { x: '1' }], 'answer.maxLength'],
  ['a cell left out', { type: 'array', title: '表', items: { type: 'object', required: ['x'], properties: { x: number } } }, [{}], 'answer.required'],
])('%s', (what, schema, value, code) => {
  const { compiled, issues } = compile(one(bands(), fields({ t: schema })))
  expect(issues).toEqual([])
  const input: Input = { answers: { t: value, pX: 90 } }
  expect(evaluate(compiled!, input).nodes['p']).toMatchObject({ level: 'a', issues: [{ code, path: places[what] ?? '/answers/t' }] })
})

test.each<[string, Aggregation, Record<string, unknown>, string]>([
  ['a child that cannot be judged', { method: 'lowest', scale: 's' }, {}, 'aggregation.child'],
  ['a geometric mean of a zero', { method: 'geometric' }, { pX: 0 }, 'aggregation.positive'],
  ['a comparison that needs the cohort', { method: 'copeland' }, { pX: 90 }, 'aggregation.cohort'],
])('%s', (_, aggregation, answers, code) => {
  const rubric: Rubric = code === 'aggregation.child' ? bands({ value: v('nobody') }) : code === 'aggregation.positive' ? { method: 'score', score: v('pX') } : bands()
  const { compiled } = compile(frameworkOf([pointOf('p', rubric)], aggregation))
  expect(evaluate(compiled!, { answers }).nodes['one']?.issues.map((issue) => issue.code)).toContain(code)
})

const chain = (length: number, next: (before: Rule) => Rule): Framework =>
  one(bands({ value: v(`c${length - 1}`) }), { calculations: Object.fromEntries(Array.from({ length }, (_, i) => [`c${i}`, { title: 'c', rule: i === 0 ? v('pX') : next(v(`c${i - 1}`)) }])) })

test('calculations that read the one before twice double nothing but their value', () => {
  const { compiled, issues } = compile(chain(100, (before) => ({ '-': [{ '*': [before, 2] }, before] })))
  expect(issues).toEqual([])
  expect(evaluate(compiled!, { answers: { pX: 80 } }).nodes['p']).toMatchObject({ level: 'b', value: 80 })
})
test('calculations that rest on more than a hundred others are refused with their place, in either order', () => {
  expect(codes(chain(500, (before) => ({ '+': [before, 1] })))[0]).toEqual(['reference.chain', `${at}/calculations/c100/rule`])
  const turned = chain(500, (before) => ({ '+': [before, 1] }))
  const [point] = turned.indicators[0]!.evaluationPoints!
  point!.calculations = Object.fromEntries(Object.entries(point!.calculations!).toReversed())
  expect(codes(turned).map(([code]) => code)).toContain('reference.chain')
})
