import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyFix, compile, lint, messageOf, type Finding } from '../../engine/index.ts'
import type { EvaluationPoint, Framework, Rubric, Rule } from '../../schemas/index.ts'

const v = (name: string): Rule => ({ var: name })
const base: Framework = {
  format: 'yardstick/framework@1', id: 'sample', edition: '1', title: '样例', tiers: [{ id: 'point', title: '评价要点' }],
  elements: {
    spending: { type: 'number', title: '本年支出', 'x-unit': '万元', 'x-decimals': 2, minimum: 0, maximum: 100000000 },
    before: { type: 'number', title: '上年支出', 'x-unit': '万元', 'x-decimals': 2, minimum: 1, maximum: 100000000 },
    salary: { type: 'number', title: '平均工资', 'x-unit': '元', 'x-decimals': 2, minimum: 0, maximum: 10000000 },
    students: { type: 'integer', title: '学生数', 'x-unit': '人', minimum: 1, maximum: 1000000 },
    teachers: { type: 'integer', title: '教师数', 'x-unit': '人', minimum: 0, maximum: 100000 },
    rate: { type: 'number', title: '达标率', 'x-unit': '%', 'x-decimals': 1, minimum: 0, maximum: 100 },
    planned: { type: 'boolean', title: '有规划' },
    stage: { type: 'string', title: '学段', oneOf: [{ const: 'a', title: '小学' }, { const: 'b', title: '初中' }] },
    measures: { type: 'array', title: '措施', items: { type: 'string', oneOf: [{ const: 'm', title: '甲' }, { const: 'n', title: '乙' }] } },
    schools: { type: 'array', title: '学校', items: { type: 'object', properties: { pupils: { type: 'integer', title: '人数', 'x-unit': '人', minimum: 0 }, area: { type: 'number', title: '面积', 'x-unit': '平方米', minimum: 0 } } } },
  },
  parameters: { line: { title: '增长线', value: 3, unit: '%', basis: { kind: 'proposal' } } },
  scales: { l3: { title: '三级', levels: [{ id: 'a', label: '优', score: 100, passing: true }, { id: 'b', label: '良', score: 80, passing: true }, { id: 'c', label: '差', score: 50 }] } },
  indicators: [{ id: 'one', code: '1', title: '一', evaluationPoints: [{
    id: 'p', code: '1.1', title: '要点', requirement: '要求',
    schema: { type: 'object', required: ['spending', 'before', 'salary', 'students', 'teachers', 'rate', 'planned', 'stage', 'measures', 'schools'], properties: Object.fromEntries(['spending', 'before', 'salary', 'students', 'teachers', 'rate', 'planned', 'stage', 'measures', 'schools'].map((id) => [id, { $ref: `#/elements/${id}` }])) },
    calculations: { growthRate: { title: '增长率', unit: '%', rule: { growth: [v('spending'), v('before')] } } },
    checks: [{ id: 'c1', severity: 'warning', message: '核对教师数', rule: { '<=': [v('teachers'), v('students')] } }],
    rubric: { scale: 'l3', method: 'criteria', policy: 'first', criteria: [
      { level: 'a', levelIf: { and: [{ '>=': [v('growthRate'), v('params.line')] }, { '==': [v('planned'), true] }] } },
      { level: 'b', levelIf: { '>=': [v('growthRate'), 0] } },
      { level: 'c', levelIf: { '<': [v('growthRate'), 0] } },
    ] },
  }] }],
}

type Plant = (point: EvaluationPoint, framework: Framework) => void
const rubric = (point: EvaluationPoint, patch: Partial<Rubric>): void => { point.rubric = { ...point.rubric, ...patch } }
const criteria = (...rules: Rule[]): Partial<Rubric> => ({ method: 'criteria', criteria: rules.map((levelIf, i) => ({ level: ['a', 'b', 'c'][i] ?? 'c', levelIf })) })
const calculation = (rule: Rule): Plant => (point) => { point.calculations = { ...point.calculations, extra: { title: '另算', rule } } }
const check = (rule: Rule): Plant => (point) => { point.checks = [...(point.checks ?? []), { id: 'c2', severity: 'warning', message: '请核对', rule }] }

