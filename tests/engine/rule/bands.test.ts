import { expect, test } from 'vitest'
import { compileBands } from '../../../engine/rule/bands.ts'
import { frame, layout, put } from '../../../engine/slots.ts'

const number = { kind: 'number' } as const
const layoutOf = layout([{ path: 'x', type: number }, { path: 'y', type: number }, { path: 'line', type: number }, { path: 'params.line', type: number, constant: 28.5 }])

function bandOf(values: Record<string, number>, ends: readonly (number | { var: string })[], includes: 'lower' | 'upper' = 'lower'): [number, readonly number[]] {
  const { bands, issues } = compileBands({ '*': [{ var: 'x' }, { var: 'y' }] }, ends, layoutOf, { includes })
  expect(issues).toEqual([])
  const frameOf = frame(layoutOf)
  for (const variable of layoutOf.variables) put(frameOf, variable, values[variable.path])
  return bands ? [bands.index(frameOf), bands.possible(frameOf)] : [-2, []]
}

test('an end belongs to the band above it, or below, exactly', () => {
  expect(bandOf({ x: 0.285, y: 100 }, [10, { var: 'params.line' }, 50])).toEqual([2, [2]])
  expect(bandOf({ x: 0.285, y: 100 }, [10, { var: 'params.line' }, 50], 'upper')).toEqual([1, [1]])
  expect(bandOf({ x: -1, y: 1 }, [10, 28.5])).toEqual([0, [0]])
  expect(bandOf({ x: 1000, y: 1 }, [10, 28.5])).toEqual([2, [2]])
})
test('an unknown value leaves every band possible, an unknown end those around it', () => {
  expect(bandOf({ x: 1 }, [10, 20])).toEqual([-1, [0, 1, 2]])
  expect(bandOf({ x: 15, y: 1 }, [10, { var: 'line' }, 30])).toEqual([-1, [1, 2]])
  expect(bandOf({ x: 15, y: 1, line: 12 }, [10, { var: 'line' }, 30])).toEqual([2, [2]])
})
