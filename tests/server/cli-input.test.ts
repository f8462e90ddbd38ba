import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../server/cli.ts'
import { table, width } from '../../server/commands/table.ts'

const hdi = fileURLToPath(new URL('../../schemas/hdi/framework.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'yardstick-input-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function yardstick(...argv: string[]): Promise<{ code: number; text: string; problem: string }> {
  const [lines, problems]: [string[], string[]] = [[], []]
  const code = await run(argv, { line: (text) => void lines.push(text), problem: (text) => void problems.push(text), progress: () => undefined })
  return { code, text: lines.join('\n'), problem: problems.join('\n') }
}
const head = 'unit,lifeExpectancy,expectedSchooling,meanSchooling,incomePerCapita'
const gbk = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb]) // 单位

describe('a file that is no JSON is refused with the place', () => {
  test.each([
    ['{\n  "a": 1,\n  "b": oops\n}\n', 3, 8], ['', 1, 1], ['[1,2', 1, 5], ['{"a" 1}', 1, 6], ['[1,]', 1, 4], ['{"a":1,}', 1, 8], ['{} {}', 1, 4], ['["x\ny"]', 1, 2], ['{a: 1}', 1, 2], ["{'a': 1}", 1, 2],
    ['[1, 02]', 1, 5], ['[tru]', 1, 2], ['{"a": [1, {"b": }]}', 1, 17], ['"a\\x"', 1, 1], ['[1 2]', 1, 4], ['}', 1, 1], ['{"中文": 是}', 1, 8],
  ])('%j', async (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow()
    const { code, problem } = await yardstick('check', file('no.json', text))
    expect([code, problem.split('\n')[0]]).toEqual([2, `yardstick check: ${join(folder, 'no.json')} is not JSON: line ${line}, column ${column}`])
  })
})

describe('encodings', () => {
  test('JSON with a mark, and in UTF-16', async () => {
    const text = readFileSync(hdi, 'utf8')
    expect((await yardstick('check', file('mark.json', `\uFEFF${text}`))).code).toBe(0)
    expect((await yardstick('check', file('wide.json', Buffer.from(`\uFEFF${text}`, 'utf16le')))).code).toBe(0)
  })
  test('JSON in GBK is refused and not read as rubbish', async () => {
    const bytes = Buffer.concat([Buffer.from('{"title":"'), gbk, Buffer.from('"}')])
    expect(await yardstick('check', file('gbk.json', bytes))).toMatchObject({ code: 2, problem: expect.stringContaining('is not UTF-8') as string })
  })
  test('a table in GBK, as Chinese spreadsheets save it, is read and said to be', async () => {
    const bytes = Buffer.concat([gbk, Buffer.from(`${head.slice(4)}\n`), gbk, Buffer.from(',80,16,12,50000\n')])
    const { code, text, problem } = await yardstick('score', hdi, file('gbk.csv', bytes))
    expect([code, text.split('\n')]).toEqual([0, ['单位,hdi,hdi.score', '单位,极高,0.901']])
    expect(problem).toContain('GB 18030')
    expect((await yardstick('score', hdi, file('wide.csv', Buffer.from(`\uFEFF${head}\n单位,80,16,12,50000\n`, 'utf16le')))).text.split('\n')[1]).toBe('单位,极高,0.901')
  })
})

describe('misuse has a reason and exit code 2', () => {
  test.each<[string[], string]>([
    [['check', join(folder, 'nowhere.json')], 'there is no such file'], [['check', folder], 'it is a folder'], [['score', hdi, join(folder, 'nowhere.csv')], 'there is no such file'],
    [['check', hdi, '--bogus'], 'there is no --bogus'], [['check', hdi, '--node', 'hdi'], 'there is no --node'], [['score', hdi, 'a.json', '--node'], '--node needs a value'],
    [['score', hdi, file('null.json', 'null')], 'must be an object'], [['diff', hdi, file('null.json', 'null')], '应为对象'], [['replay', hdi, hdi, file('null.json', 'null')], 'list of submissions'],
    [['replay', hdi, hdi, file('list.json', '[1, null]')], 'list of submissions'], [['replay', hdi, file('null.json', 'null'), file('none.json', '[]')], '应为对象'],
    [['score', hdi, file('twice.csv', 'lifeExpectancy,lifeExpectancy\n1,2\n')], 'the column lifeExpectancy twice'], [['score', hdi, file('empty.csv', '')], 'is empty'], [['score', hdi, file('semi.csv', 'unit;lifeExpectancy\na;80\n')], 'unit;lifeExpectancy'],
    [['audit', 'verify', join(folder, 'nowhere')], 'holds no database'], [['audit'], 'say verify'],
  ])('%j', async (argv, reason) => {
    const { code, problem, text } = await yardstick(...argv, '--json')
    expect([code, problem]).toEqual([2, expect.stringContaining(reason) as string])
    expect(JSON.parse(text)).toEqual({ error: expect.stringContaining(reason) as string })
  })
  test('a quote that is not closed is named', async () => {
    expect(await yardstick('score', hdi, file('open.csv', `${head}\n"a,80,16,12,50000\n`))).toMatchObject({ code: 1, problem: expect.stringContaining('row 2: a quote is not closed') as string })
  })
})

test('help for all and for one, and the version', async () => {
  mkdirSync(join(folder, 'x'), { recursive: true })
  expect((await yardstick('--help')).text).toMatch(/Exit codes: 0 /)
  for (const argv of [['help', 'score'], ['score', '--help']]) expect(await yardstick(...argv)).toMatchObject({ code: 0, text: expect.stringMatching(/^usage: yardstick score /) as string })
  expect((await yardstick('--version')).text).toMatch(/^\d+\.\d+\.\d+/)
})

describe('formula', () => {
  test('the place of an error stands under the characters, however wide they are', async () => {
    const [source = '', below = ''] = (await yardstick('formula', '若(教师 > 0, 1, 2)')).problem.split('\n')
    expect(width(below.slice(0, below.indexOf('^')))).toBe(width(source.slice(0, source.indexOf('教师'))))
    expect(/\^+/.exec(below)?.[0]).toBe('^^^^')
  })
  test('as JSON, both ways and in error', async () => {
    expect(JSON.parse((await yardstick('formula', '1 + 1', '--json')).text)).toEqual({ rule: { '+': [1, 1] } })
    expect(JSON.parse((await yardstick('formula', '{"+":[1,1]}', '--json')).text)).toEqual({ formula: '1 + 1' })
    expect(JSON.parse((await yardstick('formula', '1 +', '--json')).text)).toMatchObject({ error: { code: 'formula.incomplete', from: 3, message: '公式没有写完' } })
  })
})

test('columns of a table stand under each other in a terminal', () => {
  const rows = [['小学（公办）', 12, '良'], ['a', 3, '“优”'], ['𠮷野ｶﾅ', 100, 'x']] as const
  const lines = table(['学校', '数', 'level'], rows).split('\n')
  const at = (line: string, part: string): number => width(line.slice(0, line.lastIndexOf(part)))
  expect(new Set([at(lines[2]!, '良'), at(lines[3]!, '“优”'), at(lines[4]!, 'x'), at(lines[0]!, 'level')]).size).toBe(1)
  expect(lines[1]).toBe(`${'─'.repeat(12)}  ───  ─────`)
})
