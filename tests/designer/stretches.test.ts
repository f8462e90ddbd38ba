import { describe, expect, test } from 'vitest'
import { lineOf } from '../../designer/point/stretches.ts'
import type { Rubric, Rule } from '../../schemas/index.ts'

const rate: Rule = { var: 'rate' }
const rubric = (criteria: [string, Rule][], more: Partial<Rubric> = {}): Rubric => ({ method: 'criteria', criteria: criteria.map(([level, levelIf]) => ({ level, levelIf })), ...more })
const laid = (made: Rubric, parameter: (id: string) => unknown = () => undefined): string[] | undefined => lineOf(made, parameter)?.stretches.map(({ state, levels, from, to }) => `${state === 'level' ? levels[0] : state}${from === to ? ` =${from}` : ''}`)

describe('conditions on one number as a line', () => {
  test('the first that holds gives the level; where none does is a gap, of a single value too', () => {
    expect(laid(rubric([['a', { '>=': [rate, 5] }], ['b', { '>=': [rate, { var: 'params.good' }] }], ['d', { '<': [rate, 3] }]]), (id) => (id === 'good' ? 3.5 : undefined))).toEqual(['d', 'gap', 'b', 'a'])
    expect(laid(rubric([['a', { '>': [rate, 3] }], ['b', { '<': [rate, 3] }]]))).toEqual(['b', 'gap =3', 'a'])
    expect(laid(rubric([['a', { '>=': [rate, 3] }]], { otherwise: 'd' }))).toEqual(['d', 'a'])
  })
  test('several that hold overlap only where each must stand alone', () => {
    const both: [string, Rule][] = [['a', { '>=': [rate, 3] }], ['b', { and: [{ '>=': [rate, 1] }, { '<': [rate, 4] }] }]]
    expect(laid(rubric(both, { otherwise: 'd' }))).toEqual(['d', 'b', 'a'])
    expect(laid(rubric(both, { otherwise: 'd', policy: 'unique' }))).toEqual(['d', 'b', 'overlap', 'a'])
  })
  test('an example lies inside, also next to a single value', () => {
    const gap = lineOf(rubric([['a', { '>=': [rate, 5] }], ['d', { '<': [rate, 3] }]]), () => undefined)?.stretches[1]
    expect(gap).toMatchObject({ from: 3, to: 5, state: 'gap', example: 4 })
  })
  test('other conditions are not drawn', () => {
    expect(laid(rubric([['a', { '>=': [rate, { var: 'other' }] }]]))).toBeUndefined()
    expect(laid(rubric([['a', { var: 'yes' }]]))).toBeUndefined()
    expect(laid(rubric([['a', { '>=': [rate, { var: 'params.good' }] }]]))).toBeUndefined()
  })
})
