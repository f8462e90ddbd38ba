import type { District } from './districts.ts'
import { round, type Random } from './random.ts'
import { schoolsOf, widest } from './schools.ts'
import { drawn, type Ground } from './values.ts'

type Values = Record<string, unknown>
type Row = Record<string, unknown>
export interface Years { before: Values; now: Values }

/** Two years of one unit; what was last year's figure this year is last year's own. */
export function yearsOf(ground: Ground, name: string, district: District, random: Random): Years {
  const { before, now } = { before: drawn(ground, { ...district, quality: district.quality - 0.06 }, random), now: drawn(ground, district, random) }
  spend(before, now, district, random)
  pay(before, now, district, random)
  invest(ground, before, now, district, random)
  for (const values of [before, now]) fit(values, district, random)
  for (const values of [before, now]) {
    values.schoolResources = schoolsOf(ground.framework, name, values.schoolsCompulsory as number, values === now ? district.quality : district.quality - 0.06, random)
    values.satisfactionPublic = round(Math.min(97, (values.satisfactionPublic as number) - (1 - district.quality) * 12), 2)
  }
  for (const [id, element] of ground.elements) {
    const last = before[id.replace(/Previous$/, '')]
    if (id.endsWith('Previous') && last !== undefined && element.type !== 'array') now[id] = last
  }
  for (const [stage, id] of [['小学', 'variationPrimaryPrevious'], ['初中', 'variationJuniorPrevious']] as const) {
    const rows = (before.schoolResources as Row[]).filter((row) => row.stage === stage)
    now[id] = round(widest(rows), 4)
    before[id] = round(widest(rows) * random.between(0.99, 1.08), 4)
  }
  now.satisfactionPrevious = round((before.satisfactionPublic as number) * 0.4 + (before.satisfactionTeachers as number) * 0.25 + (before.satisfactionStudents as number) * 0.35, 2)
  return { before, now }
}

/** Students and spending by stage; the totals are their sums, and this year's "last year" is last year. */
function spend(before: Values, now: Values, { growth }: District, random: Random): void {
  const last = before.stageSpending as Row[]
  const rows = last.map((row): Row => {
    const students = row.students as number
    const each = round((row.perStudentPrevious as number) * (1 + random.between(0.02, 0.05)), 2)
    return { ...row, spending: round((each * students) / 10000, 2) }
  })
  before.stageSpending = rows
  now.stageSpending = rows.map((row): Row => {
    const students = Math.round((row.students as number) * random.between(0.99, 1.02))
    const perStudentPrevious = round(((row.spending as number) / (row.students as number)) * 10000, 2)
    return { stage: row.stage, students, spending: round((perStudentPrevious * students * (1 + growth / 100 + random.between(0, 0.008))) / 10000, 2), perStudentPrevious }
  })
  for (const values of [before, now]) {
    const stages = values.stageSpending as Row[]
    const of = (stage: string): number => (stages.find((row) => row.stage === stage)?.students as number | undefined) ?? 0
    values.studentsTotal = stages.reduce((sum, row) => sum + (row.students as number), 0)
    values.studentsVocational = of('中职')
    values.studentsCompulsory = of('小学') + of('初中')
    values.afterSchoolStudents = Math.min(values.afterSchoolStudents as number, of('小学') + of('初中'))
    values.educationBudget = round(stages.reduce((sum, row) => sum + (row.spending as number), 0) * 1.03, 2)
  }
  before.educationBudgetPrevious = round((before.educationBudget as number) / 1.04, 2)
  const standards = before.stageStandards as Row[]
  now.stageStandards = (now.stageStandards as Row[]).map((row, index): Row => {
    const standardPrevious = standards[index]?.standard as number
    const standard = round(standardPrevious * 1.03, 2)
    return { stage: row.stage, standardPrevious, standard, allocated: standard }
  })
  before.stageStandards = standards.map((row): Row => ({ ...row, standardPrevious: round((row.standard as number) / 1.03, 2), allocated: row.standard }))
}

function pay(before: Values, now: Values, { quality }: District, random: Random): void {
  for (const values of [before, now]) {
    const civil = round((values.civilServantIncome as number) * (values === now ? 1.03 : 1), 2)
    values.civilServantIncome = civil
    values.teacherIncome = round(civil * (1 + (quality - 0.6) * 0.06 + random.between(0, 0.02)), 2)
  }
}

/** What the district itself puts in follows its spending. */
function invest({ elements }: Ground, before: Values, now: Values, { growth }: District, random: Random): void {
  for (const [id, element] of elements) {
    if (element['x-unit'] !== '万元' || element['x-source'] !== 'district' || element.type !== 'number' || id.endsWith('Previous')) continue
    const grown = (before[id] as number) * (1 + (growth + random.normal() * 1.5 + 1) / 100)
    now[id] = round(grown, 2)
    const last = `${id}Previous`
    if (typeof before[last] === 'number') before[last] = round((before[id] as number) / (1 + random.between(0.02, 0.06)), 2)
  }
}

/** Tables and samples that have to fit the unit. */
function fit(values: Values, { size, quality }: District, random: Random): void {
  values.planIndicators = (values.planIndicators as Row[]).map((row, index): Row => ({ ...row, name: `规划指标${index + 1}`, baseline: 80, target: 90, actual: random.chance(quality + 0.08) ? 90 : round(random.between(86, 89.9), 1) }))
  values.specialSites = (values.specialSites as Row[]).map((row): Row => ({ ...row, streets: Math.min(row.streets as number, values.streetsTotal as number) }))
  for (const [id, base] of [['samplePublic', 620], ['sampleTeachers', 480], ['sampleStudents', 860]] as const) values[id] = Math.round(base * random.between(0.86, 1.25) * (size < 0.5 ? 0.72 : 1))
}
