import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, explain, session, type Input } from '../../engine/index.ts'
import type { Aggregation, Framework, Node, Rubric, Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, scale, v } from './sample.ts'

const shanghai = JSON.parse(readFileSync(new URL('../../schemas/shanghai/framework.json', import.meta.url), 'utf8')) as Framework

function point(rubric: Rubric, input: Partial<Input> & { answers?: Record<string, unknown> }, more: Parameters<typeof pointOf>[2] = {}): Node {
  const { compiled, issues } = compile(frameworkOf([pointOf('p', rubric, more)]))
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  return evaluate(compiled!, { answers: {}, ...input }).nodes['p']!
}
const level = (rubric: Rubric, answers: Record<string, unknown>): string => {
  const { status, level: own, possible } = point(rubric, { answers })
  return own ?? `${status}:${possible.join('')}`
}

describe('bands', () => {
  test.each([[59.99, 'd'], [60, 'c'], [79.99, 'c'], [80, 'b'], [90, 'a'], [-1000, 'd']])('%d is %s where lower ends are included', (pX, expected) => expect(level(bands(), { pX })).toBe(expected))
  test.each([[60, 'd'], [60.01, 'c'], [80, 'c'], [90, 'b'], [90.01, 'a']])('%d is %s where upper ends are', (pX, expected) => expect(level(bands({ includes: 'upper' }), { pX })).toBe(expected))
  test('an unknown number leaves every band', () => expect(level(bands(), { pY: 1 })).toBe('undetermined:abcd'))
  test('a profile moves a parameter, never a rule', () => {
    const { compiled } = compile(frameworkOf([pointOf('p', bands())]), { parameters: { line: { value: 85, reason: '试' } } })
    expect(evaluate(compiled!, { answers: { pX: 80 } }).nodes['p']?.level).toBe('c')
  })
  test('products that doubles get wrong are decided exactly', () => expect(level(bands({ value: { '*': [v('pY'), 100] }, bands: [{ level: 'd' }, { level: 'a', from: 28.5 }] }), { pY: 0.285 })).toBe('a'))
})

describe('conditions', () => {
  const first: Rubric = { scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf: { and: [{ '>=': [v('pX'), 90] }, { '==': [v('pB'), true] }] } }, { level: 'b', levelIf: { '>=': [v('pX'), 80] } }, { level: 'c', levelIf: { '>=': [v('pX'), 60] } }], otherwise: 'd' }
  test.each([[{ pX: 95, pB: true }, 'a'], [{ pX: 95, pB: false }, 'b'], [{ pX: 95 }, 'undetermined:ab'], [{ pX: 85 }, 'b'], [{ pB: true }, 'undetermined:abcd'], [{ pX: 10 }, 'd']])('%j is %s', (answers, expected) => expect(level(first, answers)).toBe(expected))
  test('nothing holds and nothing is said for that case: no verdict', () => {
    const { otherwise: _, ...open } = first
    expect(point(open, { answers: { pX: 10 } })).toMatchObject({ status: 'failed', issues: [{ code: 'rubric.none' }] })
  })
  test('unique: exactly one must hold', () => {
    const unique: Rubric = { scale: 's', method: 'criteria', policy: 'unique', criteria: [{ level: 'a', levelIf: { '>=': [v('pX'), 80] } }, { level: 'b', levelIf: { '>=': [v('pY'), 80] } }] }
    expect(point(unique, { answers: { pX: 90, pY: 90 } })).toMatchObject({ status: 'failed', issues: [{ code: 'rubric.several' }] })
    expect(level(unique, { pX: 90, pY: 10 })).toBe('a')
    expect(level(unique, { pX: 90 })).toBe('undetermined:a')
  })
})

