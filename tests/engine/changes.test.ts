import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff, sayChanges, type Locale } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'
import { framework as sample } from '../../stories/samples/index.ts'
import { frameworks } from './frameworks.ts'

const said = (before: Framework, after: Framework, locale: Locale = 'zh'): string[] =>
  sayChanges(diff(before, after), before, after, locale).flat().map(({ kind, what, before: old, after: young }) => [kind === 'updated' ? '' : kind === 'added' ? '+ ' : '- ', what, old === undefined ? '' : ` ${old} → ${young}`].join(''))
const edited = (edit: (copy: Framework) => void): string[] => {
  const copy = structuredClone(sample)
  edit(copy)
  return said(sample, copy)
}
const point = (copy: Framework, i = 0) => copy.indicators[0]!.children![0]!.evaluationPoints![i]!

test.each<[string, (copy: Framework) => void, string[]]>([
  ['a threshold', (f) => { f.parameters['excellent']!.value = 6 }, ['值 5 % → 6 %']],
  ['where it comes from', (f) => { f.parameters['excellent']!.basis.kind = 'standard' }, ['依据 性质 建议 → 现行标准']],
  ['a field of its own', (f) => { point(f).schema.properties['extra'] = { type: 'number', title: '教师数' } }, ['+ 字段“教师数”']],
  ['a shared field', (f) => { delete point(f).schema.properties['students'] }, ['- 字段“中职全日制在校学生数”']],
  ['what must be filled in', (f) => { point(f).schema.required = ['budget'] }, ['- 必填 上年教育支出、中职全日制在校学生数、分学段学生数与支出、生均经费拨款标准、动态调整机制文件已印发']],
  ['a calculation', (f) => { point(f).calculations!['budgetGrowth']!.rule = { '-': [{ var: 'budget' }, { var: 'budgetBefore' }] } }, ['计算“教育支出增长率” 规则 本年教育支出 比 上年教育支出 的增长率（%） → 本年教育支出 − 上年教育支出']],
  ['a line between levels', (f) => { point(f).rubric.bands![2]!.from = 4 }, ['量规 区间“B 良” 下端 增长良好线 → 4']],
  ['a veto', (f) => { point(f).rubric.veto![0]!.level = 'c' }, ['量规 一票否决“教育支出低于上年” 等级 D 待改进 → C 合格']],
  ['evidence', (f) => { point(f).evidence![0]!.accept = ['pdf', 'docx'] }, ['+ 佐证“财政决算报表（盖章）” 文件类型 Word 文档', '- 佐证“财政决算报表（盖章）” 文件类型 Excel 表格']],
  ['a check that is gone', (f) => { delete point(f).checks }, ['- 校验“分学段支出合计大于教育支出：请检查单位是否为万元。”']],
  ['a column of a table', (f) => { f.elements['stages']!.items!.properties!['students']!.maximum = 9 }, ['列“在校学生数” 最大值 1,000,000 → 9']],
  ['golden cases', (f) => { point(f).examples = [{ name: '甲', answers: {}, expect: { status: 'determined', level: 'a' } }] }, ['+ 1 个用例']],
  ['a field moved', (f) => { point(f).layout = point(f).layout!.toReversed() }, ['字段顺序']],
  ['when a field is asked for', (f) => { point(f, 1).layout!.find(({ field }) => field === 'auditFix')!.visibleIf = { '!=': [{ var: 'auditResult' }, 'clean'] } }, ['字段“整改情况” 显示条件 审计结论 = “qualified” → 审计结论 ≠ “clean”']],
  ['how a level is found', (f) => { point(f).rubric.method = 'judged' }, ['量规 方法 分段 → 专家评定']],
  ['the end of a long text', (f) => { point(f).requirement += '另行通知。' }, [`评价要求 …${point(sample).requirement.slice(-12)} → …${point(sample).requirement.slice(-12)}另行通知。`]],
  ['a level', (f) => { f.scales['four']!.levels[1]!.score = 80 }, ['等级“良” 得分 85 → 80']],
])('%s is said in words', (_, edit, words) => expect(edited(edit)).toEqual(words))

test('what was added or removed as a whole needs no more words', () => {
  expect(edited((f) => { f.parameters['new'] = { title: '新', value: 1, basis: { kind: 'proposal' } } })).toEqual([])
})

test('nothing in a document of any shape is shown as it is stored', () => {
  fc.assert(fc.property(frameworks, frameworks, fc.constantFrom<Locale>('zh', 'en'), (a, b, locale) => {
    for (const text of said(a, b, locale)) expect(text).not.toMatch(/[{}[\]]|undefined|\$ref/)
  }), { numRuns: 300 })
})

test('between the two shipped editions no word is an id', () => {
  const read = (name: string): Framework => JSON.parse(readFileSync(new URL(`../../schemas/shanghai/${name}`, import.meta.url), 'utf8')) as Framework
  const words = said(read('framework.json'), read('framework-2026.json'))
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((text) => /[a-z][A-Z]|\$|[{}]/.test(text))).toEqual([])
})
