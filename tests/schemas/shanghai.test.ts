import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { EvaluationPoint, Framework, Indicator } from '../../schemas/types.ts'

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../schemas/shanghai/${name}`, import.meta.url), 'utf8')) as T
const framework = read<Framework>('framework.json')
const source = read<{ items: { code: string; title?: string; text?: string }[] }>('source.json')

const indicatorsOf = (list: readonly Indicator[]): Indicator[] => list.flatMap((item) => [item, ...indicatorsOf(item.children ?? [])])
const indicators = indicatorsOf(framework.indicators)
const points: EvaluationPoint[] = indicators.flatMap((item) => item.evaluationPoints ?? [])

test('the tree has 5 indicators, 16 below them and 36 evaluation points', () => {
  expect(framework.indicators.length).toBe(5)
  expect(indicators.length - framework.indicators.length).toBe(16)
  expect(points.length).toBe(36)
})

test('every text is the annex, word for word', () => {
  const texts = new Map(points.map((point) => [point.code, point.requirement]))
  const titles = new Map([...indicators, ...points].map((node) => [node.code, node.title]))
  for (const item of source.items) {
    if (item.text) expect(texts.get(item.code)).toBe(item.text)
    if (item.title) expect(titles.get(item.code)).toBe(item.title)
  }
  expect(source.items.filter((item) => item.text).map((item) => item.code)).toEqual(points.map((point) => point.code))
})

test('no title is used twice, except where the annex does', () => {
  const codes = new Map<string, string[]>()
  for (const node of [...indicators, ...points]) codes.set(node.title, [...(codes.get(node.title) ?? []), node.code])
  expect([...codes.values()].filter((list) => list.length > 1)).toEqual([['3.7', '3.7.1'], ['4.1', '4.1.1']])
})