describe('judging and limits', () => {
  const judged: Rubric = { scale: 's', method: 'judged', cap: [{ id: 'k', title: '低于良好线', when: { '<': [v('pX'), v('params.line')] }, level: 'c' }], floor: [{ id: 'f', title: '满分', when: { '>=': [v('pX'), 100] }, level: 'b' }], veto: [{ id: 'v', title: '弄虚作假', when: { '==': [v('pB'), true] }, level: 'd' }] }
  test('without a choice the levels within the limits are possible, and it waits for a person', () => {
    expect(point(judged, { answers: { pX: 70, pB: false } })).toMatchObject({ status: 'undetermined', possible: ['c', 'd'], awaiting: true, limits: [{ kind: 'cap', state: 'applies' }] })
    expect(point(judged, { answers: { pX: 100, pB: false } }).possible).toEqual(['a', 'b'])
  })
  test('a choice beyond a limit is held to it', () => expect(point(judged, { answers: { pX: 70, pB: false }, judgements: { p: { level: 'a' } } })).toMatchObject({ level: 'c', judgement: 'a', score: 60 }))
  test('a veto decides alone; one that may apply adds its level', () => {
    expect(point(judged, { answers: { pB: true } })).toMatchObject({ status: 'determined', level: 'd' })
    expect(point(judged, { answers: { pX: 90 }, judgements: { p: { level: 'a' } } })).toMatchObject({ status: 'undetermined', possible: ['a', 'd'] })
  })
  test('evidence for a level: without it that level is out of reach', () => {
    const evidence = [{ id: 'e', title: '案例', accept: ['pdf' as const], forLevels: ['a'] }]
    expect(point(bands(), { answers: { pX: 95 } }, { evidence })).toMatchObject({ level: 'b', limits: [{ kind: 'evidence', id: 'e' }] })
    expect(point(bands(), { answers: { pX: 95 }, evidence: { p: { e: 1 } } }, { evidence }).level).toBe('a')
  })
})

describe('what is missing or wrong', () => {
  test('required fields, evidence, checks and refused values are issues with a place', () => {
    const { issues } = point(bands(), { answers: { pX: 2000, pY: 5 } }, {
      evidence: [{ id: 'e', title: '报表', accept: ['pdf'], min: 2 }], checks: [{ id: 'k', severity: 'error', rule: { '>': [v('pY'), 10] }, message: '请核对', fields: ['pY'] }],
      schema: { ...pointOf('p', bands()).schema, required: ['pB'] },
    })
    expect(issues.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['answer.maximum', 'error', '/answers/pX'], ['answer.required', 'info', '/answers/pB'], ['check.error', 'error', '/answers/pY'], ['evidence.missing', 'info', '/evidence/p/e'],
    ])
  })
  test('a division by zero is unknown and says so', () => {
    const node = point(bands({ value: { '/': [v('pX'), v('pY')] } }), { answers: { pX: 5, pY: 0 } })
    expect(node.status).toBe('undetermined')
    expect(node.issues).toMatchObject([{ code: 'rule.divideByZero', severity: 'warning' }])
  })
  test('a broken rule gives a failed point, not a wrong one', () => {
    const { compiled, issues } = compile(frameworkOf([pointOf('p', bands({ value: v('nobody') })), pointOf('q', bands({ value: v('qX') }))]))
    expect(issues).toMatchObject([{ code: 'rule.name', point: 'p' }])
    const { nodes } = evaluate(compiled!, { answers: { pX: 90, qX: 90 } })
    expect(nodes['p']).toMatchObject({ status: 'failed' })
    expect(nodes['q']).toMatchObject({ status: 'determined', level: 'a' })
  })
  test('whatever the rules say, an empty answer reaches no passing level', () => {
    expect(point({ scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf: { '!': [{ '>': [1, 2] }] } }] }, {})).toMatchObject({ status: 'undetermined' })
    const { compiled } = compile(shanghai)
    const passing = (node: Node): boolean => shanghai.scales[node.scale ?? '']?.levels.find(({ id }) => id === node.level)?.passing === true
    for (const [id, node] of Object.entries(evaluate(compiled!, { answers: {} }).nodes)) expect(node.status === 'determined' && passing(node), id).toBe(false)
  })
})

