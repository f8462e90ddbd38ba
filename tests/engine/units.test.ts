import { expect, test } from 'vitest'
import { isRate } from '../../engine/index.ts'

test.each(['个/生', '个/百人', '分/生', '元/人', '%', '‰', '百分点'])('%s does not add up', (unit) => expect(isRate(unit)).toBe(true))
test.each(['个', '分', '元', '万人', '所', undefined])('%s adds up', (unit) => expect(isRate(unit)).toBe(false))
