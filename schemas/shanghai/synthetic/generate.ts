/** Writes the synthetic years beside itself: node --import tsx schemas/shanghai/synthetic/generate.ts */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Cycle, EvaluationPoint, Framework, Indicator, Submission } from '../../types.ts'
import { districts } from './districts.ts'
import { pdf, png, sha256 } from './files.ts'
import { randomOf } from './random.ts'
import { submissionOf, type Files } from './submissions.ts'
import { groundOf } from './values.ts'
import { official, roster, survey } from './workbook.ts'
import { yearsOf } from './years.ts'

const here = (name: string): URL => new URL(name, import.meta.url)
const read = <Document>(name: string): Document => JSON.parse(readFileSync(here(name), 'utf8')) as Document
export interface SyntheticYear { synthetic: true; note: string; submissions: Submission[] }

/** Everything, by file name; the same on every run. */
export async function synthetic(): Promise<Map<string, Uint8Array>> {
  const framework = read<Framework>('../framework.json')
  const cycle = read<Cycle>('../monitoring-2025.cycle.json')
  const chosen = new Set(cycle.profile?.points)
  const ground = groundOf(framework, pointsOf(framework.indicators).filter(({ id }) => chosen.has(id)))
  const files = new Map<string, Uint8Array>([['evidence/sample.pdf', pdf('Synthetic sample, not a real document')], ['evidence/sample.png', png(16)], ['evidence/sample.xlsx', await roster()]])
  const known = Object.fromEntries([...files].map(([name, bytes]) => [name.split('.')[1], { bytes: bytes.length, sha256: sha256(bytes) }])) as Files

  const units = cycle.units.map((unit) => {
    const district = districts[unit.id]
    if (!district) throw new Error(`no synthetic district for ${unit.id}`)
    const years = yearsOf(ground, unit.title, district, randomOf(unit.id))
    const part = (year: 2024 | 2025) => submissionOf(ground, {
      cycle: `monitoring${year}`, unit: unit.id, at: `${year + 1}-03-20T02:00:00Z`, files: known, quality: district.quality - (year === 2024 ? 0.06 : 0),
      stage: year === 2024 ? 'accepted' : district.stage, values: year === 2024 ? years.before : years.now,
    }, randomOf(`${unit.id}${year}`))
    return { unit, years, before: part(2024), now: part(2025) }
  })
  const year = (submissions: Submission[]): Uint8Array => Buffer.from(lines({ synthetic: true, note: '示例数据：单位是虚构的，数值全部为假，由 generate.ts 生成。', submissions }))
  files.set('submissions-2024.json', year(units.map(({ before }) => before)))
  files.set('submissions-2025.json', year(units.map(({ now }) => now)))
  const values = units.map(({ unit, years }) => ({ unit, values: years.now }))
  const workbook = await official(ground, values)
  files.set('official-2025.xlsx', workbook.bytes)
  files.set('official-2025.errors.json', Buffer.from(`${JSON.stringify(workbook.errors, undefined, 2)}\n`))
  files.set('survey-2025.csv', Buffer.from(survey(ground, values)))
  return files
}

const pointsOf = (indicators: readonly Indicator[]): EvaluationPoint[] => indicators.flatMap(({ evaluationPoints = [], children = [] }) => [...evaluationPoints, ...pointsOf(children)])

/** One answer a line, so that a change shows as one line. */
function lines({ submissions, ...head }: SyntheticYear): string {
  const entries = (record: object): string => Object.entries(record).map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`).join(',\n')
  const one = ({ answers, evidence, points, judgements, ...rest }: Submission): string =>
    `{${entries(rest)},\n"answers":{\n${entries(answers)}},\n"evidence":[\n${evidence.map((item) => JSON.stringify(item)).join(',\n')}],\n"points":{\n${entries(points)}},\n"judgements":{\n${entries(judgements)}}}`
  return `{${entries(head)},\n"submissions":[\n${submissions.map(one).join(',\n')}\n]}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(here('evidence/'), { recursive: true })
  for (const [name, bytes] of await synthetic()) writeFileSync(here(name), bytes)
}
