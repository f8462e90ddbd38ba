import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../engine/strings.en.ts'
import { zh } from '../../engine/strings.zh.ts'

test('every code of an issue, a finding or a formula has words in both languages', () => {
  const sources = readdirSync('engine', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('strings')).map((name) => readFileSync(join('engine', name), 'utf8'))
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(/(?<!['\w])'((?:point|answer|check|evidence|rubric|aggregation|reference|profile|document|limit|rule|formula|lint)\.[a-zA-Z]+)'/g)].map(([, code = '']) => code)))
  expect(codes.size).toBeGreaterThan(100)
  expect([...codes].filter((code) => !Object.hasOwn(zh, code) || !Object.hasOwn(en, code))).toEqual([])
})
