import { framework } from '../../stories/samples/index.ts'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addIndicator, addPoint } from '../../designer/edits/addNode.ts'
import { duplicateNode } from '../../designer/edits/duplicateNode.ts'
import { addElement, fieldOrder, orderField, removeField, setElement, setLayout, setRequired, useElement } from '../../designer/edits/fields.ts'
import { indent, moveTo, outdent, shift } from '../../designer/edits/moveNode.ts'
import { find, pointOf } from '../../designer/edits/nodes.ts'
import { addParameter, removeParameter, setParameter, usesOf } from '../../designer/edits/parameters.ts'
import { removeNode } from '../../designer/edits/removeNode.ts'
import { setNode } from '../../designer/edits/setNode.ts'
import { indentAll, moveAll, outdentAll, removeAll, shiftAll, topmost } from '../../designer/edits/several.ts'
import { advance, begin, redo, undo } from '../../designer/history.ts'
import { elementOfKind, kindOfElement, kinds } from '../../designer/kinds.ts'
import { rubricOf, templates } from '../../designer/point/templates.ts'
import { compile, validate, variablesOf } from '../../engine/index.ts'
import type { EvaluationPoint, Framework, Indicator, Rule } from '../../schemas/index.ts'

const whole = JSON.parse(readFileSync(new URL('../../schemas/shanghai/framework.json', import.meta.url), 'utf8')) as Framework
/** One first-tier indicator is enough, and quick. */
const shanghai: Framework = { ...whole, indicators: whole.indicators.filter(({ code }) => code === '2') }

function nodesOf(document: Framework): string[] {
  const walk = (nodes: readonly Indicator[]): string[] => nodes.flatMap((node) => [node.id, ...walk(node.children ?? []), ...(node.evaluationPoints ?? []).map(({ id }) => id)])
  return walk(document.indicators)
}
function pointsOf(document: Framework): EvaluationPoint[] {
  const walk = (nodes: readonly Indicator[]): EvaluationPoint[] => nodes.flatMap((node) => [...walk(node.children ?? []), ...(node.evaluationPoints ?? [])])
  return walk(document.indicators)
}

/** Any edit the designer makes, on a node chosen by number. */
type Edit = (document: Framework, pick: (list: readonly string[]) => string) => Framework
const edits: Record<string, Edit> = {
  title: (d, pick) => setNode(d, pick(nodesOf(d)), { title: '新的名称' }),
  code: (d, pick) => setNode(d, pick(nodesOf(d)), { code: '9.9' }),
  weight: (d, pick) => setNode(d, pick(nodesOf(d)), { weight: 7 }),
  up: (d, pick) => shift(d, pick(nodesOf(d)), -1),
  down: (d, pick) => shift(d, pick(nodesOf(d)), 1),
  indent: (d, pick) => indent(d, pick(nodesOf(d))),
  outdent: (d, pick) => outdent(d, pick(nodesOf(d))),
  move: (d, pick) => moveTo(d, pick(nodesOf(d)), pick(nodesOf(d)), 0),
  remove: (d, pick) => removeNode(d, pick(nodesOf(d))),
  duplicate: (d, pick) => duplicateNode(d, pick(nodesOf(d))).document,
  indicator: (d, pick) => addIndicator(d, pick(nodesOf(d)), '指标').document,
  point: (d, pick) => addPoint(d, pick(nodesOf(d)), '要点').document,
  field: (d, pick) => addElement(d, pick(nodesOf(d)), elementOfKind(kinds[d.title.length % kinds.length] ?? 'number', '字段')).document,
  use: (d, pick) => useElement(d, pick(nodesOf(d)), pick(Object.keys(d.elements))),
  unfield: (d, pick) => { const id = pick(nodesOf(d)); return removeField(d, id, pick(Object.keys(pointOf(d, id)?.schema.properties ?? { none: 0 }))) },
  element: (d, pick) => setElement(d, pick(nodesOf(d)), pick(Object.keys(d.elements)), { description: '口径' }),
  required: (d, pick) => { const id = pick(nodesOf(d)); return setRequired(d, id, pick(Object.keys(pointOf(d, id)?.schema.properties ?? { none: 0 })), true) },
  layout: (d, pick) => { const id = pick(nodesOf(d)); const field = pick(Object.keys(pointOf(d, id)?.schema.properties ?? {})); return field === '' ? d : setLayout(d, id, field, { heading: '标题' }) },
  order: (d, pick) => { const id = pick(nodesOf(d)); const point = pointOf(d, id); return point && fieldOrder(point).length > 1 ? orderField(d, id, pick(fieldOrder(point)), undefined) : d },
  parameter: (d, pick) => setParameter(d, pick(Object.keys(d.parameters)), { reason: '调整' }),
  newParameter: (d) => addParameter(d, { title: '参数', value: 1, basis: { kind: 'proposal' } }).document,
  dropParameter: (d, pick) => { const id = pick(Object.keys(d.parameters)); return usesOf(d, `params.${id}`).length === 0 ? removeParameter(d, id) : d },
}
const sequences = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 })
const run = (document: Framework, [name, a, b]: readonly [string, number, number]): Framework => {
  const numbers = [a, b]
  return edits[name]?.(document, (list) => list[(numbers.shift() ?? 0) % Math.max(1, list.length)] ?? '') ?? document
}

