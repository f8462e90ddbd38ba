import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { frame, layout } from '../../engine/slots.ts'
import { compileRule } from '../../engine/rule/rule.ts'

/** Growth rates as official bulletins print them, with the figures they come from; the source stands in each row. */
const rows = readFileSync(new URL('growth.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')) ?? []
  const [source = '', region = '', item = '', previous, current, published] = cells
  return { source, region, item, previous: Number(previous), current: Number(current), published: Number(published) }
})
const none = layout([])
const growth = (previous: number, current: number): number => compileRule({ round: [{ growth: [current, previous] }, 2] }, none).rule?.number(frame(none)) ?? NaN

test('80 of 81 published growth rates come out to the second decimal; the last is a misprint of its bulletin', () => {
  expect(rows).toHaveLength(81)
  const wrong = rows.filter(({ previous, current, published }) => growth(previous, current) !== published)
  expect(wrong).toMatchObject([{ region: expect.stringContaining('莲都') as string, published: -1.73 }])
  expect(wrong.map(({ previous, current }) => growth(previous, current))).toEqual([-2.13])
})
