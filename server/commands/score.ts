import { stat } from 'node:fs/promises'
import { evaluate, explain, messageOf, rank, type Compiled } from '../../engine/index.ts'
import type { Node, Outcome } from '../../schemas/index.ts'
import { cellValue, inputFrom, nodesFor } from './answers.ts'
import { flag, localeOf, Misuse, type Arguments, type Command, type Out } from './command.ts'
import { csvCell, rowsOf } from './csv.ts'
import { readCompiled, readJson } from './load.ts'
import { table } from './table.ts'
import { encodingOf } from './text.ts'

/** Scores answers: one submission from JSON, or one a row from CSV, which is streamed. */
export const score: Command = {
  name: 'score',
  usage: 'framework.json answers.json|answers.csv [--node id,id] [--explain zh|en] [--rank node [--decimals n]] [--profile cycle.json]',
  summary: 'levels and scores; a CSV has element ids in its head, other columns are passed through, and --rank adds the rank on the published rounding, or on --decimals',
  async run(args, out) {
    const compiled = await readCompiled(args.words[0], args)
    const path = args.words[1]
    if (path === undefined) throw new Misuse('the answers are missing')
    return path.endsWith('.csv') ? scoreRows(compiled, path, args, out) : scoreOne(compiled, path, args, out)
  },
}

async function scoreOne(compiled: Compiled, path: string, args: Arguments, out: Out): Promise<number> {
  const input = inputFrom(await readJson(path))
  const outcome = evaluate(compiled, input, { hash: true })
  const ids = nodesFor(compiled, flag(args, 'node'))
  const locale = localeOf(args)
  if (args.flags['json']) {
    out.line(JSON.stringify(args.flags['explain'] ? { outcome, explanations: Object.fromEntries(ids.map((id) => [id, explain(compiled, input, outcome, id, locale)])) } : outcome, null, 2))
    return 0
  }
  out.line(table(['code', 'title', 'status', 'level', 'score'], ids.map((id) => {
    const node = compiled.nodes.get(id)
    const result = outcome.nodes[id]
    return [node?.code, node?.title, result?.status, levelText(compiled, result), result?.score]
  })))
  if (!args.flags['explain']) return 0
  for (const id of ids) {
    const { why, missing, next, limits } = explain(compiled, input, outcome, id, locale)
    const sentences = [...limits, ...why, ...next, ...missing]
    if (sentences.length > 0) out.line(`\n${compiled.nodes.get(id)?.code ?? ''} ${compiled.nodes.get(id)?.title ?? ''}\n${sentences.map(({ text, state }) => `  ${marks[state ?? 'info']} ${text}`).join('\n')}`)
  }
  return 0
}

const marks = { met: '✓', unmet: '✗', unknown: '?', info: '·' }

/** A level by its label; the set still possible where it is open. */
export function levelText(compiled: Compiled, node: Node | undefined): string {
  const levels = node?.scale === undefined ? [] : (compiled.framework.scales[node.scale]?.levels ?? [])
  const label = (id: string): string => levels.find((level) => level.id === id)?.label ?? id
  if (node?.level !== undefined) return label(node.level)
  return node?.status === 'undetermined' ? node.possible.map(label).join('|') : ''
}