describe('laws', () => {
  test('no sequence of edits throws or leaves the format', () => {
    fc.assert(fc.property(sequences, (steps) => {
      const document = steps.reduce(run, shanghai)
      expect(validate('framework', document)).toEqual([])
    }), { numRuns: 30 })
  })
  test('what is not touched stays the same bytes, rules above all', () => {
    const rulesOf = (document: Framework): Map<string, string> => new Map(pointsOf(document).flatMap((point) => [
      ...Object.entries(point.calculations ?? {}).map(([id, { rule }]) => [`${point.id}.${id}`, JSON.stringify(rule)] as const), [`${point.id}.rubric`, JSON.stringify(point.rubric)] as const,
    ]))
    const before = rulesOf(shanghai)
    fc.assert(fc.property(sequences, (steps) => {
      for (const [key, rule] of rulesOf(steps.reduce(run, shanghai))) if (before.has(key)) expect(rule).toBe(before.get(key))
    }), { numRuns: 30 })
  })
  test('undo and redo go through the very same documents', () => {
    fc.assert(fc.property(sequences, (steps) => {
      let history = begin(shanghai)
      const seen = [history.present]
      for (const step of steps) {
        const next = run(history.present, step)
        if (next !== history.present) seen.push(next)
        history = advance(history, next)
      }
      const last = history.present
      for (let i = seen.length - 2; i >= 0; i--) {
        history = undo(history)
        expect(history.present).toBe(seen[i])
      }
      for (let i = 1; i < seen.length; i++) history = redo(history)
      expect(history.present).toBe(last)
    }), { numRuns: 40 })
  })
  test('an edit that changes nothing gives back the same document', () => {
    expect(setNode(shanghai, 'educationInvestment', { title: find(shanghai, 'educationInvestment')?.node.title ?? '' })).toBe(shanghai)
    expect(shift(shanghai, nodesOf(shanghai)[0] ?? '', -1)).toBe(shanghai)
    expect(removeNode(shanghai, 'nobody')).toBe(shanghai)
  })
})

test('typing in one box is undone at once, another box is another step', () => {
  let history = begin('')
  for (const text of ['a', 'ab', 'abc']) history = advance(history, text, 'title')
  history = advance(history, 'abc!', 'code')
  expect(undo(history).present).toBe('abc')
  expect(undo(undo(history)).present).toBe('')
})

test('a copy gets its own ids and its rules follow them', () => {
  const { document, id } = duplicateNode(shanghai, 'educationInvestment')
  const copy = pointOf(document, id)
  expect(copy?.title).toBe(pointOf(shanghai, 'educationInvestment')?.title)
  expect(compile(document).issues).toEqual([])
})

