import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { Portability } from '../../engine/index.ts'
import { run } from '../../server/cli.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yardstick-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hdi = join(root, 'schemas/hdi/framework.json')
const shanghai = join(root, 'schemas/shanghai/framework.json')
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Runs a command in this process and keeps what it prints. */
async function yardstick(...argv: string[]): Promise<{ code: number; text: string; problem: string }> {
  const [lines, problems]: [string[], string[]] = [[], []]
  const code = await run(argv, { line: (text) => void lines.push(text), problem: (text) => void problems.push(text), progress: () => undefined })
  return { code, text: lines.join('\n'), problem: problems.join('\n') }
}

test('the real process checks a framework and says so with its exit code', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['server/bin.mjs', 'check', hdi], { cwd: root })
  expect(stdout).toContain('0 findings, 14 of 14 cases pass')
  await expect(promisify(execFile)(process.execPath, ['server/bin.mjs', 'nonsense'], { cwd: root })).rejects.toMatchObject({ code: 2 })
}, 30_000)

describe('check', () => {
  test('findings have a code, a place and words, and exit 1', async () => {
    const broken = JSON.parse(readFileSync(hdi, 'utf8').replace('"var": "lifeExpectancy"', '"var": "lifeExpectancey"')) as object
    const { code, text } = await yardstick('check', file('broken.json', broken))
    expect(code).toBe(1)
    expect(text).toMatch(/rule\.name.*lifeExpectancey.*lifeExpectancy/)
  })
  test('portability names added operators and what plain JSON-Logic would say of an empty answer', async () => {
    const { text } = await yardstick('check', hdi, '--portable', '--json')
    const { portability } = JSON.parse(text) as { portability: Portability }
    expect(portability).toMatchObject({ operators: ['clamp', 'ln'], rules: expect.any(Number) as number })
    expect(portability.differences.filter(({ own }) => own !== null)).toEqual([])
    const own = JSON.parse((await yardstick('check', shanghai, '--portable', '--json')).text) as { portability: Portability }
    const { differences, inputs } = own.portability
    expect(inputs).toBeGreaterThan(450)
    expect(differences.some(({ plain, own: mine, input, example }) => plain === true && mine === null && example === undefined && Object.keys(input).length === 0)).toBe(true)
    // A coefficient of variation exactly at its limit: the operator is lent, the comparison is the plain engine's own.
    expect(differences).toContainEqual(expect.objectContaining({ path: expect.stringMatching(/rubric\/cap\/3\/when$/) as string, plain: true, own: false, example: '小学最大差异系数恰为0.5' }))
    expect((await yardstick('check', shanghai, '--portable')).text).toMatch(/3\.2\.2 rubric\/cap\/3\/when +true +false +小学最大差异系数恰为0\.5 /)
  })
  test('misuse exits 2 with the usage', async () => {
    expect(await yardstick('check')).toMatchObject({ code: 2, problem: expect.stringContaining('usage: yardstick check') as string })
    expect((await yardstick('check', join(folder, 'nowhere.json'))).code).toBe(2)
    expect((await yardstick('check', file('text.json', 'not json'))).problem).toContain('is not JSON')
    expect((await yardstick()).code).toBe(2)
  })
})

