import { expect, test } from 'vitest'
import type { Type } from '../../engine/rule/type.ts'
import { frame, get, layout, put } from '../../engine/slots.ts'

function entered(type: Type, value: unknown): [unknown, string[]] {
  const layoutOf = layout([{ path: 'x', type }])
  const frameOf = frame(layoutOf)
  const [variable] = layoutOf.variables
  if (!variable) throw new Error('no variable')
  const issues = put(frameOf, variable, value)
  return [get(frameOf, variable), issues.map(({ code, path }) => `${code} ${path}`)]
}

const cases: [string, Type, unknown, unknown, string[]][] = [
  ['a budget of a trillion', { kind: 'number', decimals: 2 }, 1e12 + 0.25, 1e12 + 0.25, []],
  ['four decimals where none are declared', { kind: 'number' }, 12.3456, 12.3456, []],
  ['more than any budget', { kind: 'number' }, 2e13, undefined, ['answer.maximum /answers/x']],
  ['above the declared end', { kind: 'number', max: 100 }, 100.01, undefined, ['answer.maximum /answers/x']],
  ['below the declared end', { kind: 'number', min: 0 }, -1, undefined, ['answer.minimum /answers/x']],
  ['too many decimals', { kind: 'number', decimals: 2 }, 1.234, undefined, ['answer.decimals /answers/x']],
  ['decimals doubles cannot hold exactly', { kind: 'number', decimals: 2 }, 1.15, 1.15, []],
  ['half a pupil', { kind: 'number', integer: true }, 1.5, undefined, ['answer.decimals /answers/x']],
  ['a number as text', { kind: 'number' }, '5', undefined, ['answer.type /answers/x']],
  ['no number', { kind: 'number' }, NaN, undefined, ['answer.type /answers/x']],
  ['nothing', { kind: 'number' }, '', undefined, []],
  ['zero is not nothing', { kind: 'number' }, 0, 0, []],
  ['false is not nothing', { kind: 'boolean' }, false, false, []],
  ['an option', { kind: 'text', options: ['a', 'b'] }, 'b', 'b', []],
  ['no option', { kind: 'text', options: ['a', 'b'] }, 'c', undefined, ['answer.option /answers/x']],
  ['a leap day', { kind: 'date' }, '2024-02-29', '2024-02-29', []],
  ['no such day', { kind: 'date' }, '2023-02-29', undefined, ['answer.date /answers/x']],
  ['choices', { kind: 'list', of: { kind: 'text', options: ['a', 'b'] } }, ['a', 'c'], ['a', null], ['answer.option /answers/x/1']],
  ['a wrong cell leaves the others', { kind: 'table', columns: [{ id: 'n', title: 'n', type: { kind: 'number', max: 9 } }] }, [{ n: 1 }, { n: 10 }, { n: 'x' }], [{ n: 1 }, {}, {}], ['answer.maximum /answers/x/1/n', 'answer.type /answers/x/2/n']],
  ['a row that is none', { kind: 'table', columns: [] }, [5], [{}], ['answer.type /answers/x/0']],
]
test.each(cases)('%s', (_, type, value, expected, issues) => {
  expect(entered(type, value)).toEqual([expected, issues])
})