test.each(kinds)('a new field of kind %s is what it says and compiles', (kind) => {
  const { document, id } = addElement(shanghai, 'educationInvestment', elementOfKind(kind, '新字段'))
  expect(kindOfElement(document.elements[id] ?? elementOfKind('text', ''))).toBe(kind)
  expect(compile(document).issues).toEqual([])
})

test.each(templates)('template %s compiles where there is something to decide by', (template) => {
  const point = pointOf(shanghai, 'educationInvestment')!
  const { compiled } = compile(shanghai)
  const ofKind = (kind: string): string[] => variablesOf(compiled!, point.id).filter((name) => name.own && name.type.kind === kind && ['element', 'calculation'].includes(name.kind)).map(({ path }) => path)
  const rubric = rubricOf(template, shanghai, { numbers: ofKind('number'), yes: ofKind('boolean') }, point.rubric.scale ?? '')
  const { issues } = compile(setNode(shanghai, point.id, { rubric, examples: [] }))
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('uses of a parameter are counted where rules read it', () => {
  const rule: Rule = { '>=': [1, { var: 'params.nobodyReadsThis' }] }
  expect(usesOf(shanghai, 'params.nobodyReadsThis')).toEqual([])
  expect(usesOf(setNode(shanghai, 'educationInvestment', { visibleIf: rule }), 'params.nobodyReadsThis')).toEqual(['2.1.1'])
})

test('a new id tells what it is and where it was made, or what it is called in Latin letters, and stays', () => {
  const ids = ['教师数', '教师数', 'PM2.5 日均值', 'Teacher count'].reduce<{ document: Framework; ids: string[] }>(({ document, ids: made }, title) => {
    const next = addElement(document, 'investment', { type: 'number', title })
    return { document: next.document, ids: [...made, next.id] }
  }, { document: framework, ids: [] }).ids
  expect(ids).toEqual(['field_1_1_1', 'field_1_1_1_2', 'pm2', 'teacherCount'])
  expect(addPoint(framework, 'funding', '新').id).toBe('point_1_1_3')
})

describe('several nodes together', () => {
  const leaf = (id: string): Indicator => ({ id, code: id, title: id })
  const flat: Framework = { ...shanghai, indicators: ['a', 'b', 'c', 'd'].map(leaf) }
  const order = (document: Framework): string => {
    const walk = (nodes: readonly Indicator[]): string => nodes.map(({ id, children }) => (children?.length ? `${id}(${walk(children)})` : id)).join('')
    return walk(document.indicators)
  }
  test('keep their order wherever they go, also at an end', () => {
    expect(order(shiftAll(flat, ['b', 'c'], -1))).toBe('bcad')
    expect(order(shiftAll(flat, ['a', 'b'], -1))).toBe('abcd')
    expect(order(shiftAll(flat, ['a', 'b'], 1))).toBe('cabd')
    expect(order(shiftAll(flat, ['c', 'd'], 1))).toBe('abcd')
    expect(order(indentAll(flat, ['b', 'c']))).toBe('a(bc)d')
    expect(order(outdentAll(indentAll(flat, ['b', 'c']), ['b', 'c']))).toBe('abcd')
    expect(order(moveAll(flat, ['a', 'b'], undefined, 4))).toBe('cdab')
    expect(order(moveAll(flat, ['c', 'd'], 'a', Infinity))).toBe('a(cd)b')
  })
  test('a node goes with the one above it, and never under itself', () => {
    const nested = indentAll(flat, ['b', 'c'])
    expect(topmost(nested, ['a', 'b', 'd'])).toEqual(['a', 'd'])
    expect(order(removeAll(nested, topmost(nested, ['a', 'b'])))).toBe('d')
    expect(moveAll(nested, ['a'], 'b', 0)).toBe(nested)
  })
})