describe('visibility', () => {
  const layout = [{ field: 'pB' }, { field: 'pX', visibleIf: { '==': [v('pB'), true] } }]
  test('a hidden value is kept but absent, and comes back', () => {
    const { compiled } = compile(frameworkOf([pointOf('p', bands(), { layout })]))
    const open = session(compiled!, { answers: { pX: 95, pB: false } })
    expect([open.node('p')?.status, open.hidden('pX'), open.input.answers['pX']]).toEqual(['undetermined', true, 95])
    open.set('pB', true)
    expect([open.node('p')?.level, open.hidden('pX')]).toEqual(['a', false])
  })
  test('a hidden point does not apply, and neither does an exempt one', () => {
    const { compiled } = compile(frameworkOf([pointOf('p', bands(), { visibleIf: { '==': [v('pB'), true] } })]))
    expect(evaluate(compiled!, { answers: { pB: false, pX: 95 } }).nodes['p']?.status).toBe('notApplicable')
    expect(evaluate(compiled!, { answers: { pX: 95 } }).nodes['p']?.status).toBe('determined')
    expect(evaluate(compiled!, { answers: { pB: true, pX: 95 }, unit: { id: 'u', title: '某区', notApplicable: ['p'] } }).nodes['p']?.status).toBe('notApplicable')
  })
  test('visibility is settled before calculations and may not read one', () => {
    const { issues } = compile(frameworkOf([pointOf('p', bands(), { calculations: { sum: { title: '和', rule: { '+': [v('pX'), v('pY')] } } }, visibleIf: { '>': [v('sum'), 1] } })]))
    expect(issues).toMatchObject([{ code: 'reference.order' }])
  })
})

describe('aggregation', () => {
  const of = (aggregation: NonNullable<Framework['aggregation']>, answers: Record<string, unknown>, weights: [number, number, number] = [1, 1, 1], unit?: Input['unit']): Node => {
    const points = ['p', 'q', 'r'].map((id, i) => pointOf(id, bands({ value: v(`${id}X`) }), { weight: weights[i] ?? 1 }))
    const { compiled } = compile(frameworkOf(points, aggregation))
    // The first tier combines the way the whole says.
    return evaluate(compiled!, { answers, ...(unit && { unit }) }).nodes['one']!
  }
  const round = { decimals: 2 }
  const mean = { method: 'weightedMean' as const, round, scale: 's', bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: 80 }, { level: 'a', from: 90 }] }
  test('weighted mean, exact, rounded as declared', () => expect(of(mean, { pX: 95, qX: 85, rX: 65 }, [1, 1, 1])).toMatchObject({ score: 80, level: 'b' }))
  test('ties round as declared', () => {
    const two = (tie: 'halfUp' | 'halfEven' | 'down') => of({ method: 'weightedMean', round: { decimals: 0, tie } }, { pX: 95, qX: 85, rX: 85 }, [1, 1, 6]).score
    expect([two('halfUp'), two('halfEven'), two('down')]).toEqual([83, 82, 82])
  })
  test('weight 0 is shown and not counted', () => expect(of(mean, { pX: 95, qX: 85, rX: 10 }, [1, 1, 0])).toMatchObject({ score: 90 }))
  test('not applicable is taken out before anything else', () => expect(of(mean, { pX: 95, qX: 85, rX: 10 }, [1, 1, 1], { id: 'u', title: '', notApplicable: ['r'] })).toMatchObject({ score: 90 }))
  test('an open child leaves a range, and a level where the range lies in one band', () => {
    expect(of(mean, { pX: 95, qX: 95 }, [1, 1, 1])).toMatchObject({ status: 'undetermined', scoreRange: [80, 100], possible: ['a', 'b'] })
    expect(of(mean, { pX: 95, qX: 95 }, [9, 9, 1])).toMatchObject({ status: 'determined', level: 'a' })
  })
  test('missing strategies and availability', () => {
    expect(of({ ...mean, missing: 'skipAll' }, { pX: 95, qX: 85 })).toMatchObject({ status: 'determined', score: 90 })
    expect(of({ ...mean, missing: 'neverSkip' }, { pX: 95, qX: 85 })).toMatchObject({ status: 'determined', score: 60 })
    expect(of({ ...mean, missing: 'skipAll', availability: 0.8 }, { pX: 95, qX: 85 })).toMatchObject({ status: 'undetermined', issues: [{ code: 'aggregation.availability' }] })
  })
  test('a power mean is the mean its power names, and lies between the ends', () => {
    const answers = { pX: 95, qX: 85, rX: 65 }
    const at = (power: number) => of({ method: 'generalised', power }, answers).score ?? NaN
    expect([at(1), at(0), at(-1)]).toEqual([of({ method: 'weightedMean' }, answers).score, of({ method: 'geometric' }, answers).score, of({ method: 'harmonic' }, answers).score])
    expect(of({ method: 'generalised', power: 2, round }, answers).score).toBe(Number(Math.sqrt((100 ** 2 + 80 ** 2 + 60 ** 2) / 3).toFixed(2)))
    const scores = [-20, -1, 0, 0.5, 1, 2, 20].map(at)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    expect(scores[0]).toBeGreaterThan(60)
    expect(scores.at(-1)).toBeLessThan(100)
    expect(of({ method: 'generalised', power: -2 }, { pX: 95, qX: 85 })).toMatchObject({ status: 'undetermined', scoreRange: [expect.any(Number), expect.any(Number)] })
  })
  test('sum, geometric, harmonic, lowest, count', () => {
    const answers = { pX: 95, qX: 85, rX: 65 }
    expect(of({ method: 'sum' }, answers).score).toBe(240)
    expect(of({ method: 'geometric', round }, answers).score).toBe(78.3)
    expect(of({ method: 'harmonic', round }, answers).score).toBe(76.6)
    expect(of({ method: 'lowest', scale: 's' }, answers)).toMatchObject({ level: 'c', score: 60 })
    expect(of({ method: 'lowest', scale: 's' }, { pX: 95, rX: 65 })).toMatchObject({ status: 'undetermined', possible: ['c', 'd'] })
    expect(of({ method: 'count', scale: 's', atLeast: 2 }, { ...answers, rX: 10 })).toMatchObject({ level: 'a', score: 2 })
    expect(of({ method: 'count', scale: 's', atLeast: 3 }, { pX: 95, rX: 10 })).toMatchObject({ level: 'd' })
    expect(of({ method: 'count', scale: 's', atLeast: 2, floor: 50 }, { ...answers, rX: 10 })).toMatchObject({ level: 'd' })
  })
})

