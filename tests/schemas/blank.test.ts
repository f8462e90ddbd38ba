import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'

test('the framework one starts from is a sound document with nothing to judge yet', () => {
  const blank = JSON.parse(readFileSync(new URL('../../schemas/blank/framework.json', import.meta.url), 'utf8')) as Framework
  const { compiled, issues } = compile(blank)
  expect(issues).toEqual([])
  expect(compiled?.points).toEqual([])
})
