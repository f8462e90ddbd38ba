import { expect, test } from 'vitest'
import { unitsIn } from '../../server/web/cycles/UnitsField.tsx'

test('a pasted list gives units: with ids where there are some, numbered otherwise', () => {
  expect(unitsIn('huangpu\t黄浦区\nxuhui 徐汇区\n\n 长宁区 ')).toEqual([{ id: 'huangpu', title: '黄浦区' }, { id: 'xuhui', title: '徐汇区' }, { id: 'unit03', title: '长宁区' }])
})