/** One planted defect: its name, how it is planted, the code that must find it, and where. */
const defects: [string, Plant, string, RegExp][] = [
  ['a misspelt name', calculation({ '+': [v('spendign'), 1] }), 'rule.name', /extra/],
  ['a name from nowhere', calculation(v('weather')), 'rule.name', /extra/],
  ['a misspelt name in missing', calculation({ missing: ['spendign'] }), 'rule.name', /missing\/0/],
  ['a title instead of a name', calculation(v('本年支出')), 'rule.name', /extra/],
  ['a misspelt operator', calculation({ rond: [v('rate'), 0] }), 'rule.operator', /extra/],
  ['no option of a multiple choice', check({ in: ['zz', v('measures')] }), 'rule.option', /checks\/1/],
  ['a list with what is no option', check({ in: [v('stage'), ['a', 'zz']] }), 'rule.option', /checks\/1/],
  ['an unknown operator', calculation({ plus: [1, 2] }), 'rule.operator', /extra/],
  ['arithmetic on a choice', calculation({ '+': [v('stage'), 1] }), 'rule.type', /extra/],
  ['arithmetic on yes/no', calculation({ '*': [v('planned'), 2] }), 'rule.type', /extra/],
  ['a number as a condition', check(v('spending')), 'rule.condition', /checks\/1/],
  ['a number in an and', check({ and: [v('students'), true] }), 'rule.condition', /checks\/1/],
  ['texts put in order', check({ '>=': [v('stage'), 'a'] }), 'rule.type', /checks\/1/],
  ['an option that is none', check({ '==': [v('stage'), '高中'] }), 'rule.option', /checks\/1/],
  ['万元 against 元', check({ '>=': [v('spending'), v('salary')] }), 'lint.unit', /checks\/1/],
  ['万元 plus 元', calculation({ '+': [v('spending'), v('salary')] }), 'lint.unit', /extra/],
  ['people against square metres, row by row', calculation({ sum: [{ map: [v('schools'), { '-': [v('pupils'), v('area')] }] }] }), 'lint.unit', /extra/],
  ['a declared unit that is not the rule’s', (point) => { point.calculations!['growthRate']!.unit = '万元' }, 'lint.unit', /growthRate\/unit/],
  ['万元 or 元 by an if', calculation({ if: [v('planned'), v('spending'), v('salary')] }), 'lint.unit', /extra/],
  ['元 where 万元 is absent', calculation({ '??': [v('spending'), v('salary')] }), 'lint.unit', /extra/],
  ['a factor that leads elsewhere', check({ '>': [{ '*': [v('spending'), 100] }, v('salary')] }), 'lint.unit', /checks\/1/],
  ['万元 per head declared as 元', (point) => { point.calculations = { ...point.calculations, extra: { title: '人均', unit: '元/人', rule: { '/': [v('spending'), v('students')] } } } }, 'lint.unit', /extra\/unit/],
  ['a ratio against a percentage', check({ '>=': [{ '/': [v('teachers'), v('students')] }, v('params.line')] }), 'lint.unit', /checks\/1/],
  ['a band of 元 for 万元', (point, framework) => { framework.parameters['floor'] = { title: '底线', value: 5000, unit: '元', basis: { kind: 'proposal' } }; rubric(point, { method: 'bands', value: v('spending'), bands: [{ level: 'c' }, { level: 'b', from: v('params.floor') }, { level: 'a', from: 100000 }] }) }, 'lint.unit', /bands\/1/],
  ['bands of fractions for a percentage', (point) => rubric(point, { method: 'bands', value: v('rate'), bands: [{ level: 'c' }, { level: 'b', from: 0.6 }, { level: 'a', from: 0.9 }] }), 'lint.fraction', /bands/],
  ['a percentage against a fraction', check({ '>=': [v('rate'), 0.95] }), 'lint.fraction', /checks\/1/],
  ['a comparison that always holds', check({ '>=': [v('students'), 1] }), 'lint.always', /checks\/1/],
  ['a comparison that never holds', check({ '>': [v('rate'), 100] }), 'lint.never', /checks\/1/],
  ['a tautology', check({ '>=': [v('spending'), v('spending')] }), 'lint.same', /checks\/1/],
  ['a condition that reads nothing', check({ '>': [3, 2] }), 'lint.constant', /checks\/1/],
  ['the same condition twice', check({ and: [{ '>': [v('rate'), 5] }, { '>': [v('rate'), 5] }] }), 'lint.twice', /checks\/1/],
  ['a nested if that asks again', calculation({ if: [{ '>': [v('rate'), 5] }, 1, { '>': [v('rate'), 5] }, 2, 3] }), 'lint.branch', /extra/],
  ['a branch behind an always', calculation({ if: [{ '>=': [v('students'), 1] }, 1, { '>': [v('rate'), 5] }, 2, 3] }), 'lint.branch', /extra/],
  ['a divisor that may be zero', calculation({ '/': [v('students'), v('teachers')] }), 'lint.zero', /extra/],
  ['growth from what may be zero', calculation({ growth: [v('before'), v('spending')] }), 'lint.zero', /extra/],
  ['a divisor that is a difference', calculation({ '/': [1, { '-': [v('spending'), v('before')] }] }), 'lint.zero', /extra/],
  ['a level that waits for what nobody must fill in', (point) => { point.schema.required = point.schema.required!.filter((id) => id !== 'planned') }, 'lint.absent', /criteria\/0/],
  ['a level that turns on cells nobody must fill in', (point) => rubric(point, { ...criteria({ '>=': [{ sum: [{ map: [v('schools'), v('pupils')] }] }, 500] }), otherwise: 'c' }), 'lint.absentCell', /criteria\/0/],
  ['a misspelt name in a column worked out', (_, framework) => { framework.elements['schools']!.items!.properties!['twice'] = { type: 'number', title: '倍', 'x-calculation': { '*': [v('pupilz'), 2] } } }, 'rule.name', /twice\/x-calculation/],
  ['columns worked out in a circle', (_, framework) => { Object.assign(framework.elements['schools']!.items!.properties!, { one: { type: 'number', title: '一', 'x-calculation': v('two') }, two: { type: 'number', title: '二', 'x-calculation': v('one') } }) }, 'rule.circle', /one\/x-calculation/],
  ['a column measured otherwise than declared', (_, framework) => { framework.elements['schools']!.items!.properties!['each'] = { type: 'number', title: '均', 'x-unit': '万元', 'x-calculation': { '/': [v('area'), { '+': [v('pupils'), 1] }] } } }, 'lint.unit', /each\/x-calculation/],
  ['an element nobody asks for', (_, framework) => { framework.elements['idle'] = { type: 'number', title: '闲置' } }, 'lint.unusedElement', /idle/],
  ['a parameter nobody reads', (_, framework) => { framework.parameters['idle'] = { title: '闲置', value: 1, basis: { kind: 'proposal' } } }, 'lint.unusedParameter', /idle/],
  ['a scale nobody uses', (_, framework) => { framework.scales['idle'] = { title: '闲置', levels: [{ id: 'x', label: '甲' }] } }, 'lint.unusedScale', /idle/],
  ['calculations in a circle', (point) => { point.calculations = { ...point.calculations, x: { title: '甲', rule: v('y') }, y: { title: '乙', rule: v('x') } } }, 'reference.cycle', /calculations\/[xy]/],
  ['a gap between levels', (point) => rubric(point, criteria({ '>=': [v('rate'), 90] }, { '>=': [v('rate'), 80] }, { '<': [v('rate'), 79] })), 'rubric.gap', /criteria/],
  ['a gap exactly at a line', (point) => rubric(point, criteria({ '>': [v('rate'), 90] }, { and: [{ '<': [v('rate'), 90] }, { '>=': [v('rate'), 60] }] }, { '<': [v('rate'), 60] })), 'rubric.gap', /criteria/],
  ['a gap where yes/no and number meet', (point) => rubric(point, criteria({ and: [{ '>=': [v('rate'), 90] }, { '==': [v('planned'), true] }] }, { and: [{ '<': [v('rate'), 90] }, { '==': [v('planned'), true] }] }, { and: [{ '<': [v('rate'), 60] }, { '==': [v('planned'), false] }] })), 'rubric.gap', /criteria/],
  ['levels that overlap', (point) => rubric(point, { ...criteria({ '>=': [v('rate'), 85] }, { '>=': [v('rate'), 80] }, { '<': [v('rate'), 80] }), policy: 'unique' }), 'rubric.overlap', /criteria/],
  ['levels that meet at a line', (point) => rubric(point, { ...criteria({ '>=': [v('rate'), 90] }, { and: [{ '<=': [v('rate'), 90] }, { '>=': [v('rate'), 60] }] }, { '<': [v('rate'), 60] }), policy: 'unique' }), 'rubric.overlap', /criteria/],
  ['a level behind an easier one', (point) => rubric(point, criteria({ '>=': [v('rate'), 60] }, { '>=': [v('rate'), 80] }, { '<': [v('rate'), 60] })), 'rubric.unreachable', /criteria\/1/],
  ['a level nothing leads to', (point) => rubric(point, { criteria: point.rubric.criteria!.slice(0, 2), otherwise: 'b' }), 'rubric.unreachable', /rubric/],
  ['a band beyond the limits', (point) => rubric(point, { method: 'bands', value: v('rate'), bands: [{ level: 'c' }, { level: 'b', from: 60 }, { level: 'a', from: 101 }] }), 'rubric.unreachable', /bands\/2/],
  ['bands out of order', (point) => rubric(point, { method: 'bands', value: v('rate'), bands: [{ level: 'c' }, { level: 'b', from: 90 }, { level: 'a', from: 60 }] }), 'rubric.order', /bands\/2/],
  ['a cap at the best level', (point) => rubric(point, { cap: [{ id: 'k', title: '封顶', when: { '<': [v('rate'), 50] }, level: 'a' }] }), 'lint.idleLimit', /cap\/0/],
  ['a cap that never applies', (point) => rubric(point, { cap: [{ id: 'k', title: '封顶', when: { '<': [v('rate'), 0] }, level: 'c' }] }), 'lint.deadLimit', /cap\/0/],
  ['a level that is not on the scale', (point) => rubric(point, { otherwise: 'z' }), 'rubric.level', /otherwise/],
  ['a judged level without a descriptor', (point) => rubric(point, { method: 'judged', descriptors: { a: '好' } }), 'lint.descriptor', /descriptors/],
  ['a threshold that cannot be entered', check({ '==': [v('rate'), 33.33] }), 'lint.never', /checks\/1/],
  ['conditions that rule each other out', check({ and: [{ '>': [v('rate'), 90] }, { '<': [v('rate'), 80] }] }), 'lint.impossible', /checks\/1/],
  ['conditions one of which always holds', check({ or: [{ '>=': [v('rate'), 60] }, { '<': [v('rate'), 80] }] }), 'lint.certain', /checks\/1/],
  ['whole numbers between neighbours', check({ and: [{ '>': [v('students'), 3] }, { '<': [v('students'), 4] }] }), 'lint.impossible', /checks\/1/],
  ['two options at once', check({ and: [{ '==': [v('stage'), 'a'] }, { '==': [v('stage'), 'b'] }] }), 'lint.impossible', /checks\/1/],
  ['one of all options', check({ in: [v('stage'), ['a', 'b']] }), 'lint.certain', /checks\/1/],
  ['from … to beyond the limits', check({ '<': [100, v('rate'), 200] }), 'lint.impossible', /checks\/1/],
  ['a condition the one before implies', check({ and: [{ '>=': [v('rate'), 5] }, { '>=': [v('rate'), 3] }] }), 'lint.implied', /and\/1/],
  ['a nested if a wider one rules out', calculation({ if: [{ '>': [v('rate'), 5] }, 1, { '>': [v('rate'), 8] }, 2, 3] }), 'lint.branch', /extra\/rule\/if\/3/],
  ['an if within a branch that rules it out', calculation({ if: [{ '>': [v('rate'), 50] }, { if: [{ '<': [v('rate'), 40] }, 1, 2] }, 3] }), 'lint.branch', /if\/1\/if\/1/],
  ['a divisor that is nothing', calculation({ '/': [v('rate'), 0] }), 'lint.divisor', /extra/],
  ['a parameter of 0 as divisor', (point, framework) => { framework.parameters['none'] = { title: '零', value: 0, basis: { kind: 'proposal' } }; calculation({ '/': [v('rate'), v('params.none')] })(point, framework) }, 'lint.divisor', /extra/],
  ['a divisor that counts rows', calculation({ '/': [v('students'), { count: [v('schools')] }] }), 'lint.zero', /extra/],
  ['an element rules read but nobody asks for', (point, framework) => { framework.elements['unasked'] = { type: 'number', title: '无人填报' }; check({ '>': [v('unasked'), 1] })(point, framework) }, 'lint.unasked', /unasked/],
  ['a default elsewhere does not excuse', (point) => { point.schema.required = point.schema.required!.filter((id) => id !== 'rate'); rubric(point, criteria({ and: [{ '>=': [v('rate'), 60] }, { '>': [{ '??': [v('salary'), 0] }, 5] }] }, { '<': [v('rate'), 60] }, true)) }, 'lint.absent', /criteria\/0/],
  ['a point without a name', (point) => { point.title = ' ' }, 'lint.unnamed', /evaluationPoints\/0\/title/],
  ['a field without a name', (_, framework) => { framework.elements['rate']!.title = '' }, 'lint.unnamed', /elements\/rate\/title/],
  ['a calculation without a name', (point) => { point.calculations!['growthRate']!.title = '' }, 'lint.unnamed', /growthRate\/title/],
  ['weights that come to 101 beside 100', (point, framework) => {
    point.weight = 61
    framework.indicators[0]!.evaluationPoints!.push({ ...structuredClone(point), id: 'q', code: '1.2', weight: 40 })
    framework.indicators[0]!.weight = 60
    framework.indicators.push({ id: 'two', code: '2', title: '二', weight: 40, evaluationPoints: [{ ...structuredClone(point), id: 'r', code: '2.1', weight: 100 }] })
  }, 'lint.weights', /^\/indicators\/0\/evaluationPoints\/0$/],
  ['a check without words', (point) => { point.checks![0]!.message = '' }, 'lint.message', /checks\/0/],
]

