import { applyFix, compile, evaluate, explain, lint, session, supply, validate, type Input } from '../../engine/index.ts'
import { operators } from '../../engine/operators/index.ts'
import type { EvaluationPoint, Framework, Rubric } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from '../engine/sample.ts'
import { random, type Random } from './random.ts'

/** What a document came to: refused for its form, compiled with errors, or sound. */
export type Met = 'refused' | 'faulty' | 'sound'

const criteria: Rubric = { scale: 's', method: 'criteria', policy: 'unique', criteria: [{ level: 'a', levelIf: { '>=': [v('ratio'), v('params.line')] } }, { level: 'd', levelIf: { '<': [v('ratio'), v('params.line')] } }] }
const judged: Rubric = { scale: 's', method: 'judged', veto: [{ id: 'v', title: '', when: v('rB'), level: 'd' }], cap: [{ id: 'c', title: '', when: { some: [v('rows'), { '<': [v('n'), 3] }] }, level: 'b' }], floor: [{ id: 'f', title: '', when: { '>': [{ sum: [{ map: [v('rows'), v('n')] }] }, 9] }, level: 'c' }] }
const table: EvaluationPoint['schema']['properties'] = { rows: { type: 'array', title: '表', 'x-key': 'k', items: { type: 'object', required: ['n'], properties: { k: { type: 'string', title: '校' }, n: { type: 'integer', title: '数', minimum: 0 }, twice: { type: 'number', title: '倍', 'x-calculation': { '*': [v('n'), 2] } } } } }, day: { type: 'string', format: 'date', title: '日' }, word: { type: 'string', title: '文', pattern: '^\\d{4}$', maxLength: 4 } }

const sound: Framework = frameworkOf([
  pointOf('p', bands({ value: v('total'), score: { round: [v('total'), 1] } }), { calculations: { total: { title: '和', rule: { '+': [v('pX'), v('qX')] } }, ratio: { title: '比', rule: { '/': [v('total'), v('pY')] } } }, layout: [{ field: 'pX', visibleIf: { '==': [v('pB'), true] }, requiredIf: v('pB') }], checks: [{ id: 'c', severity: 'warning', message: '比', rule: { '<': [v('ratio'), 3] } }] }),
  pointOf('q', criteria, { visibleIf: { '!=': [v('pY'), 7] }, weight: 0 }),
  pointOf('r', judged, { schema: { type: 'object', required: ['rows'], properties: { rB: { type: 'boolean', title: '否' }, ...table } }, evidence: [{ id: 'e', title: '证', accept: ['pdf'], min: 1, forLevels: ['a'], requiredIf: v('rB') }] }),
  pointOf('n', { method: 'narrative' }), pointOf('m', { method: 'score', score: { growth: [v('mX'), v('previous.mX')] } }),
], { method: 'weightedMean', scale: 's', bands: [{ level: 'd' }, { level: 'a', from: 70 }], round: { decimals: 1, tie: 'halfEven' }, missing: 'skipAny', availability: 0.5 })

const words = ['a', 'd', 's', 'p', 'pX', 'ratio', 'params.line', 'previous.pX', '', '/', '#/elements/pX', 'yardstick/framework@1', '2024-02-30', 'criteria', 'lowest', 'count', 'geometric', '^(a+)+$', '\ud800', '__proto__', 'constructor', 'x'.repeat(300)]
const keys = ['var', 'title', 'weight', 'rule', 'rubric', 'method', 'bands', 'from', 'level', 'value', 'criteria', 'levelIf', 'children', 'evaluationPoints', 'type', 'pattern', '$ref', 'x-calculation', 'toString', ...operators.keys()]

/** Any value JSON can write. */
function junk(draw: Random, depth: number): unknown {
  if (depth === 0 || draw.chance(0.4)) return draw.pick<unknown[]>([...words.map((word) => [word]), [0], [-1], [1e300], [0.1], [5e-324], [true], [false], [null], [[]], [{}]])[0]
  if (draw.chance(0.35)) return { var: draw.pick(words) }
  const parts = Array.from({ length: draw.below(4) }, () => junk(draw, depth - 1))
  return draw.chance(0.3) ? parts : draw.chance(0.7) ? { [draw.pick(keys)]: parts } : Object.fromEntries(parts.map((part) => [draw.pick(keys), part]))
}

/** The value with one spot of it, found by chance, replaced, dropped, doubled or renamed. */
export function damaged(value: unknown, draw: Random): unknown {
  if (typeof value !== 'object' || value === null || draw.chance(0.12)) return draw.chance(0.5) ? draw.pick<unknown>(words) : junk(draw, 3)
  const own = Object.keys(value)
  if (own.length === 0) return junk(draw, 2)
  const key = draw.pick(own)
  const inner = (value as Record<string, unknown>)[key]
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])]
    const way = draw.next()
    if (way < 0.08) list.splice(Number(key), 1)
    else if (way < 0.16) list.push(inner)
    else list[Number(key)] = damaged(inner, draw)
    return list
  }
  const { [key]: _, ...rest } = value as Record<string, unknown>
  if (draw.chance(0.05)) return rest
  return draw.chance(0.04) ? { ...rest, [draw.pick(keys)]: inner } : { ...rest, [key]: damaged(inner, draw) }
}

