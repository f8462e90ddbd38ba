import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readXlsx } from 'hucre'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, inputOf } from '../../engine/index.ts'
import type { Cycle, Framework, Submission } from '../../schemas/index.ts'
import { synthetic, type SyntheticYear } from '../../schemas/shanghai/synthetic/generate.ts'

const folder = new URL('../../schemas/shanghai/', import.meta.url)
const bytes = (name: string) => readFileSync(new URL(name, folder))
const read = <T>(name: string) => JSON.parse(bytes(name).toString('utf8')) as T
const cycle = read<Cycle>('monitoring-2025.cycle.json')
const { compiled, issues } = compile(read<Framework>('framework.json'), cycle.profile)
const years = { 2024: read<SyntheticYear>('synthetic/submissions-2024.json'), 2025: read<SyntheticYear>('synthetic/submissions-2025.json') }

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const name of ['rule', 'framework', 'submission']) ajv.addSchema(read<object>(`../${name}.schema.json`))

/** Packed bytes may differ between versions of the packer, so their digests are left out of the comparison. */
const plain = (text: string) => text.replaceAll(/"bytes":\d+,"sha256":"[0-9a-f]{64}"/g, '')

test('what is committed is what the script makes', async () => {
  const made = await synthetic()
  for (const name of ['submissions-2024.json', 'submissions-2025.json', 'official-2025.errors.json', 'survey-2025.csv']) {
    expect(plain(bytes(`synthetic/${name}`).toString('utf8')), name).toBe(plain(Buffer.from(made.get(name) ?? []).toString('utf8')))
  }
})

describe.each([2024, 2025] as const)('%i', (year) => {
  const { submissions, synthetic: marked } = years[year]

  test('16 units, marked as synthetic, true to the schema', () => {
    expect(marked).toBe(true)
    expect(submissions.map(({ unit }) => unit)).toEqual(cycle.units.map(({ id }) => id))
    for (const submission of submissions) {
      ajv.validate('submission.schema.json', submission)
      expect(ajv.errors ?? []).toEqual([])
    }
  })

  test('no value is out of bounds, no check says it cannot be, no verdict fails', () => {
    expect(issues).toEqual([])
    for (const submission of submissions) {
      const outcome = outcomeOf(submission)
      expect(outcome.issues.filter(({ severity }) => severity === 'error'), submission.unit).toEqual([])
      expect(Object.values(outcome.nodes).filter(({ status }) => status === 'failed'), submission.unit).toEqual([])
    }
  })

  test('the levels are mixed', () => {
    const levels = new Set(submissions.flatMap((submission) => Object.values(outcomeOf(submission).nodes).map(({ level }) => level)))
    for (const level of ['a', 'b', 'c', 'd', 'met', 'unmet', 'qualified', 'basic', 'high', 'fairlyHigh']) expect(levels).toContain(level)
  })
})

test('2025 has every state, and values confirmed, corrected and disputed', () => {
  const { submissions } = years[2025]
  expect(new Set(submissions.map(({ state }) => state))).toEqual(new Set(['accepted', 'draft', 'returned', 'submitted']))
  const answers = submissions.flatMap((submission) => Object.values(submission.answers))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['confirmed', 'corrected', 'disputed', 'proposed']))
  for (const { status, official, claim, reason } of answers) {
    if (status === 'corrected') expect([official !== undefined, reason !== undefined]).toEqual([true, true])
    if (status === 'disputed') expect([claim !== undefined, reason !== undefined]).toEqual([true, true])
  }
})

test("this year's last year is last year", () => {
  const pairs = years[2025].submissions.map((now, index) => [now, years[2024].submissions[index]] as const)
  for (const [now, before] of pairs) expect(officialValue(now, 'educationBudgetPrevious')).toBe(officialValue(before, 'educationBudget'))
})

test('evidence stands for files that are there', () => {
  const known = new Set(readdirSync(new URL('synthetic/evidence/', folder)).map((name) => createHash('sha256').update(bytes(`synthetic/evidence/${name}`)).digest('hex')))
  for (const { evidence } of [...years[2024].submissions, ...years[2025].submissions]) for (const { sha256 } of evidence) expect(known).toContain(sha256)
})

test('the workbook has the errors it says it has, and everything stays small', async () => {
  const { sheets } = await readXlsx(bytes('synthetic/official-2025.xlsx'))
  const rows = sheets.find(({ name }) => name === '官方数据')?.rows ?? []
  const at = (element: string, unit: string) => rows.find(([id]) => id === element)?.[rows[0]?.indexOf(cycle.units.find(({ id }) => id === unit)?.title ?? '') ?? -1]
  const fifth = years[2025].submissions.find(({ unit }) => unit === 'qu05')
  expect(at('educationBudget', 'qu05')).toBe(Math.round(Number(officialValue(fifth, 'educationBudget')) * 10000))
  expect(at('studentsCompulsory', 'qu14') ?? null).toBeNull()
  const sizes = readdirSync(new URL('synthetic/', folder)).map((name) => statSync(new URL(`synthetic/${name}`, folder)).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
})

/** The drawn value: a correction is the only thing that moves it, and then the original stands beside. */
function officialValue(submission: Submission | undefined, id: string): unknown {
  return submission?.answers[id]?.value
}

function outcomeOf(submission: Submission) {
  if (!compiled) throw new Error('the shipped framework does not compile')
  const unit = cycle.units.find(({ id }) => id === submission.unit)
  return evaluate(compiled, { ...inputOf(submission, { cycle }), ...(unit ? { unit } : {}) })
}