function findings(plant?: Plant): Finding[] {
  const framework = structuredClone(base)
  plant?.(framework.indicators[0]!.evaluationPoints![0]!, framework)
  const { compiled, issues } = compile(framework)
  return compiled ? lint(compiled) : issues
}

test('the sound document has no findings', () => expect(findings()).toEqual([]))

test.each(defects)('%s', (_, plant, code, place) => {
  const found = findings(plant)
  const hit = found.find((one) => one.code === code && place.test(one.path))
  expect(hit, JSON.stringify(found.map((one) => [one.code, one.path]))).toBeDefined()
  expect(messageOf(hit!, 'zh')).not.toBe(code)
  expect(messageOf(hit!, 'en')).not.toBe(code)
})

test.each<[string, Plant]>([
  ['a declared factor', check({ '>': [{ '*': [v('spending'), 10000] }, v('salary')] })],
  ['a rise of five per cent', check({ '>=': [v('spending'), { '*': [v('before'), 1.05] }] })],
  ['a hundredfold of the same', check({ '>=': [{ '*': [v('spending'), 100] }, v('before')] })],
  ['a ratio made a percentage', check({ '>=': [{ '*': [{ '/': [v('teachers'), v('students')] }, 100] }, v('params.line')] })],
  ['万元 per head in 元', (point) => { point.calculations = { ...point.calculations, extra: { title: '人均', unit: '元/生', rule: { '/': [{ '*': [v('spending'), 10000] }, v('students')] } } } }],
  ['“per” goes without saying', (point) => { point.calculations = { ...point.calculations, extra: { title: '生师比', unit: '人', rule: { '/': [v('students'), { '+': [v('teachers'), 1] }] } } } }],
])('no slip of units: %s', (_, plant) => expect(findings(plant).filter(({ code }) => code === 'lint.unit' || code === 'lint.fraction')).toEqual([]))