const ruled = new Set(['rule', 'value', 'levelIf', 'when', 'score', 'visibleIf', 'requiredIf', 'x-calculation'])

/** Where rules stand, as lists of keys. */
function spots(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (ruled.has(key) && at.at(-2) !== 'parameters' && typeof inner === 'object' ? [[...at, key]] : spots(inner, [...at, key])))
}
const rules = spots(sound)

/** The value with what stands at some keys changed. */
function changed(value: unknown, [key, ...rest]: readonly string[], change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const inner = changed((value as Record<string, unknown>)[key], rest, change)
  return Array.isArray(value) ? value.map((item: unknown, i) => (String(i) === key ? inner : item)) : { ...(value as object), [key]: inner }
}

const names = ['pX', 'pY', 'pB', 'qX', 'rB', 'rows', 'n', 'twice', 'k', 'day', 'word', 'total', 'ratio', 'params.line', 'previous.pX', 'unit.id', 'cycle.year', 'evidence.e', 'peers.x', 'current', 'accumulator', '']

/** A rule that is one by its shape, whatever it means. */
function rule(draw: Random, depth: number): unknown {
  if (depth === 0 || draw.chance(0.15)) return draw.pick<unknown[]>([[0], [1], [80], [0.1], [-3], [true], [false], [null], ['a'], ['2024-02-29'], [[]]])[0]
  if (draw.chance(0.35)) return { var: draw.pick(names) }
  return { [draw.pick([...operators.keys()])]: Array.from({ length: draw.below(3) + (draw.chance(0.8) ? 1 : 0) }, () => rule(draw, depth - 1)) }
}

const fields = ['pX', 'pY', 'pB', 'qX', 'qY', 'rB', 'rows', 'day', 'word', 'mX', 'nB', 'nobody', '__proto__']
const answer = (draw: Random): unknown => draw.pick<() => unknown>([() => draw.below(200) - 20, () => draw.next() * 100, () => draw.chance(0.5), () => null, () => undefined, () => '2024-02-29', () => [{ k: '甲', n: draw.below(9) }, { n: null }, junk(draw, 2)], () => junk(draw, 3)])()
const answers = (draw: Random): Record<string, unknown> => Object.fromEntries(fields.filter(() => draw.chance(0.6)).map((field) => [field, answer(draw)]))

/** The sound document, damaged in its rules or anywhere. */
export function drawn(draw: Random): Framework {
  let document: unknown = sound
  const [inRules, anywhere] = draw.chance(0.7) ? [draw.below(4), draw.chance(0.2) ? 1 : 0] : [draw.below(2), draw.below(3) + 1]
  for (let count = inRules; count > 0; count--) document = changed(document, draw.pick(rules), (inner) => (draw.chance(0.5) ? rule(draw, 4) : damaged(inner, draw)))
  for (let count = anywhere; count > 0; count--) document = draw.chance(0.02) ? junk(draw, 5) : damaged(document, draw)
  return document as Framework
}

/** Draws a damaged framework and any answers and does with them everything the engine can; whatever they are, nothing may throw. */
export function meet(seed: number): Met {
  const draw = random(seed)
  const framework = drawn(draw)
  const profile = draw.chance(0.8) ? {} : { points: draw.chance(0.5) ? ['p', 'm'] : ['nobody'], parameters: { line: { value: draw.pick<number | string>([85, 'x']), reason: '' } }, weights: { q: { value: draw.below(3) - 1, reason: '' } } }
  const { compiled, issues } = compile(framework, profile)
  if (!compiled) {
    if (issues.length === 0) throw new Error('refused without a reason')
    return 'refused'
  }
  const input: Input = { answers: answers(draw), evidence: { r: { e: draw.below(3) } }, judgements: { r: { level: draw.pick(['a', 'd', 'nobody']) } }, ...(draw.chance(0.5) && { previous: answers(draw) }), ...(draw.chance(0.2) && { unit: { id: 'u', title: '', notApplicable: ['q'] } }) }
  const outcome = evaluate(compiled, input, { trace: draw.chance(0.1) })
  for (const id of draw.chance(0.2) ? compiled.nodes.keys() : []) explain(compiled, input, outcome, id, draw.pick(['zh', 'en']))
  const open = session(compiled, input)
  for (let count = draw.below(4); count > 0; count--) open.set(draw.pick(fields), answer(draw))
  const [after, fresh] = [JSON.stringify(open.outcome.nodes), JSON.stringify(evaluate(compiled, open.input).nodes)]
  if (after !== fresh) throw new Error(`the session says ${after}, a fresh evaluation ${fresh}`)
  if (draw.chance(0.01)) for (const { fix } of lint(compiled)) if (fix) compile(applyFix(framework, fix.edits))
  if (draw.chance(0.01)) supply(compiled, input, draw.pick(['p', 'q', 'r']))
  return issues.some(({ severity }) => severity === 'error') ? 'faulty' : 'sound'
}

/** Any JSON value as any kind of document: form checking alone. */
export function meetForm(seed: number): void {
  const draw = random(seed)
  for (const kind of ['framework', 'cycle', 'procedure', 'submission', 'outcome'] as const) validate(kind, junk(draw, 6))
}
