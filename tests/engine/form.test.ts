import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { formIssues, type DocumentKind } from '../../engine/form.ts'
import { damaged } from '../fuzz/documents.ts'
import { random } from '../fuzz/random.ts'

const read = (name: string): object => JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as object
const ajv = new Ajv2020({ strict: false, schemas: [{ $id: 'rule.schema.json' }, ...['framework', 'cycle', 'procedure', 'submission', 'outcome'].map((kind) => read(`${kind}.schema.json`))] })
formats.default(ajv)
const submission = (read('shanghai/synthetic/submissions-2025.json') as { submissions: object[] }).submissions[0] as object
const documents: [DocumentKind, object][] = [['framework', read('shanghai/framework.json')], ['framework', read('hdi/framework.json')], ['cycle', read('shanghai/monitoring-2025.cycle.json')], ['procedure', read('shanghai/monitoring.procedure.json')], ['submission', submission]]

test.each(documents)('%s: what ajv forbids is forbidden, and nothing else', (kind, document) => {
  const met = { refused: 0, accepted: 0 }
  for (let seed = 1; seed <= 300; seed++) {
    const draw = random(seed)
    let made: unknown = document
    for (let count = draw.below(2) + 1; count > 0; count--) made = damaged(made, draw)
    if (typeof made !== 'object' || made === null || Array.isArray(made)) continue
    const accepted = ajv.validate(`${kind}.schema.json`, made)
    met[accepted ? 'accepted' : 'refused']++
    expect(formIssues(kind, made, 200).length === 0, `seed ${seed}: ${ajv.errorsText()}`).toBe(accepted)
  }
  expect(met.refused).toBeGreaterThan(100)
})

test.each([['2026-02-28T10:00:00Z', true], ['2026-02-30T10:00:00Z', false], ['2026-02-28 10:00:00+08:00', true], ['2026-02-28T24:00:00Z', false], ['2026-02-28', false]])('a moment: %s', (at, accepted) => {
  const made = { ...submission, updatedAt: at }
  expect(formIssues('submission', made, 9)).toHaveLength(accepted ? 0 : 1)
})
