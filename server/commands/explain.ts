import { evaluate, explain as explained, supply, type Compiled, type Supply } from '../../engine/index.ts'
import { inputFrom, nodesFor } from './answers.ts'
import { flag, localeOf, type Command } from './command.ts'
import { readCompiled, readJson } from './load.ts'
import { levelText } from './score.ts'

/** Why each outcome is what it is, in sentences. */
export const explain: Command = {
  name: 'explain',
  usage: 'framework.json answers.json [--node id,id] [--profile cycle.json]',
  summary: 'why, what is missing, what the next level needs, where the thresholds come from, and what to supply first while the level is open',
  async run(args, out) {
    const compiled = await readCompiled(args.words[0], args)
    const input = inputFrom(await readJson(args.words[1]))
    const outcome = evaluate(compiled, input)
    const ids = nodesFor(compiled, flag(args, 'node'))
    const locale = localeOf(args)
    const all = Object.fromEntries(ids.map((id) => [id, explained(compiled, input, outcome, id, locale)]))
    const supplies = new Map(ids.flatMap((id) => (outcome.nodes[id]?.status === 'undetermined' ? [[id, supply(compiled, input, id)] as const] : [])))
    if (args.flags['json']) {
      out.line(JSON.stringify(Object.fromEntries(ids.map((id) => [id, { ...all[id], ...(supplies.get(id) && { supply: supplies.get(id) }) }])), null, 2))
      return 0
    }
    for (const id of ids) {
      const node = compiled.nodes.get(id)
      out.line(`${node?.code ?? ''} ${node?.title ?? ''}  ${outcome.nodes[id]?.status ?? ''} ${levelText(compiled, outcome.nodes[id])}`)
      for (const [part, sentences] of Object.entries(all[id] ?? {})) for (const { text } of sentences as { text: string }[]) out.line(`  ${part.padEnd(8)}${text}`)
      for (const text of suppliesOf(compiled, id, supplies.get(id))) out.line(`  supply  ${text}`)
    }
    return 0
  },
}

/** What can still come out, and what to supply first. */
function suppliesOf(compiled: Compiled, id: string, found: Supply | undefined): string[] {
  if (!found) return []
  const levels = compiled.point(id)?.rubric.levels ?? []
  const label = (level: string): string => levels.find((one) => one.id === level)?.label ?? level
  const reachable = found.reachable.map(({ level }) => label(level)).join('|')
  return [
    ...(reachable ? [`reachable: ${reachable}${found.exact ? '' : ` (not shown: ${found.unproven.map(label).join('|')})`}`] : []),
    ...found.needs.map(({ kind, id: need, alone }, i) => `${i + 1}. ${compiled.scope.variable(need)?.title ?? (kind === 'judgement' ? 'judgement' : need)} (decides ${alone === 'sometimes' ? 'for some values' : alone === 'always' ? 'alone' : 'with others'})`),
  ]
}