describe('sessions', () => {
  const fields = ['pX', 'pY', 'pB', 'qX', 'qY', 'qB'] as const
  const edit = fc.tuple(fc.constantFrom(...fields), fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: -20, max: 120 }), fc.constant(5000)))
  const framework = frameworkOf([
    pointOf('p', bands({ value: v('total') }), { calculations: { total: { title: '和', rule: { '+': [v('pX'), v('qX')] } }, ratio: { title: '比', rule: { '/': [v('total'), v('pY')] } } }, layout: [{ field: 'pX', visibleIf: { '==': [v('pB'), true] } }], checks: [{ id: 'c', severity: 'warning', message: '比', rule: { '<': [v('ratio'), 3] } }] }),
    pointOf('q', { scale: 's', method: 'judged', cap: [{ id: 'k', title: '', when: { '>': [v('ratio'), 1] }, level: 'c' }] }, { visibleIf: { '!=': [v('pY'), 7] } }),
  ], { method: 'weightedMean', scale: 's', bands: [{ level: 'd' }, { level: 'a', from: 70 }] })
  test('after any edits a session says what a fresh evaluation says', () => {
    const { compiled } = compile(framework)
    fc.assert(fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
      const open = session(compiled!, { answers: {} })
      for (const [id, value] of edits) open.set(id, value)
      const fresh = evaluate(compiled!, open.input)
      expect(structuredClone(open.outcome.nodes)).toEqual(structuredClone(fresh.nodes))
      expect(structuredClone(open.outcome.calculations)).toEqual(structuredClone(fresh.calculations))
    }), { numRuns: 400 })
  })
  test('a change names the nodes that are another than before, and no others', () => {
    const { compiled } = compile(framework)
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const open = session(compiled!, { answers: {} })
      for (const [id, value] of edits) {
        const before = structuredClone(open.outcome.nodes)
        const { nodes } = open.set(id, value)
        for (const [node, after] of Object.entries(open.outcome.nodes)) expect(JSON.stringify(after) !== JSON.stringify(before[node]), node).toBe(nodes.includes(node))
      }
    }), { numRuns: 200 })
  })
  test('every level a completion reaches was possible before', () => {
    const { compiled } = compile(framework)
    const full = fc.record({ pX: fc.integer({ min: 0, max: 100 }), pY: fc.integer({ min: 1, max: 6 }), pB: fc.boolean(), qX: fc.integer({ min: 0, max: 100 }), qB: fc.boolean() })
    fc.assert(fc.property(full, fc.subarray([...fields]), fc.constantFrom('a', 'b', 'c', 'd'), (answers, dropped, chosen) => {
      const partial = Object.fromEntries(Object.entries(answers).filter(([id]) => !(dropped as string[]).includes(id)))
      const [before, after] = [evaluate(compiled!, { answers: partial }), evaluate(compiled!, { answers, judgements: { q: { level: chosen } } })]
      for (const id of ['p', 'q']) if (after.nodes[id]?.level !== undefined && before.nodes[id]?.status !== 'notApplicable') expect(before.nodes[id]?.possible, id).toContain(after.nodes[id]?.level)
    }), { numRuns: 500 })
  })
})