describe('score', () => {
  test('one submission, explained', async () => {
    const { code, text } = await yardstick('score', hdi, file('answers.json', { lifeExpectancy: 85, expectedSchooling: 18, meanSchooling: 7.5, incomePerCapita: 75000 }), '--explain', 'zh')
    expect(code).toBe(0)
    expect(text).toMatch(/人类发展指数.*determined.*极高.*0\.909/)
  })
  test('ranks are JSON when JSON is asked for', async () => {
    const path = file('three.csv', 'country,lifeExpectancy,expectedSchooling,meanSchooling,incomePerCapita\nA,80,16,12,50000\nB,60,10,6,3000\nC,80,16,12,50000\n')
    const { text } = await yardstick('score', hdi, path, '--rank', 'hdi', '--decimals', '3', '--json')
    expect(JSON.parse(text)).toMatchObject([{ country: 'A', rank: 1 }, { country: 'B', rank: 3 }, { country: 'C', rank: 1 }])
  })
  test('every published index and every rank of the human development report, from the document alone', async () => {
    const path = join(root, 'schemas/hdi/hdi-2019-2021.csv')
    const { text } = await yardstick('score', hdi, path)
    const rows = text.split('\n').slice(1).map((line) => line.split(','))
    expect(rows).toHaveLength(606)
    // Country names may hold commas: columns are counted from the end.
    expect(rows.filter((row) => Number(row.at(-4)) !== Number(row.at(-1)))).toEqual([])

    const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
    const ranked = lines.filter((line) => line.split(',').at(-7) === '2021' && line.split(',').at(-1) !== '')
    const { text: ranks } = await yardstick('score', hdi, file('2021.csv', [head, ...ranked].join('\n')), '--rank', 'hdi')
    const compared = ranks.split('\n').slice(1).map((line) => line.split(','))
    expect(compared).toHaveLength(191)
    expect(compared.filter((row) => Number(row.at(-3)) !== Number(row.at(-1)))).toEqual([])
  })
  test('rows stream: quotes, line breaks in cells, unknown columns and unreadable cells', async () => {
    const csv = '\uFEFFunit,note,lifeExpectancy,expectedSchooling,meanSchooling,incomePerCapita\r\na,"x, ""y""\nz",85,18,15,75000\r\nb,,many,18,15,75000\r\nc,,,,,\r\n'
    const { text } = await yardstick('score', hdi, file('rows.csv', csv), '--json')
    const rows = JSON.parse(text) as { unit: string; note: string; nodes: { hdi: { status: string; score?: number } } }[]
    expect(rows.map(({ unit, nodes }) => [unit, nodes.hdi.status, nodes.hdi.score])).toEqual([['a', 'determined', 1], ['b', 'undetermined', undefined], ['c', 'undetermined', undefined]])
    expect(rows[0]?.note).toBe('x, "y"\nz')
  })
  test('bad cells are named by row and column, and exit 1', async () => {
    const { code, problem, text } = await yardstick('score', hdi, file('bad.csv', 'unit,lifeExpectancy,expectedSchooling,meanSchooling,incomePerCapita\na,many,18,15,75000\nb,500,18,15,75000\nc,85,18,15\nd,85,18,15,75000\n'))
    expect(code).toBe(1)
    expect(problem.split('\n')).toEqual([expect.stringMatching(/^row 2, column lifeExpectancy “many”: ./), expect.stringMatching(/^row 3, column lifeExpectancy “500”: .*150/), 'row 4: 4 cells, the head has 5'])
    expect(text.split('\n').at(-1)).toMatch(/^d,极高,/)
  })
  test('a cell of spaces is no answer, a number is decimal, an empty line is no unit', async () => {
    const spaces = await yardstick('score', hdi, file('spaces.csv', 'unit,lifeExpectancy,expectedSchooling,meanSchooling,incomePerCapita\n\na,  ,18,15,75000\nb,0x50,18,15,75000\n\n'), '--json')
    expect(spaces.text).not.toMatch(/"score":/)
    expect(spaces.problem).toMatch(/0x50/)
  })
  test('a file without a column of the framework is refused', async () => {
    expect((await yardstick('score', hdi, file('foreign.csv', 'a,b\n1,2\n'))).problem).toContain('no column')
  })
})

