import { writeXlsx, type CellValue } from 'hucre'
import type { Unit } from '../../types.ts'
import type { Ground } from './values.ts'

interface UnitValues { unit: Unit; values: Readonly<Record<string, unknown>> }
export interface DeliberateError { kind: 'wrongUnit' | 'missing' | 'disagreeingTotal'; sheet: string; unit: string; element: string; note: string }
const sheetName = '官方数据'
const epoch = new Date('2026-01-15T00:00:00Z')
const properties = { title: '示例数据', creator: 'Yardstick', created: epoch, modified: epoch }

/** The errors put into the workbook on purpose, for whoever builds or tests an import. */
const errors: DeliberateError[] = [
  { kind: 'wrongUnit', sheet: sheetName, unit: 'qu05', element: 'educationBudget', note: '按元填写，应为万元。' },
  { kind: 'wrongUnit', sheet: sheetName, unit: 'qu10', element: 'population', note: '按人填写，应为万人。' },
  { kind: 'missing', sheet: sheetName, unit: 'qu14', element: 'studentsCompulsory', note: '分母空缺。' },
  { kind: 'missing', sheet: sheetName, unit: 'qu15', element: 'kindergartensTotal', note: '分母空缺。' },
  { kind: 'disagreeingTotal', sheet: sheetName, unit: 'qu09', element: 'studentsTotal', note: '与分学段学生数之和不一致。' },
  { kind: 'disagreeingTotal', sheet: '合计', unit: '', element: 'postsApproved', note: '全市合计与各区之和不一致。' },
]

/** Official figures: a row per element, a column per unit; every official table on a sheet of its own. */
export async function official({ elements }: Ground, units: readonly UnitValues[]): Promise<{ bytes: Uint8Array; errors: DeliberateError[] }> {
  const chosen = [...elements].filter(([, element]) => element['x-source'] === 'official')
  const plain = chosen.filter(([, { type }]) => type !== 'array')
  const rows: CellValue[][] = [['标识', '名称', '单位', '提供单位', ...units.map(({ unit }) => unit.title)]]
  for (const [id, element] of plain) rows.push([id, element.title, element['x-unit'] ?? '', element['x-provider'] ?? '', ...units.map(({ unit, values }) => spoilt(unit.id, id, cell(values[id])))])
  const tables = chosen.filter(([, { type }]) => type === 'array').map(([id, { title, items }]) => {
    const columns = Object.entries(items?.properties ?? {}).filter(([, column]) => !column['x-calculation'])
    const head: CellValue[] = ['区', ...columns.map(([, column]) => `${column.title}${column['x-unit'] ? `（${column['x-unit']}）` : ''}`)]
    const body = units.flatMap(({ unit, values }) => ((values[id] ?? []) as Record<string, unknown>[]).map((row): CellValue[] => [unit.title, ...columns.map(([name]) => cell(row[name]))]))
    return { name: title.slice(0, 31), rows: [head, ...body] }
  })
  const total = units.reduce((sum, { values }) => sum + Number(values.postsApproved ?? 0), 0)
  const totals = [['项目', '全市合计'], ['已核定编制数', total + 120], ['在校学生总数', units.reduce((sum, { values }) => sum + Number(values.studentsTotal ?? 0), 0)]]
  const about = [['示例数据，不是真实数据。'], ['其中有意放入错误（单位错误、分母空缺、合计不一致），用来检验导入。']]
  const bytes = await writeXlsx({ properties, sheets: [{ name: '说明', rows: about }, { name: sheetName, rows }, ...tables, { name: '合计', rows: totals }] })
  return { bytes, errors }
}

const cell = (value: unknown): CellValue => (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null)

function spoilt(unit: string, element: string, value: CellValue): CellValue {
  const error = errors.find((item) => item.sheet === sheetName && item.unit === unit && item.element === element)
  if (!error || typeof value !== 'number') return value
  if (error.kind === 'missing') return null
  return error.kind === 'wrongUnit' ? Math.round(value * 10000) : value + 150
}

/** The survey agency's results: a row per unit and figure. */
export function survey({ elements }: Ground, units: readonly UnitValues[]): string {
  const chosen = [...elements].filter(([, element]) => element['x-source'] === 'survey')
  const quoted = (value: unknown): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value))
  const rows = units.flatMap(({ unit, values }) => chosen.flatMap(([id, element]) => (values[id] === undefined ? [] : [[unit.id, unit.title, id, element.title, values[id], element['x-unit'] ?? '']])))
  return `\uFEFF${[['区标识', '区', '标识', '名称', '结果（示例数据）', '单位'], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A small workbook to stand for a ledger. */
export async function roster(): Promise<Uint8Array> {
  return writeXlsx({ properties, sheets: [{ name: '示例台账', rows: [['编号', '内容', '备注'], ...[1, 2, 3].map((number) => [number, '示例', '不是真实数据'])] }] })
}