test('at least thirty defects are planted', () => expect(defects.length).toBeGreaterThanOrEqual(30))

describe('counter-examples', () => {
  const of = (name: string): Finding => {
    const [, plant, code] = defects.find(([title]) => title === name)!
    return findings(plant).find((one) => one.code === code)!
  }
  test('a gap names an answer that falls into it', () => {
    const { reproduction, params } = of('a gap between levels')
    const rate = Number(reproduction?.['rate'])
    expect(rate).toBeGreaterThanOrEqual(79)
    expect(rate).toBeLessThan(80)
    expect(params?.['proven']).toBe(true)
    expect(of('a gap exactly at a line').reproduction).toMatchObject({ rate: 90 })
  })
  test('an overlap at a line is found on the line itself', () => expect(of('levels that meet at a line').reproduction).toMatchObject({ rate: 90 }))
  test('answers that make a divisor 0, through whatever it counts or adds', () => {
    expect(of('a divisor that counts rows').reproduction).toEqual({ schools: [] })
    expect(messageOf(of('a divisor that may be zero'), 'zh')).toBe('除数可以为 0（如 教师数 = 0），没有说明除以 0 时怎么办')
    expect(of('a divisor that is a difference').reproduction).toMatchObject({ spending: expect.any(Number) as number, before: expect.any(Number) as number })
  })
  test('answers to everything else, under which the level stays open', () => expect(of('a level that waits for what nobody must fill in').reproduction).toMatchObject({ planned: null, spending: expect.any(Number) as number }))
})

