import { describe, expect, test } from 'vitest'
import { foldable, layoutOf, selectedPoints } from '../../server/web/overview/columns.ts'
import { framework } from './sample.ts'

const all = selectedPoints(framework, undefined)
const ids = (folded: string[], selected = all) => layoutOf(framework, selected, new Set(folded)).columns.map(({ id }) => id)

describe('columns of the matrix', () => {
  test('unfolded: the whole, a subtotal per first-level group, every point', () => {
    expect(ids([])).toEqual(['sample', 'i1', 'p111', 'p112', 'p121', 'p211'])
  })

  test('a folded second-level group leaves its subtotal, a folded first-level group only itself', () => {
    expect(ids(['i11'])).toEqual(['sample', 'i1', 'i11', 'p121', 'p211'])
    expect(ids(['i1', 'i11'])).toEqual(['sample', 'i1', 'p211'])
  })

  test('groups with one point are that point and do not fold', () => {
    expect(ids(['i2', 'i12'])).toEqual(ids([]))
    expect(foldable(framework, all)).toEqual({ roots: ['i1'], children: ['i11'] })
  })

  test('only what the cycle selects is shown', () => {
    expect(ids([], selectedPoints(framework, ['p121']))).toEqual(['sample', 'p121'])
  })

  test.each([[[]], [['i11']], [['i1']], [['i1', 'i11']]])('head cells span exactly the columns below them (folded: %s)', (folded) => {
    const { columns, groups, subgroups } = layoutOf(framework, all, new Set(folded))
    expect(groups.reduce((sum, { span }) => sum + span, 0)).toBe(columns.length - 1)
    expect(subgroups.reduce((sum, head) => sum + ('span' in head ? head.span : 1), 0)).toBe(columns.length - 1)
  })
})
