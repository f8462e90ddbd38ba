import { expect, test } from 'vitest'
import { compile, evaluate, session } from '../../engine/index.ts'
import type { Element, Framework } from '../../schemas/index.ts'
import { random } from '../fuzz/random.ts'

const number: Element = { type: 'number', title: '数', minimum: 0, maximum: 1e6, 'x-decimals': 2 }
const column = (id: string) => ({ map: [{ var: 'schools' }, { var: id }] })
const framework: Framework = {
  format: 'yardstick/framework@1', id: 'cells', edition: '1', title: '表格', tiers: [{ id: 'point', title: '要点' }], parameters: {},
  elements: {
    schools: {
      type: 'array', title: '学校',
      items: { type: 'object', required: ['pupils'], properties: { name: { type: 'string', title: '校名' }, opened: { type: 'string', format: 'date', title: '建校' }, pupils: number, books: number, each: { type: 'number', title: '生均', 'x-calculation': { '/': [{ var: 'books' }, { var: 'pupils' }] } } } },
    },
  },
  scales: { two: { title: '两级', levels: [{ id: 'yes', label: '是', score: 1 }, { id: 'no', label: '否', score: 0 }] } },
  indicators: [{ id: 'i', code: '1', title: '指标', evaluationPoints: [{
    id: 'p', code: '1.1', title: '要点', requirement: '…', schema: { type: 'object', properties: { schools: { $ref: '#/elements/schools' } } },
    calculations: {
      total: { title: '合计', rule: { sum: [column('pupils')] } }, average: { title: '平均', rule: { mean: [column('books')] } }, most: { title: '最多', rule: { max: [column('each')] } },
    },
    rubric: { scale: 'two', method: 'criteria', criteria: [{ level: 'yes', levelIf: { '>=': [{ var: 'total' }, 2000] } }], otherwise: 'no' },
  }] }],
}
const { compiled, issues } = compile(framework)
if (!compiled || issues.length > 0) throw new Error(JSON.stringify(issues))

test('cells set one by one come to what the whole table comes to', () => {
  const draw = random(5)
  const start = Array.from({ length: 6 }, (_, i) => ({ name: `学校${i}`, pupils: 300 + i / 4, books: 9000 }))
  const open = session(compiled, { answers: { schools: start } })
  const values = [100, 250.25, 0.1, 999.99, 333, null, '', -1, 'x', 1e7, 1.234]
  for (let n = 0; n < 600; n++) {
    const [row, key] = [draw.below(6), draw.pick(['pupils', 'books', 'name', 'opened', 'each', 'unheard'])]
    const value = key === 'name' ? `校${n}` : key === 'opened' ? draw.pick(['2001-02-03', '2001-02-30', null]) : draw.pick(values)
    const change = open.setCell('schools', row, key, value)
    const fresh = evaluate(compiled, open.input)
    expect(open.outcome.calculations).toEqual(fresh.calculations)
    expect(open.node('p')).toEqual(fresh.nodes['p'])
    if (key === 'pupils' && value === -1) expect(change.issues).toContainEqual(expect.objectContaining({ code: 'answer.minimum', path: `/answers/schools/${row}/pupils` }))
  }
})

test('an input once given away does not change any more', () => {
  const start = [{ name: '甲', pupils: 1 }, { name: '乙', pupils: 2 }]
  const open = session(compiled, { answers: { schools: start } })
  open.setCell('schools', 0, 'pupils', 5)
  const before = open.input
  open.setCell('schools', 0, 'pupils', 6)
  expect(start[0]).toEqual({ name: '甲', pupils: 1 })
  expect(before.answers['schools']).toEqual([{ name: '甲', pupils: 5 }, { name: '乙', pupils: 2 }])
  expect(open.input.answers['schools']).toEqual([{ name: '甲', pupils: 6 }, { name: '乙', pupils: 2 }])
  expect(open.value('total')).toBe(8)
})

test('a row that is not there is a mistake of the caller', () => {
  expect(() => session(compiled, { answers: {} }).setCell('schools', 0, 'pupils', 1)).toThrow('no row 0')
})
