import type { Framework } from '../../types.ts'
import { round, type Random } from './random.ts'

type Row = Record<string, unknown>
const columns = ['teachersQualified', 'teachersBackbone', 'teachersPeArt', 'teachingArea', 'sportsArea', 'equipmentValue', 'multimediaRooms'] as const

/** One row per school. A well-run district's schools all meet the standards and lie close together. */
export function schoolsOf({ parameters }: Framework, district: string, count: number, quality: number, random: Random): Row[] {
  const primary = Math.round(count * 0.6)
  return Array.from({ length: count }, (_, index): Row => {
    const stage = index < primary ? '小学' : '初中'
    const number = index < primary ? index + 1 : index - primary + 1
    const weak = random.chance((1 - quality) * 0.12)
    const figures = columns.map((column) => {
      const standard = Number(parameters[column + (stage === '小学' ? 'Primary' : 'Junior')]?.value ?? 1)
      const spread = 0.1 + (1 - quality) * 0.25
      const value = standard * Math.max(weak && random.chance(0.4) ? 0.7 : 1, 1.3 + random.normal() * spread)
      return [column, round(value, column === 'equipmentValue' ? 0 : 2)] as const
    })
    return { school: `${district}第${number}${stage === '小学' ? '小学' : '中学'}`, stage, students: Math.round(random.between(380, 1200)), ...Object.fromEntries(figures) }
  })
}

/** The widest difference among the seven figures: the coefficient of variation weighted by students. */
export function widest(rows: readonly Row[]): number {
  const weights = rows.map((row) => row.students as number)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return Math.max(...columns.map((column) => {
    const values = rows.map((row) => row[column] as number)
    const mean = values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / all
    return Math.sqrt(values.reduce((sum, value, index) => sum + (weights[index] ?? 0) * (value - mean) ** 2, 0) / all) / mean
  }))
}