describe('the other commands', () => {
  type Share = { covered: number; all: number }
  interface Cases { coverage: { point: string; levels: Share; boundaries: Share; branches: Share; open: string[] }[]; proposals: { point: string; why: string; example: { name: string; expect: object } }[] }
  const lacking = ({ coverage }: Cases): string[] => coverage.filter(({ levels, boundaries }) => levels.covered < levels.all || boundaries.covered < boundaries.all).map(({ point }) => point)
  test('cases: the shipped framework has a case for every level and on every boundary', async () => {
    const { code, text } = await yardstick('cases', shanghai, '--json', '--propose')
    expect(code).toBe(0)
    const { coverage, proposals } = JSON.parse(text) as Cases
    expect(coverage).toHaveLength(36)
    expect(coverage.find(({ point }) => point === 'educationInvestment')?.boundaries).toEqual({ covered: 5, all: 5 })
    expect(lacking({ coverage, proposals })).toEqual([])
    const [taken, all] = [coverage.reduce((sum, { branches }) => sum + branches.covered, 0), coverage.reduce((sum, { branches }) => sum + branches.all, 0)]
    expect(taken / all).toBeGreaterThan(0.95)
    expect(proposals.filter(({ why }) => why !== 'branch' && why !== 'beside')).toEqual([])
  })
  test('cases: a branch no case takes is named, and one that takes it is proposed', async () => {
    const thinned = JSON.parse(readFileSync(shanghai, 'utf8'), (key, value: unknown) => (key === 'examples' && Array.isArray(value) ? value.filter((one: { name?: string }) => one.name !== '教育用地没有全部落实') : value)) as object
    const { text } = await yardstick('cases', file('untaken.json', JSON.stringify(thinned)), '--json', '--propose')
    const { coverage, proposals } = JSON.parse(text) as Cases
    expect(coverage.flatMap(({ open }) => open)).toContain('教育用地没有全部落实 ✓')
    expect(proposals.find(({ example }) => example.name === '教育用地没有全部落实：成立')).toMatchObject({ why: 'branch', example: { expect: { status: 'determined', level: 'b' } } })
  })
  test('cases: a boundary without a case is named and one is proposed', async () => {
    const thinned = readFileSync(shanghai, 'utf8').replaceAll('"familiesGuided": 22140', '"familiesGuided": 22141')
    const { text } = await yardstick('cases', file('thinned.json', thinned), '--json', '--propose')
    const { coverage, proposals } = JSON.parse(text) as Cases
    expect(lacking({ coverage, proposals })).toEqual(['childcare'])
    expect(proposals.filter(({ why }) => why === 'boundary').map(({ point, example }) => [point, example.name])).toEqual([['childcare', '育儿指导覆盖率恰为 90']])
  })
  test('diff: what changed by permanent id, and the split point', async () => {
    const { code, text } = await yardstick('diff', shanghai, join(root, 'schemas/shanghai/framework-2026.json'))
    expect(code).toBe(1)
    expect(text).toContain('生均支出增长良好线\n  值: 3 % → 3.5 %')
    expect(text).toMatch(/digitalEducation\s+subset\s+digitalNetwork/)
    expect((await yardstick('diff', hdi, hdi)).code).toBe(0)
  })
  test('migrate: what answers become, with a mapping somebody edited', async () => {
    const next = join(root, 'schemas/shanghai/framework-2026.json')
    const answers = file('last.json', { educationBudget: 386240, gone: 1, schoolsTotal: 80 })
    expect(await yardstick('migrate', shanghai, next, answers)).toMatchObject({ code: 0, text: expect.stringMatching(/educationBudget +educationBudget +same +386240/) as string })
    const renamed = JSON.parse(readFileSync(next, 'utf8').replaceAll('"schoolsTotal"', '"schoolsAll"')) as { elements: Record<string, { title: string }> }
    renamed.elements['schoolsAll']!.title = '机构总计'
    const later = file('later.json', renamed)
    expect((await yardstick('migrate', shanghai, later, answers, '--json')).code).toBe(1)
    const mapping = file('mapping.json', { mapping: { points: [], elements: [{ before: 'schoolsTotal', after: 'schoolsAll', similarity: 1 }] } })
    expect(JSON.parse((await yardstick('migrate', shanghai, later, answers, '--mapping', mapping, '--json')).text)).toMatchObject({ proposals: [{ id: 'educationBudget' }, { id: 'schoolsAll', value: 80, how: 'renamed', origin: { id: 'schoolsTotal' } }], dropped: [] })
    expect((await yardstick('migrate', shanghai, later, answers, '--mapping', file('wrong.json', []))).code).toBe(2)
  })
  describe('cohort', () => {
    const cohort = async (kind: string, csv: string, ...flags: string[]): Promise<unknown> => JSON.parse((await yardstick('cohort', kind, file('cohort.csv', csv), ...flags, '--json')).text)
    const two = '区,去年,今年\n甲,10,20\n乙,20,25\n丙,30,33\n丁,,40\n戊,99,99\n'
    test('normalisation and ranks, missing stays missing', async () => {
      expect(await cohort('normalise', two)).toMatchObject([{ unit: '甲', 去年: 0, 今年: 0 }, {}, {}, { 今年: 0.253165 }, { 去年: 1 }])
      expect(await cohort('rank', '区,分\n甲,90.004\n乙,90.001\n丙,80\n丁,\n', '--ties', 'dense')).toEqual([{ unit: '甲', 分: 1 }, { unit: '乙', 分: 1 }, { unit: '丙', 分: 2 }, { unit: '丁' }])
    })
    test('stability is the same for the same seed and names each indicator left out', async () => {
      const csv = '区,a,b\n甲,90,10\n乙,50,60\n丙,40,40\n'
      const once = await cohort('stability', csv, '--seed', '7')
      expect(once).toEqual(await cohort('stability', csv, '--seed', '7'))
      expect(once).toMatchObject([{ unit: '甲', rank: 2, 'without a': 3, 'without b': 1 }, { rank: 1 }, { rank: 3 }])
    })
    test('value added with its standard error and the ceiling', async () => expect(await cohort('progress', two, '--ceiling', '98')).toMatchObject([{ difference: 10, residual: 0.5, 'standard error': expect.any(Number) as number }, { residual: -1 }, {}, { unit: '丁' }, { ceiling: 'maintained' }]))
    test('agreement of two raters, and of one who is missing', async () => {
      expect(await cohort('agreement', 'x,a,b\n1,1,1\n2,2,2\n3,1,2\n')).toHaveLength(5)
      expect(await cohort('agreement', 'x,a,b\n1,1,1\n2,2,\n3,1,2\n', '--metric', 'nominal')).toMatchObject([{ coefficient: 'Krippendorff alpha (nominal)' }])
      expect(await cohort('agreement', 'x,a,b\n1,1,1\n2,1,1\n')).toMatchObject([{ value: 'undefined: nothing to disagree on' }, {}, {}, {}, {}])
    })
    test('copeland', async () => expect(await cohort('copeland', 'u,x1,x2,x3\n1,1,3,2\n2,2,2,3\n3,3,1,1\n4,4,5,4\n')).toEqual([-1, 1, -3, 3].map((value, i) => ({ unit: String(i + 1), copeland: value }))))
    test.each<[string[]]>([[['sorcery', 'x.csv']], [['rank']], [['rank', file('no.csv', 'a,b\nx,many\n')]], [['stability', file('hole.csv', 'a,b\nx,\n')]], [['rank', file('ok.csv', 'a,b\nx,1\n'), '--ties', 'olympic']], [['stability', file('ok.csv', 'a,b\nx,1\n'), '--weights', '1,2']], [['stability', file('ok.csv', 'a,b\nx,1\n')]], ...[['--weights', '1,'], ['--weights', '0,0'], ['--replications', '0'], ['--noise', '-3'], ['--decimals', '2.5'], ['--decimals', '-1']].map((flags): [string[]] => [['stability', file('two.csv', 'a,b,c\nx,1,2\ny,3,1\n'), ...flags]])])('%j is misuse', async (argv) => expect((await yardstick('cohort', ...argv)).code).toBe(2))
  })
  test('replay: last year’s submissions under the next edition, with reasons', async () => {
    const { text } = await yardstick('replay', shanghai, join(root, 'schemas/shanghai/framework-2026.json'), join(root, 'schemas/shanghai/synthetic/submissions-2024.json'), '--profile', join(root, 'schemas/shanghai/monitoring-2025.cycle.json'), '--json')
    const { units, changed } = JSON.parse(text) as { units: { unit: string; changes: { node: string; reasons: string[] }[] }[]; changed: number }
    expect(units).toHaveLength(16)
    expect(changed).toBeGreaterThan(0)
    for (const { changes } of units) for (const change of changes) expect(change.reasons.length, change.node).toBeGreaterThan(0)
  })
  test('formula both ways', async () => {
    expect((await yardstick('formula', '本年一般公共预算教育支出 ≥ 上年一般公共预算教育支出', '--framework', shanghai, '--point', 'educationInvestment')).text).toMatch(/^\{">=":\[\{"var":"\w+"\},\{"var":"\w+"\}\]\}$/)
    expect((await yardstick('formula', file('rule.json', { round: [{ '/': [1, 3] }, 2] }))).text).toBe('四舍五入(1 / 3, 2)')
    expect(await yardstick('formula', '1 +')).toMatchObject({ code: 1, problem: expect.stringContaining('formula.incomplete') as string })
  })
  test('book: a page', async () => expect((await yardstick('book', hdi)).text).toMatch(/^<!doctype html>/))
})

test('explain says what can still come out and what to supply first', async () => {
  const path = file('partial.json', { lifeExpectancy: 85, expectedSchooling: 18, meanSchooling: 15 })
  const { code, text } = await yardstick('explain', hdi, path, '--json')
  expect(code).toBe(0)
  const points = Object.values(JSON.parse(text) as Record<string, { supply?: { needs: { id: string }[] } }>).flatMap(({ supply }) => supply?.needs.map(({ id }) => id) ?? [])
  expect(points).toContain('incomePerCapita')
})
