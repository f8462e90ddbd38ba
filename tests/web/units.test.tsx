import { expect, test } from 'vitest'
import { unitsIn } from '../../server/web/cycles/UnitsField.tsx'

test('a pasted list gives units: with ids where there are some, numbered otherwise', () => {
  expect(unitsIn('qu01\t区01\nqu02 区02\n\n 区03 ')).toEqual([{ id: 'qu01', title: '区01' }, { id: 'qu02', title: '区02' }, { id: 'unit03', title: '区03' }])
})
