import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile, logicBook } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'

const read = (name: string): Framework => JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as Framework
const shanghai = read('shanghai/framework.json')
const text = (html: string): string => html.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

describe.each(['zh', 'en'] as const)('the logic book in %s', (locale) => {
  const book = logicBook(compile(shanghai).compiled!, locale)
  const words = text(book)
  test('names every point, field, calculation, parameter and level', () => {
    const { compiled } = compile(shanghai)
    for (const point of compiled!.points) {
      expect(words).toContain(`${point.code} ${point.title}`)
      for (const { schema } of point.fields) expect(words).toContain(schema.title)
      for (const { title } of point.calculations) expect(words).toContain(title)
    }
    for (const parameter of Object.values(shanghai.parameters)) expect(words).toContain(parameter.title)
    for (const { label } of shanghai.scales['l4']?.levels ?? []) expect(words).toContain(label)
  })
  test('speaks no JSON and shows no ids of names', () => {
    expect(words).not.toMatch(/\{"|"var"|params\.|undefined|\[object/)
  })
})

test('what authors write is text, never markup', () => {
  const hostile = structuredClone(read('hdi/framework.json'))
  hostile.title = '<script>alert(1)</script>'
  hostile.indicators[0]!.evaluationPoints![0]!.requirement = '"><img src=x onerror=alert(1)>'
  const book = logicBook(compile(hostile).compiled!)
  expect(book).not.toContain('<script')
  expect(book).not.toContain('<img')
  expect(book).toContain('&lt;script&gt;')
})

test('a profile shows its own thresholds', () => {
  const { compiled } = compile(read('hdi/framework.json'), { parameters: { lifeMaximum: { value: 90, reason: '试' } } })
  expect(text(logicBook(compiled!))).toContain('90 岁')
})