/** Rows are scored as they are read; only what ranks need is kept. */
async function scoreRows(compiled: Compiled, path: string, args: Arguments, out: Out): Promise<number> {
  const ids = nodesFor(compiled, flag(args, 'node') ?? compiled.framework.id)
  const ranked = flag(args, 'rank')
  if (ranked !== undefined) nodesFor(compiled, ranked)
  const decimals = Number(flag(args, 'decimals') ?? compiled.nodes.get(ranked ?? '')?.aggregation?.round?.decimals ?? 6)
  const encoding = await encodingOf(path)
  if (encoding === 'gb18030') out.problem(`${path} is not UTF-8 and is read as GB 18030`)
  const { size } = await stat(path)
  const kept: { cells: string[]; score: number | undefined }[] = []
  let heads: string[] | undefined
  let count = 0
  const complaints = complaining(compiled, args, out)
  const write = (cells: (string | number | undefined)[]): void => out.line(cells.map(csvCell).join(','))
  const json = args.flags['json'] !== undefined
  const writeItem = (index: number, own: readonly string[], more: Record<string, unknown>): void =>
    out.line(`${index === 0 ? '[' : ','}${JSON.stringify({ ...Object.fromEntries(passed(compiled, heads ?? []).map((head, i) => [head, own[i]])), ...more })}`)
  for await (const { cells, bytes, open } of rowsOf(path, encoding)) {
    if (!heads) {
      heads = cells
      if (!heads.some((head) => compiled.fields.has(head))) throw new Misuse(`no column of ${path} is an element of the framework; the head is “${heads.join(',').slice(0, 60)}”`)
      const twice = cells.find((head, i) => compiled.fields.has(head) && cells.indexOf(head) !== i)
      if (twice !== undefined) throw new Misuse(`${path} has the column ${twice} twice`)
      if (!json && ranked === undefined) write([...passed(compiled, heads), ...ids.flatMap((id) => [id, `${id}.score`])])
      continue
    }
    const answers: Record<string, unknown> = {}
    for (const [i, head] of heads.entries()) {
      const field = compiled.fields.get(head)
      if (field) answers[head] = cellValue(cells[i] ?? '', field.schema)
    }
    const outcome = evaluate(compiled, { answers })
    if (open) complaints.say(`row ${count + 2}: a quote is not closed`)
    complaints.add(count + 2, cells, heads, outcome)
    const own = heads.flatMap((head, i) => (compiled.fields.has(head) ? [] : [cells[i] ?? '']))
    if (ranked !== undefined) kept.push({ cells: own, score: outcome.nodes[ranked]?.score })
    else if (json) writeItem(count, own, { nodes: Object.fromEntries(ids.map((id) => [id, outcome.nodes[id]])) })
    else write([...own, ...ids.flatMap((id) => [levelText(compiled, outcome.nodes[id]), outcome.nodes[id]?.score])])
    if (++count % 500 === 0) out.progress(progress(count, bytes / size))
  }
  if (heads === undefined) throw new Misuse(`${path} is empty`)
  if (ranked !== undefined) {
    const ranks = rank(kept.map(({ score: value }) => value), { decimals })
    if (!json) write([...passed(compiled, heads), `${ranked}.score`, 'rank'])
    for (const [i, { cells, score: value }] of kept.entries()) {
      if (json) writeItem(i, cells, { [`${ranked}.score`]: value, rank: ranks[i] })
      else write([...cells, value, ranks[i]])
    }
  }
  if (json) out.line(count === 0 ? '[]' : ']')
  if (count >= 500) out.progress(`${progress(count, 1)}\n`)
  return complaints.end()
}

/** Most complaints about cells that are written out. */
const written = 50

/** Names what is wrong by row (the head being row 1) and column on the problem output; the exit code in the end. */
function complaining(compiled: Compiled, args: Arguments, out: Out) {
  let count = 0
  const complain = (text: string): void => {
    if (++count <= written) out.problem(text)
  }
  return {
    say: complain,
    add(row: number, cells: readonly string[], heads: readonly string[], outcome: Outcome): void {
      if (cells.length !== heads.length) complain(`row ${row}: ${cells.length} cells, the head has ${heads.length}`)
      const seen = new Set<string>()
      for (const issue of outcome.issues) {
        const column = issue.path.split('/')[2] ?? ''
        if (!issue.code.startsWith('answer.') || issue.code === 'answer.required' || !heads.includes(column) || seen.has(issue.path)) continue
        seen.add(issue.path)
        complain(`row ${row}, column ${column} “${(cells[heads.indexOf(column)] ?? '').slice(0, 40)}”: ${messageOf(issue, localeOf(args), compiled)}`)
      }
    },
    end(): number {
      if (count > written) out.problem(`… and ${count - written} more`)
      return count > 0 ? 1 : 0
    },
  }
}

const progress = (count: number, share: number): string => `${'█'.repeat(Math.round(Math.min(1, share) * 24)).padEnd(24, '░')} ${Math.min(100, Math.round(share * 100))} %  ${count} rows`

const passed = (compiled: Compiled, heads: readonly string[]): string[] => heads.filter((head) => !compiled.fields.has(head))