test.each(defects.filter(([, plant, code]) => findings(plant).some((one) => one.code === code && one.fix)))('the fix for %s mends it', (name, plant, code) => {
  const framework = structuredClone(base)
  plant(framework.indicators[0]!.evaluationPoints![0]!, framework)
  const all = findings(plant)
  const hit = all.find((one) => one.code === code && one.fix)
  const before = structuredClone(framework)
  const mended = applyFix(framework, hit?.fix?.edits ?? [])
  expect(framework, name).toEqual(before)
  const { compiled, issues } = compile(mended)
  const left = compiled ? lint(compiled) : issues
  expect(left.filter((one) => one.code === code && one.path === hit?.path)).toEqual([])
  expect(left.filter(({ severity, code: other, path }) => severity === 'error' && !all.some((one) => one.code === other && one.path === path))).toEqual([])
})

test('a default for an empty cell, a required column and a column of fixed rows leave nothing open', () => {
  const cells = (rule: Rule, change: (items: NonNullable<Framework['elements'][string]['items']>) => void = () => undefined): Finding[] =>
    findings((point, framework) => { change(framework.elements['schools']!.items!); rubric(point, { ...criteria({ '>=': [{ sum: [{ map: [v('schools'), rule] }] }, 500] }), otherwise: 'c' }) }).filter(({ code }) => code === 'lint.absentCell')
  expect(cells(v('pupils'))).toHaveLength(1)
  expect(cells({ var: ['pupils', 0] })).toEqual([])
  expect(cells(v('pupils'), (items) => { items.required = ['pupils'] })).toEqual([])
})

test.each(['shanghai/framework.json', 'shanghai/framework-2026.json', 'hdi/framework.json'])('%s has no findings', (name) => {
  const framework = JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as Framework
  expect(lint(compile(framework).compiled!)).toEqual([])
})
