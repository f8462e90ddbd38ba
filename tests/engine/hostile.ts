import type { EvaluationPoint, Framework, Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const keyed = <T>(count: number, make: (i: number) => T): Record<string, T> => Object.fromEntries(many(count, (i) => [`k${i}`, make(i)]))
const point = (more: Partial<EvaluationPoint>): EvaluationPoint => pointOf('p', { method: 'narrative' }, more)
const one = (more: Partial<EvaluationPoint>): Framework => frameworkOf([point(more)])
const calculations = (count: number, rule: (i: number) => Rule): Framework => one({ calculations: keyed(count, (i) => ({ title: 'c', rule: rule(i) })) })
const elements = (element: (i: number) => object): Framework => ({ ...one({}), elements: keyed(3000, element) as Framework['elements'] })
const record = <T>(count: number, make: (i: number) => T, name = 'e'): Record<string, T> => Object.fromEntries(many(count, (i) => [`${name}${i}`, make(i)]))
const wrong = <T>(value: object): T => value as T

/** Documents that are large, well formed, and meant to cost whoever opens them; each with the code it is refused by and, where it is one, the place. */
export const hostile: readonly (readonly [name: string, code: string, make: () => Framework, path?: string])[] = [
  ['5,000 points, each with a name nobody bears', 'limit.size', () => frameworkOf(many(5000, (i) => ({ ...point({ calculations: { [`c${i}`]: { title: 'c', rule: { '+': [{ var: 'nobody' }, 1] } } } }), id: `p${i}` })))],
  ['9,000 points, one id', 'limit.size', () => frameworkOf(many(9000, () => point({})))],
  ['2,000 points, one id', 'limit.issues', () => frameworkOf(many(2000, () => point({})))],
  ['18,000 indicators', 'limit.size', () => ({ ...one({}), indicators: many(9000, () => ({ id: 'i', code: '1', title: 'i', children: [{ id: 'j', code: '1', title: 'j' }] })) })],
  ['400 names spelt almost like 3,000 others', 'limit.issues', () => ({ ...calculations(400, (i) => ({ var: `elemnt${i}` })), elements: Object.fromEntries(many(3000, (i) => [`element${i}`, { type: 'number', title: 'e' }])) as Framework['elements'] })],
  ['9,000 calculations, each on the next', 'document.maxProperties', () => calculations(9000, (i) => ({ '+': [{ var: `k${i + 1}` }, 1] }))],
  ['400 calculations in a circle', 'reference.chain', () => calculations(400, (i) => ({ '+': [{ var: `k${(i + 1) % 400}` }, 1] }))],
  ['250 calculations, each on all', 'limit.issues', () => calculations(250, () => ({ '+': many(250, (j) => ({ var: `k${j}` })) }))],
  ['doubled 200 times', 'reference.chain', () => calculations(200, (i) => (i === 0 ? 2 : { '*': [{ var: `k${i - 1}` }, { var: `k${i - 1}` }] }))],
  ['a list merged with itself 200 times', 'reference.chain', () => calculations(200, (i): Rule => (i === 0 ? { count: [{ map: [{ var: 'k199' }, true] }] } : i === 1 ? [1, 2] : { merge: [{ var: `k${i - 1}` }, { var: `k${i - 1}` }] }))],
  ['a list of a million', 'limit.size', () => calculations(1, () => ({ '+': many(1_000_000, () => 1) }))],
  ['a rule of 160,000 parts', 'limit.size', () => calculations(1, () => ({ '+': many(9999, () => ({ '+': many(15, () => 1) })) }))],
  ['400 operators that do not exist', 'limit.issues', () => calculations(400, (i) => ({ [`opp${i}`]: [1, 2] }))],
  ['900 rules, each 100 deep', 'limit.depth', () => frameworkOf(many(900, (i) => ({ ...point({ checks: [{ id: 'c', severity: 'error', rule: many(130, () => 0).reduce<Rule>((inner) => ({ '!': [inner] }), true), message: 'm' }] }), id: `p${i}` })))],
  ['9,000 checks of an odd severity', 'document.maxItems', () => one({ checks: many(9000, (i) => wrong({ id: `c${i}`, severity: 'odd', rule: true, message: 'm' })) })],
  ['9,000 places in a layout', 'document.maxItems', () => one({ layout: many(9000, (i) => ({ field: `f${i}`, visibleIf: true })) })],
  ['9,000 golden cases', 'document.maxItems', () => one({ examples: many(9000, (i) => ({ name: 'x', answers: { n: i }, expect: { status: 'determined' } })) })],
  ['9,000 bands', 'document.maxItems', () => frameworkOf([pointOf('p', { scale: 's', method: 'bands', value: 1, bands: many(9000, (i) => ({ level: 'a', from: -i })) })])],
  ['3,000 patterns that look back', 'document.patternUnsafe', () => elements(() => ({ type: 'string', title: 'e', pattern: '(a)\\1' }))],
  ['3,000 patterns that explode', 'document.patternUnsafe', () => elements(() => ({ type: 'string', title: 'e', pattern: '((a{1,99}){1,99}){1,99}' }))],
  ['3,000 choices of one question', 'document.maxItems', () => elements((i) => ({ type: 'string', title: 'e', oneOf: many(i === 0 ? 9999 : 1, (j) => ({ const: `c${j}`, title: 'c' })) }))],
  ['texts of 90 kB each', 'document.maxLength', () => elements(() => ({ type: 'number', title: 'x'.repeat(90_000) }))],
  ['9,000 elements, the last wrong', 'document.enum', () => ({ ...one({}), elements: record(9000, (i) => wrong({ type: i === 8999 ? 'evil' : 'number', title: 'x' })) }), '/elements/e8999/type'],
  ['9,000 parameters, the last wrong', 'document.required', () => ({ ...one({}), parameters: record(9000, (i) => wrong(i === 8999 ? {} : { title: 'x', value: i, basis: { kind: 'proposal' } })) }), '/parameters/e8999'],
  ['2,900 points, the last wrong', 'document.required', () => frameworkOf(many(2900, (i) => (i === 2899 ? wrong({}) : pointOf(`p${i}`, bands())))), '/indicators/0/evaluationPoints/2899'],
  ['10,000 golden cases, the last wrong', 'document.required', () => frameworkOf(many(100, (k) => pointOf(`p${k}`, bands(), { examples: many(100, (i) => wrong(k === 99 && i === 99 ? {} : { name: 'x', answers: { pX: i }, expect: { status: 'determined', level: 'a' } })) }))), '/indicators/0/evaluationPoints/99/examples/99'],
  ['2,000 patterns of 1,000 steps, the last looks back', 'document.patternUnsafe', () => ({ ...one({}), elements: record(2000, (i) => ({ type: 'string' as const, title: 'x', pattern: i === 1999 ? '(a)\\1' : `^(a{30}){30}${i}$` })) }), '/elements/e1999/pattern'],
  ['60 tiers', 'document.required', () => ({ ...one({}), indicators: [many(60, (i) => i).reduce<never>((inner) => wrong({ id: 'a', code: '1', title: 'a', children: [inner] }), wrong({ id: 'x' }))] }), `/indicators/0${'/children/0'.repeat(60)}`],
  ['a sum of 9,000 products', 'limit.size', () => frameworkOf([pointOf('p', bands({ value: { '+': many(9000, () => ({ '*': [v('pX'), 2] })) } }))])],
  ['a chain of 2,000 calculations over 100 points', 'reference.chain', () => frameworkOf(many(100, (k) => pointOf(`p${k}`, bands(), { calculations: Object.fromEntries(many(20, (i) => [`c${k * 20 + i}`, { title: 'c', rule: { '+': [v(`c${k * 20 + i + 1}`), 1] } }])) })))],
  ['400 calculations, each on all before', 'reference.chain', () => frameworkOf(many(20, (k) => pointOf(`p${k}`, bands(), { calculations: Object.fromEntries(many(20, (i) => [`c${k * 20 + i}`, { title: 'c', rule: { '+': [1, ...many(k * 20 + i, (n) => v(`c${n}`))] } }])) })))],
  ['200 points of 50 checks with an operator almost spelt', 'rule.operator', () => frameworkOf(many(200, (k) => pointOf(`p${k}`, bands(), { checks: many(50, (i) => ({ id: `c${i}`, severity: 'error' as const, message: 'x', rule: { rond: [i] } })) })))],
  ['4,000 references to no element', 'reference.element', () => frameworkOf(many(100, (k) => pointOf(`p${k}`, bands(), { schema: { type: 'object', properties: record(40, (i) => ({ $ref: `#/elements/e${i}` })) } })))],
  ['names of marks that combine', 'document.pattern', () => ({ ...one({}), elements: Object.fromEntries(many(3000, (i) => [`e${'\u0301'.repeat(60)}${i}`, { type: 'number' as const, title: 'x' }])) })],
]
