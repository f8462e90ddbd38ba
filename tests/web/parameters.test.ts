import { expect, test } from 'vitest'
import { fitsParameter, parameterTyped } from '../../server/web/cycles/parameterTyped.ts'
import type { Parameter } from '../../schemas/index.ts'

const line: Parameter = { title: '优秀线', value: 90, basis: { kind: 'proposal' } }
const wanted: Parameter = { title: '须公开', value: true, basis: { kind: 'proposal' } }

test('a number is read as people write it; words in its place do not fit', () => {
  expect(parameterTyped(line, ' ９２．５ ')).toBe(92.5)
  expect(parameterTyped(line, '1,200')).toBe(1200)
  expect(fitsParameter(line, parameterTyped(line, '九十'))).toBe(false)
  expect(fitsParameter(line, parameterTyped(line, ''))).toBe(false)
})

test('yes and no are read in words; anything else does not fit', () => {
  expect(parameterTyped(wanted, '否')).toBe(false)
  expect(fitsParameter(wanted, parameterTyped(wanted, '也许'))).toBe(false)
})