describe('explanations', () => {
  const say = (answers: Record<string, unknown>, rubric = bands()) => {
    const { compiled } = compile(frameworkOf([pointOf('p', rubric)]))
    const input = { answers }
    return explain(compiled!, input, evaluate(compiled!, input), 'p', 'zh')
  }
  test('bands: the number, its band, and how far the next one is', () => {
    expect(say({ pX: 78.5 }).why[0]?.text).toBe('甲数 78.50 分，在 C 合格（60 分 – 80 分）')
    expect(say({ pX: 78.5 }).next[0]?.text).toBe('到 B 良：甲数 80 分 – 90 分，差 1.50 分')
    expect(say({}).why[0]).toMatchObject({ state: 'unknown', text: '甲数：数据不全，还算不出' })
  })
  test('conditions: each part with its state and shortfall; thresholds with their basis', () => {
    const rubric: Rubric = { scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf: { and: [{ '>=': [v('pX'), v('params.line')] }, { '==': [v('pB'), true] }] } }], otherwise: 'd' }
    const { why, next, basis } = say({ pX: 76.6, pB: true }, rubric)
    expect(why.map(({ state }) => state)).toEqual(['info', 'unmet', 'met'])
    expect(why[0]?.text).toBe('A 优 的条件不成立，定为 D 不合格')
    expect(next[0]?.text).toBe('到 A 优：甲数 76.60 分，要求 ≥ 良好线 80 分，差 3.40 分')
    expect(basis[0]?.text).toBe('良好线 80 分：建议值，某文件（待核实）')
    expect(why[2]?.text).toBe('有规划：是')
  })
  test('of several levels, the reason names the condition that decided and the nearest one missed, never that of a level further up', () => {
    const rubric: Rubric = { scale: 's', method: 'criteria', criteria: [90, 80, 60].map((line, i) => ({ level: 'abc'.charAt(i), levelIf: { '>=': [v('pX'), line] } })), otherwise: 'd' }
    const told = (answers: Record<string, unknown>, more: Partial<Rubric> = {}) => { const { why, next } = say(answers, { ...rubric, ...more }); return [...why, ...next].map(({ text }) => text) }
    expect(told({ pX: 50 })).toEqual(['A 优、B 良、C 合格 的条件都不成立，定为 D 不合格；其中 C 合格 要求：', '甲数 50.00 分，要求 ≥ 60，差 10.00 分', '到 C 合格：甲数 50.00 分，要求 ≥ 60，差 10.00 分'])
    expect(told({ pX: 70 })).toEqual(['甲数 70.00 分 ≥ 60', '到 B 良：甲数 70.00 分，要求 ≥ 80，差 10.00 分'])
    expect(told({ pX: 95 })).toEqual(['甲数 95.00 分 ≥ 90'])
    expect(told({ pX: 95 }, { cap: [{ id: 'k', title: '没有规划', when: { '==': [v('pB'), false] }, level: 'c' }] })).toEqual(['甲数 95.00 分 ≥ 90'])
    expect(told({ pX: 95, pB: false }, { cap: [{ id: 'k', title: '没有规划', when: { '==': [v('pB'), false] }, level: 'c' }] })).toEqual(['按条件为 A 优', '甲数 95.00 分 ≥ 90'])
    expect(told({ pX: 50 }, { policy: 'unique', criteria: [{ level: 'a', levelIf: { '>=': [v('pX'), 90] } }, { level: 'c', levelIf: { '<': [v('pX'), 60] } }] })).toEqual(['甲数 50.00 分 < 60', '到 A 优：甲数 50.00 分，要求 ≥ 90，差 40.00 分'])
  })
  test('a number held down by a limit is not asked to rise', () => {
    expect(say({ pX: 95, pB: false }, bands({ cap: [{ id: 'k', title: '没有规划', when: { '==': [v('pB'), false] }, level: 'c' }] })).next).toEqual([])
  })
  test('a yes or no, asked in any way, reads as an answer; what is not met never reads as a fact', () => {
    const asking = (levelIf: Rule): Rubric => ({ scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf }], otherwise: 'd' })
    const told = (levelIf: Rule, answers: Record<string, unknown>) => say(answers, asking(levelIf)).why.find(({ state }) => state !== 'info')?.text
    for (const rule of [v('pB'), { '==': [v('pB'), true] }, { '!': [{ '==': [v('pB'), false] }] }] as Rule[]) {
      expect(told(rule, { pB: true })).toBe('有规划：是')
      expect(told(rule, { pB: false })).toBe('有规划：否，要求为“是”')
      expect(told(rule, {})).toBe('有规划，要求为“是”')
    }
    expect(told({ or: [v('pB'), { '>': [v('pX'), 90] }] }, { pB: false, pX: 1 })).toBe('未满足：有规划：否 或 甲数 1.00 分 > 90')
  })
  test('so many of several: how many hold, then each with its own state; a floor that holds is no failure', () => {
    const levelIf = (least: number): Rule => ({ kOfN: [least, [{ '>=': [v('pX'), 60] }, { '>=': [v('pX'), 90] }, v('pB')]] })
    const rubric: Rubric = { scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf: levelIf(3) }, { level: 'b', levelIf: levelIf(2) }], otherwise: 'd', floor: [{ id: 'f', title: '已认定', when: { '>': [v('pX'), 0] }, level: 'c' }] }
    const { why, next, limits } = say({ pX: 70, pB: true }, rubric)
    expect(why.map(({ text, state }) => [text, state])).toEqual([['3 项中须满足 2 项，已满足 2 项', 'met'], ['甲数 70.00 分 ≥ 60', 'met'], ['甲数 70.00 分，要求 ≥ 90，差 20.00 分', 'unmet'], ['有规划：是', 'met']])
    expect(next.map(({ text }) => text)).toEqual(['到 A 优：3 项中须满足 3 项，已满足 2 项', '到 A 优：甲数 70.00 分，要求 ≥ 90，差 20.00 分'])
    expect(limits).toMatchObject([{ text: '保底：已认定，不低于 C 合格（甲数 70.00 分 > 0）', state: 'met' }])
    expect(say({ pX: 70 }, rubric).why[0]).toMatchObject({ text: '3 项中须满足 2 项，已满足 1 项', state: 'unknown' })
  })
  test('an option is called by its title', () => {
    const own = pointOf('p', { scale: 's', method: 'criteria', criteria: [{ level: 'a', levelIf: { '==': [v('audit'), 'clean'] } }, { level: 'b', levelIf: { in: [v('audit'), ['clean', 'fair']] } }], otherwise: 'd' })
    const { compiled } = compile(frameworkOf([{ ...own, schema: { type: 'object', properties: { audit: { type: 'string', title: '审计结论', oneOf: [{ const: 'clean', title: '无保留意见' }, { const: 'fair', title: '有保留意见' }] } } } }]))
    const told = (answers: Record<string, unknown>) => explain(compiled!, { answers }, evaluate(compiled!, { answers }), 'p').why[0]?.text
    expect([told({ audit: 'fair' }), told({ audit: 'clean' }), told({})]).toEqual(['审计结论 有保留意见 属于 （“无保留意见”、“有保留意见”）', '审计结论：无保留意见', '审计结论，要求为“无保留意见”'])
  })
  test('an indicator: how its children combine, with their numbers, the band, and how far the next one is', () => {
    const told = (aggregation: Aggregation, answers: Record<string, unknown>, id = 'sample') => {
      const { compiled } = compile(frameworkOf([pointOf('p', bands(), { weight: 60 }), pointOf('q', bands({ value: v('qX') }), { weight: 40 })], aggregation))
      const { why, next, missing, basis } = explain(compiled!, { answers }, evaluate(compiled!, { answers }), id)
      return [...why, ...next, ...missing, ...basis].map(({ text }) => text)
    }
    const mean: Aggregation = { method: 'weightedMean', scale: 's', bands: [{ level: 'd' }, { level: 'c', from: 60 }, { level: 'b', from: v('params.line') }, { level: 'a', from: 90 }] }
    const line = '良好线 80 分：建议值，某文件（待核实）'
    expect(told(mean, { pX: 95, qX: 70 })).toEqual(['只计一项：1 一', '得分 84，在 B 良（80 – 90）', '下级中 B 良 1 项', '到 A 优：得分 ≥ 90，差 6', line])
    expect(told(mean, { pX: 95, qX: 70 }, 'one')).toEqual(['加权平均：（100 × 60 + 60 × 40） ÷ 100 = 84', '得分 84，在 B 良（80 – 90）', '下级中 A 优 1 项、C 合格 1 项', '到 A 优：得分 ≥ 90，差 6', line])
    expect(told(mean, { pX: 95 }, 'one')).toEqual(['加权平均：已定 1 项，未定 1 项，得分在 76 – 100 之间', '下级中 A 优 1 项', 'q q', line])
    expect(told({ ...mean, missing: 'skipAll' }, { pX: 95 }, 'one')).toEqual(['只计一项：p p（未定的 1 项不计入）', '得分 100，在 A 优（≥ 90）', '下级中 A 优 1 项', 'q q', line])
    expect(told({ method: 'lowest', scale: 's' }, { pX: 95, qX: 10 }, 'one')[0]).toBe('取最低的一项：q q，D 不合格')
    expect(told({ method: 'count', scale: 's', atLeast: 2, floor: 50 }, { pX: 95, qX: 10 }, 'one')[0]).toBe('2 项中至少 2 项达标，且每一项得分不低于 50')
    expect(told({ method: 'geometric' }, { pX: 95, qX: 70 }, 'one')[0]).toMatch(/^加权几何平均（2 项） = 81\.\d+$/)
  })
  test('every point of the shipped framework explains every one of its cases', () => {
    const { compiled } = compile(shanghai)
    for (const { id, point: own } of compiled!.points) {
      for (const example of own.examples ?? []) {
        const input: Input = { answers: example.answers, ...(example.evidence && { evidence: { [id]: example.evidence } }), ...(example.judgement && { judgements: { [id]: { level: example.judgement } } }) }
        const all = Object.values(explain(compiled!, input, evaluate(compiled!, input), id, 'zh')).flat()
        for (const { text } of all) expect(text, `${id} ${example.name}`).not.toMatch(/undefined|NaN|\[object|params\.|null/)
      }
    }
  })
})

test('the scale of the samples descends', () => expect(scale.levels.map(({ score }) => score)).toEqual([100, 80, 60, 40]))
