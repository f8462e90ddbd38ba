import { expect, test } from 'vitest'
import { givenUp } from '../../designer/point/givenUp.ts'
import { compile } from '../../engine/index.ts'
import type { EvaluationPoint, Framework } from '../../schemas/index.ts'
import { withCases } from './withCases.ts'

const at = (value: number, level: string) => ({ name: `满意度 ${value}`, answers: { satisfaction: value }, expect: { status: 'determined' as const, level } })
/** The satisfaction of the sample with A from `from`, and cases. */
const compiledOf = (document: Framework) => compile(document, {}, { checked: true }).compiled!

test('accepting the one case of a level gives up the level, and the threshold it stood on', () => {
  const cases = [at(90, 'a'), at(80, 'b'), at(70, 'c'), at(60, 'd')]
  const base = withCases(cases, 90)
  const draft = withCases(cases, 92)
  const compiled = compiledOf(draft)
  const point = compiled.point('approval')?.point as EvaluationPoint
  expect(givenUp(point, 0, { status: 'determined', level: 'b' }, compiled, base)).toEqual([
    { kind: 'level', level: 'a', name: '优' },
    { kind: 'boundary', name: '满意度指数', at: 92 },
  ])
})

test('what another case still expects is not given up', () => {
  const cases = [at(90, 'a'), at(95, 'a'), at(92, 'a'), at(80, 'b'), at(70, 'c'), at(60, 'd')]
  const compiled = compiledOf(withCases(cases, 92))
  const point = compiled.point('approval')?.point as EvaluationPoint
  expect(givenUp(point, 0, { status: 'determined', level: 'b' }, compiled, withCases(cases, 90))).toEqual([])
})

test('an undetermined result that only this case expected is given up too', () => {
  const compiled = compiledOf(withCases([{ name: '空', answers: {}, expect: { status: 'undetermined' } }, at(90, 'a'), at(80, 'b'), at(70, 'c')], 90))
  const point = compiled.point('approval')?.point as EvaluationPoint
  expect(givenUp(point, 0, { status: 'determined', level: 'd' }, compiled, undefined)).toContainEqual({ kind: 'status', status: 'undetermined' })
})
