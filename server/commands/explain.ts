import { evaluate, explain as explained } from '../../engine/index.ts'
import { inputFrom, nodesFor } from './answers.ts'
import { flag, localeOf, type Command } from './command.ts'
import { readCompiled, readJson } from './load.ts'
import { levelText } from './score.ts'

/** Why each outcome is what it is, in sentences. */
export const explain: Command = {
  name: 'explain',
  usage: 'framework.json answers.json [--node id,id] [--profile cycle.json]',
  summary: 'why, what is missing, what the next level needs, and where the thresholds come from',
  async run(args, out) {
    const compiled = await readCompiled(args.words[0], args)
    const input = inputFrom(await readJson(args.words[1]))
    const outcome = evaluate(compiled, input)
    const ids = nodesFor(compiled, flag(args, 'node'))
    const locale = localeOf(args)
    const all = Object.fromEntries(ids.map((id) => [id, explained(compiled, input, outcome, id, locale)]))
    if (args.flags['json']) {
      out.line(JSON.stringify(all, null, 2))
      return 0
    }
    for (const id of ids) {
      const node = compiled.nodes.get(id)
      out.line(`${node?.code ?? ''} ${node?.title ?? ''}  ${outcome.nodes[id]?.status ?? ''} ${levelText(compiled, outcome.nodes[id])}`)
      for (const [part, sentences] of Object.entries(all[id] ?? {})) for (const { text } of sentences as { text: string }[]) out.line(`  ${part.padEnd(8)}${text}`)
    }
    return 0
  },
}
