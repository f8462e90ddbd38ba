import { expect, test } from 'vitest'
import { mendWords } from '../../designer/findings.ts'
import { pointOf } from '../../designer/edits/nodes.ts'
import { readersOf } from '../../designer/point/users.ts'
import { zh } from '../../designer/strings.zh.ts'
import { compile, lint } from '../../engine/index.ts'
import { framework } from '../../stories/samples/index.ts'
import type { Framework } from '../../schemas/index.ts'

/** What the button of the first such finding says. */
function offered(code: string, change: (document: Framework) => void): string | undefined {
  const document = structuredClone(framework)
  change(document)
  const { compiled } = compile(document)
  const found = compiled && lint(compiled).find((one) => one.code === code && one.fix)
  return found && mendWords(found, zh)
}

test('the button says what mending does, never an id', () => {
  expect(offered('lint.absent', (document) => { for (const { evaluationPoints } of document.indicators.flatMap((one) => [one, ...(one.children ?? [])])) for (const point of evaluationPoints ?? []) delete point.schema.required })).toBe('设为必填')
  expect(offered('lint.unusedParameter', (document) => { document.parameters['idle'] = { title: '闲置', value: 1, basis: { kind: 'proposal' } } })).toBe('删去')
})

test('what reads a field is named before it is taken out', () => {
  const point = pointOf(framework, 'investment')!
  const readers = readersOf(point, 'budget', zh)
  expect(readers.length).toBeGreaterThan(0)
  for (const { title, rule } of Object.values(point.calculations ?? {})) expect(readers.includes(title)).toBe(JSON.stringify(rule).includes('"budget"'))
  expect(readersOf({ ...point, calculations: {}, checks: [], layout: [], evidence: [], rubric: { method: 'narrative' } }, 'budget', zh)).toEqual([])
})
